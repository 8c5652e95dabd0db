import type { ThumbnailRequest, ThumbnailResult } from '../../../shared/media/protocol'
import { openPixels } from './decoder'
import type { Inspected } from './inspect'
import { decodeMaster } from './master'
import { writePart } from './write-part'

const THUMBNAIL_QUALITY = 78
/** A little less effort than the default: thumbnails are made by the thousand. */
const THUMBNAIL_EFFORT = 2

/** Writes a small copy of a picture: upright, sRGB, first frame, transparency kept. */
export const writeThumbnail = async (image: Inspected, request: ThumbnailRequest): Promise<ThumbnailResult> => {
  const side = Math.max(image.upright.width, image.upright.height)
  const small = await decodeMaster(image, Math.min(1, request.size / side))
  const bytes = await openPixels(small)
    .webp({ quality: THUMBNAIL_QUALITY, effort: THUMBNAIL_EFFORT })
    .toBuffer()
  await writePart(request.outPath, bytes)
  return { width: small.width, height: small.height, bytes: bytes.length }
}
