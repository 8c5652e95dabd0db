import type { NetworkPlacement } from '../channels/catalog'
import type { CheckedMedia, Finding, Fix, LimitOverrides } from './checks.types'
import { limitInForce, severityOf } from './severity'

/** A file held against one placement. */
export interface Fitting {
  media: CheckedMedia
  placement: NetworkPlacement
  /** What the catalog says of videos on the whole network. */
  video: Record<string, unknown>
  limits: LimitOverrides
}

export type Draft = Pick<Finding, 'id' | 'severity' | 'data'> & { fix?: Fix; overridden?: boolean }

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function lengthFindings({ media, placement, limits }: Fitting): Draft[] {
  const { seconds } = media
  if (typeof seconds !== 'number') return []
  const { limit, overridden } = limitInForce(placement.maxSeconds, limits.seconds)
  const severity = overridden ? 'error' : severityOf(false, placement)
  const found: Draft[] = []
  // A file is often some hundredths longer than what it was cut to.
  if (limit !== null && seconds > limit + 0.05) found.push({ id: 'video.too-long', severity, data: { seconds, limit }, ...(overridden ? { overridden } : {}) })
  if (placement.minSeconds !== null && seconds < placement.minSeconds - 0.05) {
    found.push({ id: 'video.too-short', severity: severityOf(false, placement), data: { seconds, limit: placement.minSeconds } })
  }
  return found
}

const codecName = (codec: string): string => {
  const plain = codec.toLowerCase().replace(/[^a-z0-9]/gu, '')
  return plain === 'hevc' ? 'h265' : plain === 'avc1' || plain === 'avc' ? 'h264' : plain
}

function codecFindings({ media, placement, video }: Fitting): Draft[] {
  const codecs = Array.isArray(video.codecs) ? video.codecs.map(String) : []
  if (!media.codec || codecs.length === 0 || codecs.map(codecName).includes(codecName(media.codec))) return []
  const data = { codec: media.codec.toUpperCase(), codecs: codecs.map((name) => name.toUpperCase()).join(', ') }
  const fix: Fix = { kind: 'convert', assetId: media.assetId, placementId: placement.id, formats: placement.formats }
  return [{ id: 'video.codec', severity: severityOf(false, placement), data, fix }]
}

/** The catalog names one sound where a network takes one alone: `aac <=48kHz`. */
function soundFindings({ media, placement, video }: Fitting): Draft[] {
  const wanted = typeof video.audio === 'string' ? /^[a-z0-9]+/u.exec(video.audio)?.[0] : undefined
  if (!wanted || !media.audioCodec || media.audioCodec.toLowerCase() === wanted) return []
  return [{ id: 'video.audio-codec', severity: severityOf(false, placement), data: { codec: media.audioCodec.toUpperCase(), codecs: wanted.toUpperCase() } }]
}

function rateFindings({ media, placement, video }: Fitting): Draft[] {
  const [least, most] = Array.isArray(video.fps) ? video.fps.map(Number) : [undefined, typeof video.maxFps === 'number' ? video.maxFps : undefined]
  const { framesPerSecond: rate, bitsPerSecond: bits } = media
  const found: Draft[] = []
  // 23.976 goes by the name of 24, and 59.94 by that of 60.
  if (typeof rate === 'number' && ((least !== undefined && rate < least * 0.998) || (most !== undefined && rate > most * 1.002))) {
    const data = { rate: Math.round(rate * 100) / 100, min: least ?? 1, max: most ?? rate }
    found.push({ id: 'video.frame-rate', severity: severityOf(false, placement), data })
  }
  const limit = typeof video.maxBitrateMbps === 'number' ? video.maxBitrateMbps : undefined
  if (typeof bits === 'number' && limit !== undefined && bits > limit * 1_000_000) {
    found.push({ id: 'video.bit-rate', severity: severityOf(false, placement), data: { rate: Math.round(bits / 100_000) / 10, limit } })
  }
  return found
}

/** Length, codecs and rates of a video that was read. */
export function videoDrafts(fitting: Fitting): Draft[] {
  return [...lengthFindings(fitting), ...codecFindings(fitting), ...soundFindings(fitting), ...rateFindings(fitting)]
}
