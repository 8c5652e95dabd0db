import sharp, { type Sharp } from 'sharp'
import type { Size } from '../../../shared/channels/crop'
import { openFile, openPixels, toPixels, type Pixels } from './decoder'
import { isPlainSrgb } from './icc-name'
import type { Inspected } from './inspect'
import { decodeFailure } from './media-failure'

const sizeAt = (upright: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(upright.width * scale)),
  height: Math.max(1, Math.round(upright.height * scale))
})

const reduced = (image: Inspected, scale: number): Sharp => {
  const upright = openFile(image.path).autoOrient()
  return scale < 1 ? upright.resize({ ...sizeAt(image.upright, scale), fit: 'fill' }) : upright
}

/**
 * The profile is applied to the reduced pixels. sharp itself would convert at full size; so the reduced picture is
 * kept in its own colors, tagged, in an uncompressed TIFF that exists in memory only.
 */
const convertedLate = async (image: Inspected, scale: number): Promise<Sharp> => {
  const own = reduced(image, scale).keepIccProfile()
  if (!image.sixteenBit) return sharp(await own.tiff({ compression: 'none' }).toBuffer(), { limitInputPixels: false })
  const deep = await own.toColourspace('rgb16').tiff({ compression: 'none' }).toBuffer()
  // For 16 bit sharp works in Display P3 and leaves it at that unless a profile is asked for.
  return sharp(deep, { limitInputPixels: false }).withIccProfile('srgb')
}

const RGB_SPACES = ['srgb', 'rgb', 'rgb16']

/** CMYK and gray are converted by sharp as it decodes: their profiles fit no RGB copy. */
const isTaggedRgb = (image: Inspected): boolean => image.icc && RGB_SPACES.includes(image.colorSpace)

const withoutConversion = (image: Inspected, scale: number): Sharp => {
  const plain = reduced(image, scale)
  // Keeping the profile stops sharp from converting; raw pixels carry none.
  return isTaggedRgb(image) ? plain.keepIccProfile() : plain
}

const decoded = async (image: Inspected, scale: number): Promise<Pixels> => {
  const plain = isPlainSrgb(image.iccName) && !image.sixteenBit
  const convert = isTaggedRgb(image) && !plain
  const upright = convert ? await convertedLate(image, scale) : withoutConversion(image, scale)
  return toPixels(upright.toColourspace('srgb'))
}

const isOpaque = (pixels: Pixels): boolean => {
  const { data } = pixels
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

/**
 * Decodes a picture once, upright and in 8 bit sRGB, at `scale` (0..1) of its size. Four channels only where some part
 * is transparent. Throws `corrupt.image`.
 */
export const decodeMaster = async (image: Inspected, scale: number): Promise<Pixels> => {
  try {
    const pixels = await decoded(image, scale)
    const spare = pixels.channels === 4 && isOpaque(pixels)
    return spare ? await toPixels(openPixels(pixels).removeAlpha()) : pixels
  } catch (error) {
    throw decodeFailure(error)
  }
}
