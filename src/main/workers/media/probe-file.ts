import { basename } from 'node:path'
import type { MediaFacts } from '../../../shared/media/facts'
import { ATTENTION_SIDE } from '../../../shared/media/limits'
import type { ProbeRequest } from '../../../shared/media/protocol'
import { findAttention } from './attention'
import { openPixels, toPixels } from './decoder'
import { checkExtension, inspect, type Inspected } from './inspect'
import { decodeMaster } from './master'

const WHITE = '#ffffff'

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0')

const describe = async (image: Inspected): Promise<Pick<MediaFacts, 'hasAlpha' | 'placeholder' | 'focal'>> => {
  const side = Math.max(image.upright.width, image.upright.height)
  const decoded = await decodeMaster(image, Math.min(1, ATTENTION_SIDE / side))
  const hasAlpha = decoded.channels === 4
  const small = hasAlpha ? await toPixels(openPixels(decoded).flatten({ background: WHITE })) : decoded
  const { channels } = await openPixels(small).stats()
  return {
    hasAlpha,
    placeholder: `#${channels.slice(0, 3).map((channel) => hex(channel.mean)).join('')}`,
    focal: await findAttention(small, channels.map((channel) => channel.stdev))
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
