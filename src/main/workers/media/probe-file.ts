import { basename } from 'node:path'
import type { Point } from '../../../shared/channels/crop'
import type { MediaFacts } from '../../../shared/media/facts'
import { ATTENTION_SIDE } from '../../../shared/media/limits'
import type { ProbeRequest } from '../../../shared/media/protocol'
import { openPixels, toPixels, type Pixels } from './decoder'
import { checkExtension, inspect, type Inspected } from './inspect'
import { decodeMaster } from './master'

/** The window that attention is looked for with, as a share of the picture. */
const WINDOW = 0.6
/** Nothing is looked for this near to an edge, as a share of the side: what draws the eye is seldom half cut off. */
const MARGIN = 0.12
/** Below this spread of its channels a picture is even, and no point draws the eye. */
const EVEN_SPREAD = 2
/** Smaller pictures have nothing to look for. */
const SMALLEST_SIDE = 16
const CENTER: Point = { x: 0.5, y: 0.5 }
const WHITE = '#ffffff'

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0')

const attention = async (small: Pixels): Promise<Point> => {
  const margin = { x: Math.round(small.width * MARGIN), y: Math.round(small.height * MARGIN) }
  const width = small.width - 2 * margin.x
  const height = small.height - 2 * margin.y
  if (Math.max(width, height) < SMALLEST_SIDE) return CENTER
  const inner = await toPixels(openPixels(small).extract({ left: margin.x, top: margin.y, width, height }))
  // One side stays whole, so that nothing is resized and the answer is in pixels of the small copy.
  const wide = width >= height
  const window = wide
    ? { width: Math.round(width * WINDOW), height }
    : { width, height: Math.round(height * WINDOW) }
  const image = openPixels(inner).resize({ ...window, fit: 'cover', position: 'attention' })
  const { info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (info.attentionX === undefined || info.attentionY === undefined) return CENTER
  return { x: (margin.x + info.attentionX + 0.5) / small.width, y: (margin.y + info.attentionY + 0.5) / small.height }
}

const describe = async (image: Inspected): Promise<Pick<MediaFacts, 'hasAlpha' | 'placeholder' | 'focal'>> => {
  const side = Math.max(image.upright.width, image.upright.height)
  const decoded = await decodeMaster(image, Math.min(1, ATTENTION_SIDE / side))
  const hasAlpha = decoded.channels === 4
  const small = hasAlpha ? await toPixels(openPixels(decoded).flatten({ background: WHITE })) : decoded
  const { channels } = await openPixels(small).stats()
  const even = channels.every((channel) => channel.stdev < EVEN_SPREAD)
  return {
    hasAlpha,
    placeholder: `#${channels.slice(0, 3).map((channel) => hex(channel.mean)).join('')}`,
    focal: even ? CENTER : await attention(small)
  }
}

/** Describes a picture that was inspected; decodes all of it once, small, so that broken data shows here. */
export const describePicture = async (image: Inspected): Promise<MediaFacts> => ({
  format: image.format,
  width: image.upright.width,
  height: image.upright.height,
  orientation: image.orientation,
  bytes: image.bytes,
  frames: image.frames,
  animated: image.animated,
  durationMs: image.durationMs,
  colorSpace: image.colorSpace,
  iccName: image.iccName,
  bitDepth: image.bitDepth,
  progressive: image.progressive,
  ...(await describe(image))
})

/** Inspects a file under the name that the person gave it. Throws `MediaError` with the reason it cannot be used. */
export const inspectNamed = async (request: ProbeRequest): Promise<Inspected> => {
  const image = await inspect(request.path)
  checkExtension(basename(request.fileName), image.format)
  return image
}
