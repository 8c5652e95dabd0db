import type { InstantRange } from './date-range'
import type { Instant, WallTime } from './wall-time'
import { clockChanges, offsetMinutes } from './zones'

const MILLISECONDS_A_MINUTE = 60_000

/**
 * The clock of a zone over a span of time, for reading thousands of instants: the changes of the clock are looked up once.
 * It shows what `wallTimeOf` shows, for instants within the span.
 */
export function zoneClock(zone: string, { from, to }: InstantRange): (instant: Instant) => WallTime {
  const spans = [{ start: Date.parse(from), offset: offsetMinutes(zone, from) }]
  for (const change of clockChanges(zone, from, to)) {
    const before = spans.at(-1)?.offset ?? 0
    spans.push({ start: Date.parse(change.instant), offset: before + change.minutes })
  }
  spans.reverse()
  return (instant) => {
    const moment = Date.parse(instant)
    const offset = spans.find(span => span.start <= moment)?.offset ?? spans.at(-1)?.offset ?? 0
    const text = new Date(moment + offset * MILLISECONDS_A_MINUTE).toISOString()
    return { date: text.slice(0, 10), time: text.slice(11, 16) }
  }
}
