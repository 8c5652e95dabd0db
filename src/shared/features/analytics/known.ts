/** A sum that knows how much of it is known: zero and missing are never the same. */
export interface KnownSum {
  /** Undefined: nothing is known. */
  value: number | undefined
  /** Values that it is made of. */
  known: number
  /** Values that there should be; more than `known` where something is missing. */
  expected: number
}

export function sumKnown(values: readonly (number | null | undefined)[]): KnownSum {
  const known = values.filter((value) => value !== null && value !== undefined)
  return {
    value: known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0),
    known: known.length,
    expected: values.length
  }
}

/**
 * How a figure moved.
 * `share` is relative to before (0.1: a tenth more). `perKnown` says that missing figures kept the sums from being
 * compared: means of what is known were (a day, a post), over the parts that are known in both periods.
 */
export type Change =
  | { kind: 'change'; share: number; difference: number; perKnown: boolean }
  /** There was nothing before, so no share can be told. */
  | { kind: 'from-zero'; difference: number }
  /** Renamed or counted anew in between: any difference would be an artifact. */
  | { kind: 'break'; on: string; network: string }
  | { kind: 'unknown' }

/** How one value became another. */
export function between(now: number, before: number, perKnown = false): Change {
  if (before !== 0) return { kind: 'change', share: (now - before) / Math.abs(before), difference: now - before, perKnown }
  return now === 0 ? { kind: 'change', share: 0, difference: 0, perKnown } : { kind: 'from-zero', difference: now }
}

const isWhole = ({ known, expected }: KnownSum): boolean => known === expected

/**
 * The change of a sum that is made of parts (channels), each with its own gaps.
 * @param now, before the sums of each part by its id
 */
export function changeOfParts(now: ReadonlyMap<string, KnownSum>, before: ReadonlyMap<string, KnownSum>): Change {
  const both = [...now].flatMap(([id, current]) => {
    const earlier = before.get(id)
    return current.value === undefined || earlier?.value === undefined ? [] : [{ current, earlier, value: current.value, base: earlier.value }]
  })
  if (both.length === 0) return { kind: 'unknown' }
  const known = (parts: ReadonlyMap<string, KnownSum>): number => [...parts.values()].filter(({ value }) => value !== undefined).length
  const sameParts = both.length === known(now) && both.length === known(before)
  // Where nothing happened there is nothing to take a mean of, and the sum is whole.
  const isEmpty = both.some(({ current, earlier }) => current.known === 0 || earlier.known === 0)
  if (isEmpty || (sameParts && both.every(({ current, earlier }) => isWhole(current) && isWhole(earlier)))) {
    return between(both.reduce((sum, { value }) => sum + value, 0), both.reduce((sum, { base }) => sum + base, 0), false)
  }
  const mean = (parts: { sum: number; n: number }[]): number => parts.reduce((sum, part) => sum + part.sum / part.n, 0)
  return between(
    mean(both.map(({ value, current }) => ({ sum: value, n: current.known }))),
    mean(both.map(({ base, earlier }) => ({ sum: base, n: earlier.known }))),
    true
  )
}

/** The change of one sum. */
export const changeOf = (now: KnownSum, before: KnownSum | undefined): Change =>
  changeOfParts(new Map([['', now]]), new Map(before ? [['', before]] : []))
