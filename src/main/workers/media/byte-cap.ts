/** What is known of how the bytes of a format follow its quality. */
export interface QualityCurve {
  /** A measure of the quality in which the logarithm of the bytes is nearly a straight line. */
  x: (quality: number) => number
  /** The usual slope of that line. */
  slope: number
}

/** JPEG: the scale of its quantizer. */
export const jpegCurve: QualityCurve = {
  x: (quality) => Math.log(quality < 50 ? 5000 / quality : Math.max(200 - 2 * quality, 1)),
  slope: -0.63
}

/** WebP: the quantizer that libwebp derives from the quality. */
export const webpCurve: QualityCurve = {
  x: (quality) => {
    const share = quality / 100
    const linear = share < 0.75 ? (2 * share) / 3 : 2 * share - 1
    return Math.log(Math.max(127 * (1 - Math.cbrt(linear)), 0.5))
  },
  slope: -0.71
}

export const avifCurve: QualityCurve = { x: (quality) => quality, slope: 0.039 }

interface Measured {
  quality: number
  bytes: number
}

export interface CapSearch {
  /** Bytes that must not be exceeded. */
  cap: number
  /** Quality to start from, and never to exceed. */
  start: number
  floor: number
  curve: QualityCurve
  /** Encodes at a quality and tells the bytes. */
  measure: (quality: number) => Promise<number>
}

export interface CapResult {
  /** The quality that fits, or null where even the floor does not. */
  quality: number | null
  /** Bytes at that quality, or at the floor. */
  bytes: number
  /** Encodes made. */
  encodes: number
}

/** Aim a little under the cap: a miss costs a whole encode. */
const AIM = 0.975
/** Using this much of the cap is good enough to stop. */
const ENOUGH = 0.92
/** After this many encodes the best found is taken, or the floor is tried at once. */
const PATIENCE = 6
/** A measured slope may differ this much from the usual one before it is held to be noise. */
const SLOPE_RANGE = [0.4, 2.5] as const

const slopeBetween = (curve: QualityCurve, a: Measured | undefined, b: Measured | undefined): number => {
  if (!a || !b || a.quality === b.quality) return curve.slope
  const ratio = Math.log(a.bytes / b.bytes) / (curve.x(a.quality) - curve.x(b.quality)) / curve.slope
  return curve.slope * Math.min(Math.max(ratio, SLOPE_RANGE[0]), SLOPE_RANGE[1])
}

/** The best quality between `low` and `high` that should stay under the aim; `low` when none should. */
const predict = (search: CapSearch, measured: Measured[], low: number, high: number): number => {
  const last = measured.at(-1)
  if (!last) return high
  const slope = slopeBetween(search.curve, measured.at(-2), last)
  const room = Math.log((search.cap * AIM) / last.bytes)
  for (let quality = high; quality > low; quality -= 1) {
    if (slope * (search.curve.x(quality) - search.curve.x(last.quality)) <= room) return quality
  }
  return low
}

/**
 * Finds a quality whose bytes stay under a cap with few encodes: a bracketed secant on the logarithm of the bytes.
 * The answer depends on nothing but the picture and the arguments, so that a repeated export gives the same bytes.
 */
export const fitUnder = async (search: CapSearch): Promise<CapResult> => {
  const measured: Measured[] = []
  const fitting = (): Measured | undefined =>
    measured.filter((one) => one.bytes <= search.cap).sort((a, b) => b.quality - a.quality)[0]
  let low = search.floor
  let high = search.start
  while (low <= high) {
    const tired = measured.length >= PATIENCE
    if (tired && fitting()) break
    const quality = tired ? search.floor : predict(search, measured, low, high)
    const bytes = await search.measure(quality)
    measured.push({ quality, bytes })
    if (bytes > search.cap) high = Math.min(high, quality - 1)
    else if (quality === search.start || bytes >= search.cap * ENOUGH) break
    else low = quality + 1
  }
  const best = fitting()
  const smallest = Math.min(...measured.map((one) => one.bytes))
  return { quality: best?.quality ?? null, bytes: best?.bytes ?? smallest, encodes: measured.length }
}

export interface LadderSearch {
  cap: number
  /** Usual bytes of each step as a share of the first; falling. */
  shares: readonly number[]
  /** Encodes a step and tells the bytes. */
  measure: (step: number) => Promise<number>
}

export interface LadderResult {
  /** The first step that fits, or null where none does. */
  step: number | null
  bytes: number
  encodes: number
}

/** A guess this much over the cap is still worth an encode. */
const HOPE = 1.15

/**
 * Walks down a ladder of encodings, each smaller than the last, passes over steps that cannot fit by far, and steps
 * back up where it passed over too much.
 */
export const fitLadder = async ({ cap, shares, measure }: LadderSearch): Promise<LadderResult> => {
  const measured: { step: number; bytes: number }[] = []
  let low = 0
  let high = shares.length - 1
  while (low <= high) {
    const step = nextStep({ cap, shares }, measured.at(-1), low, high)
    const bytes = await measure(step)
    measured.push({ step, bytes })
    if (bytes > cap) low = step + 1
    else if (bytes >= cap * ENOUGH) break
    else high = step - 1
  }
  const best = measured.filter((one) => one.bytes <= cap).sort((a, b) => a.step - b.step)[0]
  const smallest = Math.min(...measured.map((one) => one.bytes))
  return { step: best?.step ?? null, bytes: best?.bytes ?? smallest, encodes: measured.length }
}

const nextStep = (
  { cap, shares }: Pick<LadderSearch, 'cap' | 'shares'>,
  last: { step: number; bytes: number } | undefined,
  low: number,
  high: number
): number => {
  if (!last) return low
  const perShare = last.bytes / (shares[last.step] ?? 1)
  for (let next = low; next < high; next += 1) if (perShare * (shares[next] ?? 0) <= cap * HOPE) return next
  return high
}
