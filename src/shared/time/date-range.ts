import { addDays, parseDate, type PlainDate } from './plain-date'
import type { Instant } from './wall-time'

/** From `from` up to, not including, `to`. */
export interface InstantRange {
  from: Instant
  to: Instant
}

/** The first instant of a day: midnight, or the end of a gap where the clock leaps over midnight. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return new Date(parseDate(date).toZonedDateTime(zone).epochMilliseconds).toISOString()
}

/**
 * The instants of the days from the first to the last, both included. A day that a zone skipped (Apia, December 30, 2011)
 * holds none.
 */
export function rangeOfDays(first: PlainDate, last: PlainDate, zone: string): InstantRange {
  return { from: startOfDay(first, zone), to: startOfDay(addDays(last, 1), zone) }
}

export const isWithin = (instant: Instant, { from, to }: InstantRange): boolean => instant >= from && instant < to
