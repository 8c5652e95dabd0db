import type { Frame, PixelRect } from '../../../shared/channels/crop'
import type { RenderSettings } from '../../../shared/media/settings'
import { openPixels, toPixels, type Pixels } from './decoder'
import { enlarged } from './enlarge'
import { sharpened } from './sharpen'

export interface DrawRequest {
  frame: Frame
  settings: Pick<RenderSettings, 'pad' | 'padColor' | 'flattenColor' | 'sharpen'>
  /** Whether transparency stays; otherwise it is laid on the flatten color. */
  keepAlpha: boolean
}

/** The blurred background is made this many times smaller than the target. */
const BLUR_SHRINK = 12
const BLUR_SIGMA = 3

/** Reduced less than this, a picture keeps its own sharpness. */
const SHARPEN_BELOW_SCALE = 0.95

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The whole picture at the scale of the frame, and the window of it that is drawn. */
export const windowOf = (frame: Frame): { width: number; height: number; window: PixelRect } => {
  const { crop, drawn } = frame
  const width = Math.max(drawn.width, Math.round(drawn.width / crop.width))
  const height = Math.max(drawn.height, Math.round(drawn.height / crop.height))
  const left = clamp(Math.round(crop.left * width), 0, width - drawn.width)
  const top = clamp(Math.round(crop.top * height), 0, height - drawn.height)
  return { width, height, window: { left, top, width: drawn.width, height: drawn.height } }
}

const isOpaque = (pixels: Pixels): pixels is Pixels & { channels: 3 } => pixels.channels === 3

const foreground = async (master: Pixels, request: DrawRequest): Promise<Pixels> => {
  const { width, height, window } = windowOf(request.frame)
  let image = openPixels(master)
  if (master.channels === 4 && !request.keepAlpha) image = image.flatten({ background: request.settings.flattenColor })
  // Resize first, then extract: the other way round the window would be off by up to half a pixel.
  image = image.resize(width, height, { fit: 'fill' }).extract(window)
  const sharpen = request.settings.sharpen === 'standard' && request.frame.scale < SHARPEN_BELOW_SCALE
  const transparent = master.channels === 4 && request.keepAlpha
  const pixels = await toPixels(sharpen && transparent ? image.sharpen() : image)
  return sharpen && isOpaque(pixels) ? sharpened(pixels) : pixels
}

const parseColor = (color: string): [number, number, number] => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16)
]

const plainBackground = (frame: Frame, channels: 3 | 4, color: string): Pixels => {
  const { width, height } = frame.target
  const rgb = parseColor(color)
  // Next to transparent parts a block of color would look like a mistake.
  const fill = channels === 4 ? [...rgb, 0] : rgb
  return { data: Buffer.alloc(width * height * channels, Buffer.from(fill)), width, height, channels }
}

const blurredBackground = async (frame: Frame, front: Pixels): Promise<Pixels> => {
  const { width, height } = frame.target
  const small = await toPixels(
    openPixels(front)
      .resize(Math.ceil(width / BLUR_SHRINK), Math.ceil(height / BLUR_SHRINK), { fit: 'cover' })
      .blur(BLUR_SIGMA)
  )
  return enlarged(small, frame.target)
}

const layOver = (back: Pixels, front: Pixels, at: PixelRect): Pixels => {
  const row = front.width * front.channels
  for (let y = 0; y < front.height; y += 1) {
    const target = ((at.top + y) * back.width + at.left) * back.channels
    front.data.copy(back.data, target, y * row, (y + 1) * row)
  }
  return back
}

/**
 * Cuts the pixels of one placement from the master: exactly the size of the frame's target.
 * A padded picture that stays transparent is padded with transparency, any other as the settings say.
 */
export const draw = async (master: Pixels, request: DrawRequest): Promise<Pixels> => {
  const { frame, settings } = request
  const front = await foreground(master, request)
  if (!frame.padded) return front
  const blurred = settings.pad === 'blur' && front.channels === 3
  const back = blurred
    ? await blurredBackground(frame, front)
    : plainBackground(frame, front.channels, settings.padColor)
  return layOver(back, front, frame.drawn)
}
