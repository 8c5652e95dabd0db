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
 * `share` is relative to before (0.1: a tenth more). `perDay` says that days without figures kept the sums from being
 * compared: averages of a known day were, over the parts that are known in both periods.
 */
export type Change =
  | { kind: 'change'; share: number; difference: number; perDay: boolean }
  /** There was nothing before, so no share can be told. */
  | { kind: 'from-zero'; difference: number }
  /** Renamed or counted anew in between: any difference would be an artifact. */
  | { kind: 'break'; on: string; label: string }
  | { kind: 'unknown' }

function between(now: number, before: number, perDay: boolean): Change {
  if (before !== 0) return { kind: 'change', share: (now - before) / Math.abs(before), difference: now - before, perDay }
  return now === 0 ? { kind: 'change', share: 0, difference: 0, perDay } : { kind: 'from-zero', difference: now }
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
  if (sameParts && both.every(({ current, earlier }) => isWhole(current) && isWhole(earlier))) {
    return between(both.reduce((sum, { value }) => sum + value, 0), both.reduce((sum, { base }) => sum + base, 0), false)
  }
  const perDay = (parts: { sum: number; days: number }[]): number => parts.reduce((sum, part) => sum + part.sum / part.days, 0)
  return between(
    perDay(both.map(({ value, current }) => ({ sum: value, days: current.known }))),
    perDay(both.map(({ base, earlier }) => ({ sum: base, days: earlier.known }))),
    true
  )
}

/** The change of one sum. */
export const changeOf = (now: KnownSum, before: KnownSum | undefined): Change =>
  changeOfParts(new Map([['', now]]), new Map(before ? [['', before]] : []))
