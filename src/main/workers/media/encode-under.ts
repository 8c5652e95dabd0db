import type { OutputFormat } from '../../../shared/media/formats'
import { avifCurve, fitLadder, fitUnder, jpegCurve, webpCurve, type QualityCurve } from './byte-cap'
import type { Encoding } from './encode'

/** A file that was encoded, or the smallest that could be made where it was still too large. */
export interface Fitted {
  bytes: Buffer | null
  smallest: number
  quality: number | null
  colors: number | null
  /** Encodes beside the one that is used. */
  probes: number
}

export interface FitRequest {
  format: OutputFormat
  /** Bytes not to exceed; may be infinite. */
  cap: number
  startQuality: number
  floorQuality: number
  encode: (encoding: Encoding) => Promise<Buffer>
}

interface Step {
  colors: number | null
  dither: number
  /** Usual bytes as a share of the first step's. */
  share: number
}

const PNG_STEPS: readonly Step[] = [
  { colors: null, dither: 0, share: 1 },
  { colors: 256, dither: 1, share: 0.42 },
  { colors: 128, dither: 1, share: 0.35 },
  { colors: 64, dither: 1, share: 0.28 },
  { colors: 64, dither: 0, share: 0.2 },
  { colors: 32, dither: 0, share: 0.15 },
  { colors: 16, dither: 0, share: 0.1 },
  { colors: 8, dither: 0, share: 0.07 }
]

const GIF_STEPS: readonly Step[] = [
  { colors: 256, dither: 1, share: 1 },
  { colors: 128, dither: 1, share: 0.85 },
  { colors: 64, dither: 0.8, share: 0.65 },
  { colors: 64, dither: 0, share: 0.5 },
  { colors: 32, dither: 0, share: 0.38 },
  { colors: 16, dither: 0, share: 0.27 }
]

const CURVES: Record<'jpg' | 'webp' | 'avif', QualityCurve> = { jpg: jpegCurve, webp: webpCurve, avif: avifCurve }

/** Keeps the encodes that were made, so that the one that fits is not made again. */
const remembering = <Key>(encode: (key: Key) => Promise<Buffer>) => {
  const made = new Map<Key, Buffer>()
  return {
    get: (key: Key): Buffer | null => made.get(key) ?? null,
    measure: async (key: Key): Promise<number> => {
      const bytes = await encode(key)
      made.set(key, bytes)
      return bytes.length
    }
  }
}

const byQuality = async (request: FitRequest, curve: QualityCurve): Promise<Fitted> => {
  const start = request.startQuality
  const encodes = remembering((quality: number) =>
    request.encode({ kind: 'quality', quality, tight: quality !== start })
  )
  const { quality, bytes, encodes: made } = await fitUnder({
    cap: request.cap,
    start,
    floor: Math.min(request.floorQuality, start),
    curve,
    measure: encodes.measure
  })
  return {
    bytes: quality === null ? null : encodes.get(quality),
    smallest: bytes,
    quality,
    colors: null,
    probes: made - 1
  }
}

const byColors = async (request: FitRequest, steps: readonly Step[]): Promise<Fitted> => {
  const encodes = remembering((step: number) => {
    const { colors, dither } = steps[step] ?? { colors: null, dither: 0 }
    return request.encode({ kind: 'colors', colors, dither })
  })
  const { step, bytes, encodes: made } = await fitLadder({
    cap: request.cap,
    shares: steps.map((one) => one.share),
    measure: encodes.measure
  })
  return {
    bytes: step === null ? null : encodes.get(step),
    smallest: bytes,
    quality: null,
    colors: step === null ? null : (steps[step]?.colors ?? null),
    probes: made - 1
  }
}

/** Encodes so that the bytes stay under the cap: quality first, colors where the format has no quality. */
export const encodeUnder = (request: FitRequest): Promise<Fitted> => {
  const { format } = request
  if (format === 'png') return byColors(request, PNG_STEPS)
  if (format === 'gif') return byColors(request, GIF_STEPS)
  return byQuality(request, CURVES[format])
}
