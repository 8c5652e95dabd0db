export interface Ranged {
  value: number
  low: number | null
  high: number | null
}

/** Where the scale of a plot ends: a round figure above the highest value and most of the ends. Long whiskers are cut, not the rest squeezed. */
export function scaleEnd(rows: readonly (Ranged | null)[]): number {
  const highest = Math.max(0, ...rows.flatMap((row) => (row ? [row.value] : [])))
  const ends = Math.max(highest, ...rows.flatMap((row) => (row?.high ? [Math.min(row.high, highest * 2)] : [])))
  if (ends <= 0) return 1
  const step = 10 ** Math.floor(Math.log10(ends))
  return [1, 1.5, 2, 3, 4, 5, 7.5, 10].map((times) => times * step).find((end) => end >= ends * 1.02) ?? ends
}

/** Percent of the width, within it. */
export const placeOf = (value: number, end: number): number => Math.min(100, Math.max(0, (value / end) * 100))
