import { daysBetween, type PlainDate } from '../time'

/** Something that lasts for days: a campaign, a holiday, the client's own date. Both days are included. */
export interface DayBar {
  id: string
  startsOn: PlainDate
  endsOn: PlainDate
}

/** A part of a bar within one row of days. */
export interface BarPiece<B extends DayBar> {
  bar: B
  /** The column it begins in, from 0, and how many it covers. */
  column: number
  span: number
  /** Row below the day numbers, from 0; a bar keeps clear of the others. */
  lane: number
  /** Whether it goes on in the row before or after. */
  continuesBefore: boolean
  continuesAfter: boolean
}

const longestFirst = (a: DayBar, b: DayBar): number =>
  a.startsOn.localeCompare(b.startsOn) || b.endsOn.localeCompare(a.endsOn) || a.id.localeCompare(b.id)

/**
 * Bars over one row of days, such as a week of the month.
 *
 * @param days consecutive days
 */
export function layBars<B extends DayBar>(bars: readonly B[], days: readonly PlainDate[]): BarPiece<B>[] {
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const lanes: number[] = []
  return bars.filter(bar => bar.startsOn <= last && bar.endsOn >= first).sort(longestFirst).map(bar => {
    const column = Math.max(0, daysBetween(first, bar.startsOn))
    const end = Math.min(days.length, daysBetween(first, bar.endsOn) + 1)
    const free = lanes.findIndex(taken => taken <= column)
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = end
    return { bar, column, span: end - column, lane, continuesBefore: bar.startsOn < first, continuesAfter: bar.endsOn > last }
  })
}
