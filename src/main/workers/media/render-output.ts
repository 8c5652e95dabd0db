import { UPSCALE_NOTICED } from '../../../shared/channels/crop-risks'
import { keepsAlpha, type OutputFormat } from '../../../shared/media/formats'
import type { RenderOutput, RenderWarning, WrittenOutput } from '../../../shared/media/protocol'
import { encodeFrames, keepsAnimation } from './animate'
import type { Pixels } from './decoder'
import { draw } from './draw'
import { encodePixels, type Encoding } from './encode'
import { encodeUnder, type Fitted } from './encode-under'
import type { Inspected } from './inspect'
import { decodeFailure, MediaError } from './media-failure'
import { hardLimit, overLimit } from './output-limits'

/** The decoded picture, made when first asked for: an animation may never need it. */
export interface Source {
  image: Inspected
  master: () => Promise<Pixels>
}

/** An encoded file and what is to be said of it. */
export interface Rendered {
  bytes: Buffer
  /** Without the warnings about limits. */
  facts: Omit<WrittenOutput, 'key' | 'status' | 'bytes' | 'sha256'>
  /** Whether the first encode fitted, so that any looser limit gives the same. */
  firstChoice: boolean
}

interface Made {
  bytes: Buffer
  fitted: Fitted
  probes: number
}

interface Attempt {
  format: OutputFormat
  animated: boolean
}

const attemptsFor = (image: Inspected, output: RenderOutput): Attempt[] =>
  [output.format, ...output.fallbackFormats].flatMap((format) => {
    const still = { format, animated: false }
    return keepsAnimation(image, format, output.frame) ? [{ format, animated: true }, still] : [still]
  })

/** Makes the encoder of one attempt; pixels are drawn once for all its encodes. */
const encoderFor = async (source: Source, output: RenderOutput, attempt: Attempt) => {
  const { frame, settings, requireAlpha } = output
  const { format } = attempt
  if (attempt.animated) {
    return (encoding: Encoding) =>
      encodeFrames(source.image, frame, settings, format, encoding).catch((error: unknown) => {
        throw decodeFailure(error)
      })
  }
  const pixels = await draw(await source.master(), { frame, settings, keepAlpha: keepsAlpha(format) })
  return (encoding: Encoding) => encodePixels(pixels, format, encoding, requireAlpha && keepsAlpha(format))
}

const fit = async (source: Source, output: RenderOutput, attempt: Attempt): Promise<Fitted> =>
  encodeUnder({
    format: attempt.format,
    cap: hardLimit(output),
    startQuality: output.settings.quality,
    floorQuality: output.settings.floorQuality,
    encode: await encoderFor(source, output, attempt)
  })

const encodingWarnings = (output: RenderOutput, attempt: Attempt, fitted: Fitted): (RenderWarning | null)[] => {
  const { quality, colors } = fitted
  const from = output.settings.quality
  return [
    attempt.format === output.format ? null : { kind: 'format-changed', from: output.format, to: attempt.format },
    quality !== null && quality < from ? { kind: 'quality-lowered', from, to: quality } : null,
    colors !== null && attempt.format === 'png' ? { kind: 'colors-reduced', colors } : null
  ]
}

const pictureWarnings = async (
  source: Source,
  output: RenderOutput,
  attempt: Attempt
): Promise<(RenderWarning | null)[]> => {
  const { frames } = source.image
  const transparent = !attempt.animated && (await source.master()).channels === 4
  const flattened = transparent && !keepsAlpha(attempt.format)
  const { frame, settings } = output
  return [
    frames > 1 && !attempt.animated ? { kind: 'animation-flattened', frames } : null,
    flattened ? { kind: 'alpha-flattened', color: settings.flattenColor } : null,
    output.requireAlpha && !transparent && !attempt.animated ? { kind: 'no-transparency' } : null,
    frame.scale > UPSCALE_NOTICED ? { kind: 'upscaled', factor: frame.scale } : null,
    frame.padded ? { kind: 'padded' } : null
  ]
}

const rendered = async (source: Source, output: RenderOutput, attempt: Attempt, made: Made): Promise<Rendered> => {
  const { fitted, probes } = made
  const warnings = [
    ...encodingWarnings(output, attempt, fitted),
    ...(await pictureWarnings(source, output, attempt))
  ].filter((warning) => warning !== null)
  const { width, height } = output
  const frames = attempt.animated ? source.image.frames : 1
  const facts = { width, height, format: attempt.format, frames, quality: fitted.quality, probes, warnings }
  return { bytes: made.bytes, facts, firstChoice: probes === 0 }
}

/**
 * Renders one output within its byte limit: quality before the other formats.
 * Throws `unavailable.byte-limit` with the smallest size reached, never returns a file over a hard limit.
 */
export const renderOutput = async (source: Source, output: RenderOutput): Promise<Rendered> => {
  let smallest = Number.POSITIVE_INFINITY
  let spent = 0
  for (const attempt of attemptsFor(source.image, output)) {
    const fitted = await fit(source, output, attempt)
    const { bytes } = fitted
    if (bytes) return rendered(source, output, attempt, { bytes, fitted, probes: spent + fitted.probes })
    smallest = Math.min(smallest, fitted.smallest)
    spent += fitted.probes + 1
  }
  const { code, data } = overLimit(output, smallest)
  throw new MediaError(code, data)
}
