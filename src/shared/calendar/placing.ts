import { zoneClock, type Instant, type PlainDate, type WallTime } from '../time'

/** What has a time can be placed on a calendar; whatever else it holds is carried along. */
export interface Placeable {
  postId: string
  variantId: string | null
  planned: { instant: Instant }
}

/** An entry at the day and the hour at which the calendar's own zone sees it. */
export interface Placed<E extends Placeable> extends WallTime {
  entry: E
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: Placeable, b: Placeable): number =>
  compared(a.planned.instant, b.planned.instant) || compared(a.postId, b.postId) || compared(a.variantId ?? '', b.variantId ?? '')

/** Entries in order of time, each with its day and hour in the calendar's zone. Every view begins here. */
export function placeEntries<E extends Placeable>(entries: readonly E[], zone: string): Placed<E>[] {
  const sorted = [...entries].sort(inOrder)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return []
  const clock = zoneClock(zone, { from: first.planned.instant, to: new Date(Date.parse(last.planned.instant) + 1).toISOString() })
  return sorted.map(entry => ({ entry, ...clock(entry.planned.instant) }))
}

/** Days that hold something, in order; within a day in order of time. */
export function groupByDay<E extends Placeable>(placed: readonly Placed<E>[]): Map<PlainDate, Placed<E>[]> {
  const days = new Map<PlainDate, Placed<E>[]>()
  for (const one of placed) {
    const day = days.get(one.date)
    if (day) day.push(one)
    else days.set(one.date, [one])
  }
  return days
}
