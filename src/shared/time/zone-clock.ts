import type { InstantRange } from './date-range'
import type { Instant, WallTime } from './wall-time'
import { clockChanges, offsetMinutes } from './zones'

const MILLISECONDS_A_MINUTE = 60_000

/** Minutes that the clock of a zone is ahead of UTC at a moment within the span; its changes are looked up once. */
export function zoneOffsets(zone: string, { from, to }: InstantRange): (moment: number) => number {
  const spans = [{ start: Date.parse(from), offset: offsetMinutes(zone, from) }]
  for (const change of clockChanges(zone, from, to)) {
    const before = spans.at(-1)?.offset ?? 0
    spans.push({ start: Date.parse(change.instant), offset: before + change.minutes })
  }
  spans.reverse()
  return (moment) => spans.find(span => span.start <= moment)?.offset ?? spans.at(-1)?.offset ?? 0
}

/**
 * The clock of a zone over a span of time, for reading thousands of instants. It shows what `wallTimeOf` shows, for instants
 * within the span.
 */
export function zoneClock(zone: string, span: InstantRange): (instant: Instant) => WallTime {
  const offset = zoneOffsets(zone, span)
  return (instant) => {
    const moment = Date.parse(instant)
    const text = new Date(moment + offset(moment) * MILLISECONDS_A_MINUTE).toISOString()
    return { date: text.slice(0, 10), time: text.slice(11, 16) }
  }
}
