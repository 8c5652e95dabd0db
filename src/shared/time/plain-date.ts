import { Temporal } from 'temporal-polyfill/implementation'

/** `YYYY-MM-DD`: a day of the calendar, in no zone. Texts of this shape sort by time. */
export type PlainDate = string

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** @throws RangeError when the text is no day of the calendar */
export function parseDate(date: PlainDate): Temporal.PlainDate {
  if (!SHAPE.test(date)) throw new RangeError(`not a date: ${date}`)
  return Temporal.PlainDate.from(date)
}

/** A day that exists: `2026-02-30` does not. */
export function isDate(text: string): boolean {
  try {
    return parseDate(text).year > 0
  } catch {
    return false
  }
}

/** @throws RangeError beyond the years 0000 to 9999 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return parseDate(date).add({ days }).toString()
}

/** A day that the month does not have becomes its last one: a month after January 31 is February 28 or 29. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return parseDate(date).add({ months }).toString()
}

/** Days from one date to another; negative when the second comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return parseDate(from).until(parseDate(to), { largestUnit: 'day' }).days
}

export function weekdayOf(date: PlainDate): Weekday {
  return parseDate(date).dayOfWeek as Weekday
}

/** The week after ISO 8601, and the year it belongs to: January 1, 2027 is in week 53 of 2026. */
export function isoWeekOf(date: PlainDate): { year: number; week: number } {
  const { yearOfWeek, weekOfYear } = parseDate(date)
  // Only calendars other than the ISO calendar have no weeks.
  return { year: yearOfWeek ?? 0, week: weekOfYear ?? 0 }
}

/** Every day from the first to the last, both included; none when the last comes first. */
export function eachDay(first: PlainDate, last: PlainDate): PlainDate[] {
  const start = parseDate(first)
  const count = Math.max(0, daysBetween(first, last) + 1)
  return Array.from({ length: count }, (_, days) => start.add({ days }).toString())
}
