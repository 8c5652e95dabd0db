import type { Sharp } from 'sharp'
import type { Frame } from '../../../shared/channels/crop'
import type { OutputFormat } from '../../../shared/media/formats'
import { IMAGE_LIMITS } from '../../../shared/media/limits'
import type { RenderSettings } from '../../../shared/media/settings'
import { openFrames } from './decoder'
import { windowOf } from './draw'
import { encoded, type Encoding } from './encode'
import type { Inspected } from './inspect'

/** Whether all frames are kept in this format at this size. */
export const keepsAnimation = (image: Inspected, format: OutputFormat, frame: Frame): boolean =>
  image.animated &&
  (format === 'gif' || format === 'webp') &&
  image.frames * frame.target.width * frame.target.height <= IMAGE_LIMITS.summedPixels

const padded = (image: Sharp, frame: Frame, background: string): Sharp => {
  const { drawn, target } = frame
  if (!frame.padded) return image
  return image.extend({
    left: drawn.left,
    top: drawn.top,
    right: target.width - drawn.left - drawn.width,
    bottom: target.height - drawn.top - drawn.height,
    background
  })
}

/** Cuts and encodes every frame. Padding is always of one color: a blur that moves would flicker. */
export const encodeFrames = (
  image: Inspected,
  frame: Frame,
  settings: Pick<RenderSettings, 'padColor'>,
  format: OutputFormat,
  encoding: Encoding
): Promise<Buffer> => {
  const { width, height, window } = windowOf(frame)
  const cut = openFrames(image.path).resize(width, height, { fit: 'fill' }).extract(window)
  return encoded(padded(cut, frame, settings.padColor), format, encoding).toBuffer()
}
