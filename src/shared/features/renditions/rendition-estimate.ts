import type { Frame } from '../../channels/crop'
import type { OutputFormat } from '../../media/formats'

/** Bits a pixel of an ordinary photograph at quality 82 in the size of a network's placement. */
const BITS_PER_PIXEL: Record<OutputFormat, number> = { jpg: 1.6, webp: 1.1, avif: 0.9, png: 14, gif: 6 }
/** Bits a pixel at which a picture as it came counts as ordinary. */
const ORDINARY_SOURCE_BITS = 2.2
/** Headers and tables of a small file. */
const OVERHEAD_BYTES = 600

export interface EstimateInput {
  frame: Frame
  format: OutputFormat
  quality: number
  frames: number
  maxBytes: number | null
  source: { format: string; width: number; height: number; bytes: number; frames: number }
}

/** How much finer than an ordinary photograph the picture is, judged by its own file: 0.5 to 2. */
function detailOf({ source }: EstimateInput): number {
  if (source.format !== 'jpg') return 1
  const bits = (source.bytes * 8) / (source.width * source.height)
  return Math.min(2, Math.max(0.5, Math.sqrt(bits / ORDINARY_SOURCE_BITS)))
}

/** Bytes rise with quality: about by half from 82 to 92, to a half at 60. */
const qualityFactor = (format: OutputFormat, quality: number): number =>
  format === 'png' || format === 'gif' ? 1 : Math.exp((quality - 82) * (quality > 82 ? 0.045 : 0.028))

/** About how many bytes a rendition will have; never above its limit. */
export function estimateBytes(input: EstimateInput): number {
  const { frame, format, quality, maxBytes } = input
  const drawn = frame.drawn.width * frame.drawn.height
  const padding = frame.target.width * frame.target.height - drawn
  // Padding is blurred or one color: next to nothing.
  const pixels = drawn + padding * 0.05
  // Enlarged pixels hold nothing new.
  const sharp = frame.scale > 1 ? 1 / frame.scale : 1
  const still = (pixels * BITS_PER_PIXEL[format] * detailOf(input) * qualityFactor(format, quality) * sharp) / 8
  const moving = format === 'gif' ? Math.max(1, input.frames) : 1
  const bytes = Math.round(still * moving + OVERHEAD_BYTES)
  return maxBytes === null ? bytes : Math.min(bytes, maxBytes)
}

/** What earlier exports took, next to what was estimated for them. */
export interface EstimateCalibration {
  /** Bytes made for each byte estimated, by format. */
  bytes: Partial<Record<OutputFormat, number>>
  /** Seconds made for each second estimated. */
  seconds: number
}

export const noCalibration: EstimateCalibration = { bytes: {}, seconds: 1 }

/** Seconds to open a photograph of one megapixel, and to write one megapixel, on a machine of two cores. */
const READ_SECONDS = 0.012
const WRITE_SECONDS: Record<OutputFormat, number> = { jpg: 0.04, webp: 0.12, avif: 0.25, png: 0.2, gif: 0.3 }
const FILE_SECONDS = 0.03

/** About how long a set takes: each picture is read once, each file written once. */
export function estimateSeconds(
  sources: Iterable<{ width: number; height: number }>,
  files: Iterable<{ width: number; height: number; format: OutputFormat }>
): number {
  let seconds = 0.5
  for (const { width, height } of sources) seconds += ((width * height) / 1e6) * READ_SECONDS
  for (const { width, height, format } of files) seconds += ((width * height) / 1e6) * WRITE_SECONDS[format] + FILE_SECONDS
  return seconds
}
