import { addDays, addMonths, eachDay, isoWeekOf, weekdayOf, type PlainDate, type Weekday } from './plain-date'

export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const
export type WeekStart = (typeof WEEK_STARTS)[number]

const FIRST: Record<WeekStart, Weekday> = { monday: 1, sunday: 7, saturday: 6 }
const THURSDAY: Weekday = 4

export interface GridWeek {
  /** The ISO number of the week that most of its days are in, whatever day it starts on. */
  week: number
  days: { date: PlainDate; inMonth: boolean }[]
}

const daysAfter = (date: PlainDate, weekday: Weekday): number => (weekdayOf(date) - weekday + 7) % 7

export const startOfWeek = (date: PlainDate, weekStart: WeekStart): PlainDate => addDays(date, -daysAfter(date, FIRST[weekStart]))

/** The seven days of the week that a day is in. */
export function weekOf(date: PlainDate, weekStart: WeekStart): PlainDate[] {
  const first = startOfWeek(date, weekStart)
  return eachDay(first, addDays(first, 6))
}

/** Weekdays in the order of a row. */
export const weekdaysFrom = (weekStart: WeekStart): Weekday[] =>
  Array.from({ length: 7 }, (_, index) => (((FIRST[weekStart] - 1 + index) % 7) + 1) as Weekday)

/** The number that a row of days carries: a week is named after its Thursday. */
export function weekNumberOf(days: readonly PlainDate[]): number {
  const thursday = days.find(day => weekdayOf(day) === THURSDAY) ?? days[0]
  return thursday === undefined ? 0 : isoWeekOf(thursday).week
}

/** First and last day of the month that a day is in. */
export function monthOf(date: PlainDate): { first: PlainDate; last: PlainDate } {
  const first = `${date.slice(0, 8)}01`
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/**
 * The whole weeks that a month touches, four to six of them.
 *
 * @param date any day of the month
 */
export function monthGrid(date: PlainDate, weekStart: WeekStart): GridWeek[] {
  const { first, last } = monthOf(date)
  const start = startOfWeek(first, weekStart)
  const end = addDays(startOfWeek(last, weekStart), 6)
  const days = eachDay(start, end)
  return Array.from({ length: days.length / 7 }, (_, row) => {
    const week = days.slice(row * 7, row * 7 + 7)
    return { week: weekNumberOf(week), days: week.map(day => ({ date: day, inMonth: day >= first && day <= last })) }
  })
}
