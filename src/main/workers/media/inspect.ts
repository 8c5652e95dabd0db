import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Metadata } from 'sharp'
import type { Size } from '../../../shared/channels/crop'
import { INPUT_EXTENSIONS, type InputFormat } from '../../../shared/media/formats'
import { IMAGE_LIMITS, type ImageLimit } from '../../../shared/media/limits'
import { openHeader } from './decoder'
import { iccName } from './icc-name'
import { decodeFailure, MediaError, readFailure } from './media-failure'
import { sniff } from './sniff'

/** A picture whose header was read and found within the limits. */
export interface Inspected {
  path: string
  format: InputFormat
  bytes: number
  /** Upright, px. */
  upright: Size
  orientation: number
  frames: number
  /** Whether the animation can be carried over to GIF and WebP. */
  animated: boolean
  durationMs: number | null
  /** Has an alpha channel, used or not. */
  alphaChannel: boolean
  colorSpace: string
  sixteenBit: boolean
  bitDepth: number
  icc: boolean
  iccName: string | null
  progressive: boolean
}

const BITS: Partial<Record<string, number>> = {
  uchar: 8, char: 8, ushort: 16, short: 16, uint: 32, int: 32, float: 32, double: 64, complex: 64, dpcomplex: 128
}

const tooLarge = (limit: ImageLimit, found: number, allowed: number): MediaError =>
  new MediaError('unsupported.too-large', { limit, found, allowed })

const sizeOfFile = async (path: string): Promise<number> => {
  const facts = await stat(path).catch((error: unknown) => {
    throw readFailure(error)
  })
  if (!facts.isFile()) throw new MediaError('unsupported.not-an-image', { found: 'folder or device' })
  if (facts.size === 0) throw new MediaError('validation.empty-file')
  if (facts.size > IMAGE_LIMITS.fileBytes) throw tooLarge('bytes', facts.size, IMAGE_LIMITS.fileBytes)
  return facts.size
}

const readMetadata = async (path: string): Promise<Metadata> => {
  try {
    return await openHeader(path).metadata()
  } catch (error) {
    throw decodeFailure(error)
  }
}

const checkLimits = (size: Size, channels: number, frames: number): void => {
  const pixels = size.width * size.height
  const side = Math.max(size.width, size.height)
  if (pixels > IMAGE_LIMITS.pixels) throw tooLarge('pixels', pixels, IMAGE_LIMITS.pixels)
  if (side > IMAGE_LIMITS.side) throw tooLarge('pixels a side', side, IMAGE_LIMITS.side)
  if (channels > IMAGE_LIMITS.channels) throw tooLarge('channels', channels, IMAGE_LIMITS.channels)
  if (frames > IMAGE_LIMITS.frames) throw tooLarge('frames', frames, IMAGE_LIMITS.frames)
  if (pixels * frames > IMAGE_LIMITS.summedPixels) {
    throw tooLarge('pixels in all frames', pixels * frames, IMAGE_LIMITS.summedPixels)
  }
}

const durationOf = (meta: Metadata): number | null =>
  meta.delay && meta.delay.length > 1 ? meta.delay.reduce((sum, delay) => sum + delay, 0) : null

const isHeic = (format: InputFormat, meta: Metadata): boolean => format === 'avif' && meta.compression === 'hevc'

/** Reads what a file says of itself, without decoding it. Throws `MediaError` for what cannot be used. */
export const inspect = async (path: string): Promise<Inspected> => {
  const bytes = await sizeOfFile(path)
  const found = await sniff(path)
  if (found.kind === 'refused') throw new MediaError(found.code, { found: found.found })
  const meta = await readMetadata(path)
  if (isHeic(found.format, meta)) throw new MediaError('unsupported.format-heic', { found: 'heic' })
  const upright = { width: meta.autoOrient.width, height: meta.pageHeight ?? meta.autoOrient.height }
  const moving = (found.format === 'gif' || found.format === 'webp') && (meta.pages ?? 1) > 1
  const frames = Math.max(moving ? (meta.pages ?? 1) : 1, found.apngFrames)
  checkLimits(upright, meta.channels, frames)
  return {
    path,
    format: found.format,
    bytes,
    upright,
    orientation: meta.orientation ?? 1,
    frames,
    animated: moving,
    durationMs: durationOf(meta),
    alphaChannel: meta.hasAlpha,
    colorSpace: meta.space,
    sixteenBit: BITS[meta.depth] !== 8,
    bitDepth: meta.bitsPerSample ?? BITS[meta.depth] ?? 8,
    icc: meta.hasProfile,
    iccName: iccName(meta.icc),
    progressive: meta.isProgressive
  }
}

/** Refuses a name whose extension says another format than the content. A name without one is taken as it is. */
export const checkExtension = (fileName: string, format: InputFormat): void => {
  const extension = extname(fileName).slice(1).toLowerCase()
  if (extension === '' || INPUT_EXTENSIONS[format].includes(extension)) return
  const rightExtension = INPUT_EXTENSIONS[format][0] ?? format
  throw new MediaError('validation.wrong-extension', { extension, format, rightExtension })
}
