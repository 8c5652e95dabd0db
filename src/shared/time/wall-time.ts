import { Temporal } from 'temporal-polyfill/implementation'
import { parseDate, type PlainDate } from './plain-date'

/** `HH:MM` on a clock of 24 hours, from `00:00` to `23:59`. */
export type ClockTime = string

/** An instant as the clock writes it: `2026-03-29T01:30:00.000Z`. Texts of this shape sort by time. */
export type Instant = string

/** What a clock and a calendar on the wall show somewhere. */
export interface WallTime {
  date: PlainDate
  time: ClockTime
}

/** A reading of the clock, and the instant at which it is read. */
export interface WallMoment extends WallTime {
  instant: Instant
  /** The distance to UTC then, as `+02:00`. */
  offset: string
}

/** Which of two instants is meant where the clock leaps forward or is put back. */
export type Disambiguation = 'earlier' | 'later'

/**
 * When a wall time is.
 *
 * - `exact`: once, on nearly every day.
 * - `gap`: never, since the clock leaps over it. `before` is as long before the leap as `after` is after it; `shiftBy` is the
 *   length of the leap in minutes. At a leap from 02:00 to 03:00, 02:30 lies between 01:30 and 03:30.
 * - `overlap`: twice, since the clock was put back in between.
 */
export type ResolvedWallTime =
  | { kind: 'exact'; instant: Instant }
  | { kind: 'gap'; before: WallMoment; after: WallMoment; shiftBy: number }
  | { kind: 'overlap'; earlier: WallMoment; later: WallMoment }

const TIME_SHAPE = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const NANOSECONDS_A_MINUTE = 60_000_000_000

export const isClockTime = (text: string): boolean => TIME_SHAPE.test(text)

const written = (moment: Temporal.ZonedDateTime): Instant => new Date(moment.epochMilliseconds).toISOString()

function read(moment: Temporal.ZonedDateTime): WallMoment {
  return {
    date: moment.toPlainDate().toString(),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
    instant: written(moment),
    offset: moment.offset
  }
}

function plain(date: PlainDate, time: ClockTime): Temporal.PlainDateTime {
  if (!isClockTime(time)) throw new RangeError(`not a time: ${time}`)
  return parseDate(date).toPlainDateTime(Temporal.PlainTime.from(time))
}

/** @throws RangeError when the date, the time or the zone is none */
export function resolveWallTime(date: PlainDate, time: ClockTime, zone: string): ResolvedWallTime {
  const wall = plain(date, time)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'exact', instant: written(earlier) }
  if (earlier.toPlainDateTime().equals(wall)) return { kind: 'overlap', earlier: read(earlier), later: read(later) }
  const shiftBy = (later.offsetNanoseconds - earlier.offsetNanoseconds) / NANOSECONDS_A_MINUTE
  return { kind: 'gap', before: read(earlier), after: read(later), shiftBy }
}

/**
 * The one instant of a wall time. Where the clock leaps over it or shows it twice, `choice` decides; without a choice it is,
 * as in calendars elsewhere (RFC 5545), the time after a gap and the first of two.
 *
 * @throws RangeError when the date, the time or the zone is none
 */
export function instantOf({ date, time }: WallTime, zone: string, choice?: Disambiguation | null): Instant {
  return written(plain(date, time).toZonedDateTime(zone, { disambiguation: choice ?? 'compatible' }))
}

/** What the clock shows in a zone at an instant; seconds are dropped. @throws RangeError when instant or zone is none */
export function wallTimeOf(instant: Instant, zone: string): WallTime {
  const text = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return { date: text.slice(0, 10), time: text.slice(11) }
}

/** The day it is in a zone. */
export const todayIn = (zone: string, now: Instant): PlainDate => wallTimeOf(now, zone).date
