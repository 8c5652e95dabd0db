import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { IMAGE_LIMITS } from '../../../shared/media/limits'

const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].flatMap((name) => [
  `VipsForeignLoad${name}File`,
  `VipsForeignLoad${name}Buffer`
])

/** Lets only the loaders of the formats through that are read here; to be called before the first picture. */
export const guardDecoders = (): void => {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  sharp.cache(false)
}

const limited: SharpOptions = {
  // Warnings are harmless oddities of cameras; `error` still stops at cut and broken data.
  failOn: 'error',
  limitInputPixels: IMAGE_LIMITS.pixels,
  limitInputChannels: IMAGE_LIMITS.channels,
  sequentialRead: true
}

/** Opens a file for its header only; how large it says it is is judged by the caller. */
export const openHeader = (path: string): Sharp => sharp(path, { ...limited, limitInputPixels: false })

/** Opens the first frame of a file. */
export const openFile = (path: string): Sharp => sharp(path, limited)

/** Opens all frames of an animation. */
export const openFrames = (path: string): Sharp =>
  sharp(path, { ...limited, limitInputPixels: IMAGE_LIMITS.summedPixels, animated: true })

/** Decoded 8 bit sRGB pixels, upright. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
  channels: 3 | 4
}

export const openPixels = (pixels: Pixels): Sharp =>
  sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: pixels.channels },
    limitInputPixels: false
  })

export const toPixels = async (image: Sharp): Promise<Pixels> => {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 3 && info.channels !== 4) throw new Error(`${info.channels} channels in decoded pixels`)
  return { data, width: info.width, height: info.height, channels: info.channels }
}
