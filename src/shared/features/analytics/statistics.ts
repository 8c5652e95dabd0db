import { normalQuantile, rarelyFewer, studentQuantile } from './distributions'

/** A range that holds the true value in 95 of 100 such samples, ends included. */
export interface Interval {
  low: number
  high: number
}

/** A figure of a sample. `n` counts the posts it rests on; without an interval there were too few to say how sure it is. */
export interface Estimate {
  value: number
  n: number
  interval: Interval | undefined
}

/** One post's share in a rate: interactions over reach, say. */
export interface Part {
  over: number
  under: number
}

/** Below so many values a figure says little: shown gray, and no sentence is built on it. */
export const fewestToShow = 3
/** The range between the smallest and the largest of five values holds the median in 94 of 100 samples only. */
export const fewestForMedianInterval = 6
const level = 0.95

/** What is in order already, as parts of a sorted list are, is not sorted again. */
function ascending(values: readonly number[]): Float64Array {
  const copy = Float64Array.from(values)
  for (let at = 1; at < copy.length; at += 1) if ((copy[at - 1] ?? 0) > (copy[at] ?? 0)) return copy.sort()
  return copy
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : sum(values) / values.length)

/** Between two values in proportion to their distance (type 7, as spreadsheets do). @param share 0 to 1 */
function quantileOfSorted(sorted: Float64Array, share: number): number | undefined {
  return quantileOfRanks(sorted.length, (rank) => sorted[rank] ?? 0, share)
}

function quantileOfRanks(n: number, valueAt: (rank: number) => number, share: number): number | undefined {
  if (n === 0) return undefined
  const place = (n - 1) * Math.min(1, Math.max(0, share))
  const [below, above] = [valueAt(Math.floor(place)), valueAt(Math.ceil(place))]
  return below + (above - below) * (place - Math.floor(place))
}

export const quantile = (values: readonly number[], share: number): number | undefined => quantileOfSorted(ascending(values), share)
export const median = (values: readonly number[]): number | undefined => quantile(values, 0.5)

/** Of a sample, by n - 1; undefined below two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  const middle = mean(values)
  if (middle === undefined || values.length < 2) return undefined
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1))
}

/**
 * The range of a median between two of the values themselves, whatever their distribution (by order, binomial). Undefined where
 * even the smallest and the largest value are too close together to be sure.
 */
export const medianInterval = (values: readonly number[]): Interval | undefined => medianIntervalOfSorted(ascending(values))

const medianIntervalOfSorted = (sorted: Float64Array): Interval | undefined => medianIntervalOfRanks(sorted.length, (rank) => sorted[rank] ?? 0)

function medianIntervalOfRanks(n: number, valueAt: (rank: number) => number): Interval | undefined {
  // The k-th value from either end leaves out the median with twice the chance of fewer than k heads in n throws.
  const from = rarelyFewer(n, (1 - level) / 2) + 1
  return from === 0 || from > n ? undefined : { low: valueAt(from - 1), high: valueAt(n - from) }
}

/** Of `n` values in order, of which few are asked for. @param valueAt by the place in their order, from 0 */
export function medianOfRanks(n: number, valueAt: (rank: number) => number): Estimate | undefined {
  const value = quantileOfRanks(n, valueAt, 0.5)
  return value === undefined ? undefined : { value, n, interval: medianIntervalOfRanks(n, valueAt) }
}

/** The range of a mean by Student's t; undefined below three values. */
export function meanInterval(values: readonly number[]): Interval | undefined {
  const [middle, spread] = [mean(values), standardDeviation(values)]
  if (middle === undefined || spread === undefined || values.length < fewestToShow) return undefined
  const half = (studentQuantile(values.length - 1) * spread) / Math.sqrt(values.length)
  return { low: middle - half, high: middle + half }
}

export function medianEstimate(values: readonly number[]): Estimate | undefined {
  const sorted = ascending(values)
  const value = quantileOfSorted(sorted, 0.5)
  return value === undefined ? undefined : { value, n: values.length, interval: medianIntervalOfSorted(sorted) }
}

export function meanEstimate(values: readonly number[]): Estimate | undefined {
  const value = mean(values)
  return value === undefined ? undefined : { value, n: values.length, interval: meanInterval(values) }
}

/**
 * A rate of several posts by their totals, so that a post seen by three people does not count as much as one seen by 30,000. The
 * range takes posts, not people, as what chance drew (ratio estimator, Student's t). Undefined when nothing is below the line.
 */
export function ratioEstimate(parts: readonly Part[]): Estimate | undefined {
  const n = parts.length
  const under = sum(parts.map((part) => part.under))
  if (n === 0 || under <= 0) return undefined
  const value = sum(parts.map((part) => part.over)) / under
  if (n < fewestToShow) return { value, n, interval: undefined }
  const off = sum(parts.map((part) => (part.over - value * part.under) ** 2))
  const half = (studentQuantile(n - 1) * Math.sqrt(off / (n * (n - 1)))) / (under / n)
  return { value, n, interval: { low: Math.max(0, value - half), high: value + half } }
}

/** The range of a share of `n` (Wilson), which stays between 0 and 1 and says something also where all or none did. */
export function wilsonInterval(count: number, n: number): Interval | undefined {
  if (n <= 0) return undefined
  const z = normalQuantile(0.5 + level / 2)
  const share = count / n
  const scale = 1 + (z * z) / n
  const center = (share + (z * z) / (2 * n)) / scale
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / scale
  return { low: Math.max(0, center - half), high: Math.min(1, center + half) }
}

/**
 * How many times one estimate is another. The ranges of both are put together on the scale on which twice and half are equally far
 * from the same (MOVER), so that it needs no model of how the values lie. `n` counts both. Undefined when the second is 0; without a
 * range where the second may be 0, for then there is no most.
 */
export function compareEstimates(a: Estimate | undefined, b: Estimate | undefined): Estimate | undefined {
  if (!a || !b || a.value < 0 || b.value <= 0) return undefined
  const value = a.value / b.value
  const n = a.n + b.n
  if (!a.interval || !b.interval || value === 0) return { value, n, interval: undefined }
  const apart = (over: number, under: number): number => (under <= 0 ? Infinity : Math.log(over / under))
  const down = Math.hypot(apart(a.value, a.interval.low), apart(b.interval.high, b.value))
  const up = Math.hypot(apart(a.interval.high, a.value), apart(b.value, b.interval.low))
  return { value, n, interval: up === Infinity ? undefined : { low: value * Math.exp(-down), high: value * Math.exp(up) } }
}

/**
 * How far one estimate lies from another, in their own unit. The ranges of both are put together (MOVER), so that it needs no model
 * of how the values lie. `n` counts both. Undefined where either has no range: how far apart they are is then not known.
 */
export function differenceOf(a: Estimate | undefined, b: Estimate | undefined): (Estimate & { interval: Interval }) | undefined {
  if (!a?.interval || !b?.interval) return undefined
  const value = a.value - b.value
  const down = Math.hypot(a.value - a.interval.low, b.interval.high - b.value)
  const up = Math.hypot(a.interval.high - a.value, b.value - b.interval.low)
  return { value, n: a.n + b.n, interval: { low: value - down, high: value + up } }
}
