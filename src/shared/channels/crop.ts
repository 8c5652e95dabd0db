/** A size in pixels. */
export interface Size {
  width: number
  height: number
}

/** A point in a picture, both 0..1 from the top left of the upright source. */
export interface Point {
  x: number
  y: number
}

/** A part of a picture, all 0..1 of the upright source. */
export interface FractionRect {
  left: number
  top: number
  width: number
  height: number
}

/** A part of a picture in whole pixels. */
export interface PixelRect {
  left: number
  top: number
  width: number
  height: number
}

export type Fit = 'cover' | 'contain'

export interface FrameRequest {
  /** The upright source. */
  source: Size
  target: Size
  fit: Fit
  focal: Point
  /** A crop set by hand; it wins over `fit` and `focal`. */
  crop?: FractionRect | null | undefined
  allowUpscale: boolean
}

/** Which part of the source is drawn, and where in the target. */
export interface Frame {
  source: Size
  target: Size
  /** The part of the source that is drawn. */
  crop: FractionRect
  /** The same part in source pixels, rounded. */
  cropPx: PixelRect
  /** Where it is drawn in the target; smaller than the target when padded. */
  drawn: PixelRect
  /** Target pixels for one source pixel; above 1 only where enlarging is allowed. */
  scale: number
  /** Whether a part of the target is left for the padding. */
  padded: boolean
  /** How much the picture would have to grow to fill the target as asked; 1 when it is large enough. */
  upscale: number
}

/** Drawn edges this close to the target's are the target's: no line of padding from rounding. */
const SNAP_PX = 1

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A window of the given size inside the source, its center as near to the focal point as possible. */
const windowAround = (source: Size, size: Size, focal: Point): Box => ({
  left: clamp(focal.x * source.width - size.width / 2, 0, source.width - size.width),
  top: clamp(focal.y * source.height - size.height / 2, 0, source.height - size.height),
  width: size.width,
  height: size.height
})

const coverBox = (request: FrameRequest): { box: Box; wanted: number } => {
  const { source, target, focal } = request
  const wanted = Math.max(target.width / source.width, target.height / source.height)
  const scale = wanted > 1 && !request.allowUpscale ? 1 : wanted
  const size = {
    width: Math.min(source.width, target.width / scale),
    height: Math.min(source.height, target.height / scale)
  }
  return { box: windowAround(source, size, focal), wanted }
}

const handBox = (source: Size, crop: FractionRect): Box => {
  const width = clamp(crop.width * source.width, 1, source.width)
  const height = clamp(crop.height * source.height, 1, source.height)
  return {
    left: clamp(crop.left * source.width, 0, source.width - width),
    top: clamp(crop.top * source.height, 0, source.height - height),
    width,
    height
  }
}

const snap = (length: number, target: number): number => {
  const whole = clamp(Math.round(length), 1, target)
  return target - whole <= SNAP_PX ? target : whole
}

/** The shorter of two lengths in pixels; a difference that only comes from floating point counts as none. */
const shorter = (length: number, cut: number): number => (cut > length - 1e-6 ? length : cut)

/** Cuts what a snapped edge would stretch, evenly from both sides. */
const trimmed = (box: Box, drawn: Size, scale: number): Box => {
  const width = shorter(box.width, drawn.width / scale)
  const height = shorter(box.height, drawn.height / scale)
  return { left: box.left + (box.width - width) / 2, top: box.top + (box.height - height) / 2, width, height }
}

const rounded = (box: Box, source: Size): PixelRect => {
  const left = clamp(Math.round(box.left), 0, source.width - 1)
  const top = clamp(Math.round(box.top), 0, source.height - 1)
  return {
    left,
    top,
    width: clamp(Math.round(box.width), 1, source.width - left),
    height: clamp(Math.round(box.height), 1, source.height - top)
  }
}

/** Draws the whole box into the target without distortion. */
const place = (request: FrameRequest, box: Box, wanted: number): Frame => {
  const { source, target } = request
  const fitting = Math.min(target.width / box.width, target.height / box.height)
  const limit = fitting > 1 && !request.allowUpscale ? 1 : fitting
  const size = { width: snap(box.width * limit, target.width), height: snap(box.height * limit, target.height) }
  const full = size.width === target.width && size.height === target.height
  const scale = full && limit === fitting ? Math.max(size.width / box.width, size.height / box.height) : limit
  const crop = trimmed(box, size, scale)
  return {
    source,
    target,
    crop: {
      left: crop.left / source.width,
      top: crop.top / source.height,
      width: crop.width / source.width,
      height: crop.height / source.height
    },
    cropPx: rounded(crop, source),
    drawn: {
      left: Math.floor((target.width - size.width) / 2),
      top: Math.floor((target.height - size.height) / 2),
      ...size
    },
    scale,
    padded: !full,
    upscale: Math.max(1, wanted)
  }
}

/**
 * The frame of a picture in a placement.
 *
 * A crop by hand wins; otherwise `cover` fills the target around the focal point and `contain` shows all of the
 * picture.
 * Nothing is enlarged unless `allowUpscale`: a part with too few pixels is drawn at its own size, centered, and padded.
 */
export const frameFor = (request: FrameRequest): Frame => {
  const { source, target, crop } = request
  if (crop) {
    const box = handBox(source, crop)
    return place(request, box, Math.min(target.width / box.width, target.height / box.height))
  }
  if (request.fit === 'cover') {
    const { box, wanted } = coverBox(request)
    return place(request, box, wanted)
  }
  const whole = { left: 0, top: 0, width: source.width, height: source.height }
  return place(request, whole, Math.min(target.width / source.width, target.height / source.height))
}

/** Where a point of the source lies in the target, in target pixels; may lie outside. */
export const pointInTarget = (frame: Frame, point: Point): Point => ({
  x: frame.drawn.left + ((point.x - frame.crop.left) / frame.crop.width) * frame.drawn.width,
  y: frame.drawn.top + ((point.y - frame.crop.top) / frame.crop.height) * frame.drawn.height
})
