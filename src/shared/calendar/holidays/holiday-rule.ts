import { addDays, weekdayOf, type PlainDate, type Weekday } from '../../time'
import { easterSunday } from './easter'

/**
 * - `public`: off for nearly everybody
 * - `regional`: off in a part of the country, or by custom
 * - `observance`: a day that people keep or shops live by, and work
 */
export type HolidayType = 'public' | 'regional' | 'observance'

interface RuleOptions {
  type?: HolidayType
  /** Where a regional day is kept, in English. */
  region?: string
  /** First and last year. */
  from?: number
  to?: number
  /** Whether it has this type in a year; else it is an observance. */
  publicIn?: (year: number) => boolean
  /** Where it goes in years that were different. */
  except?: Readonly<Record<number, string>>
  /** A further day off when it falls on a weekend. */
  substitute?: 'monday' | 'nearest'
}

export interface HolidayRule extends RuleOptions {
  name: string
  nameEn: string
  dayIn: (year: number) => PlainDate
}

export type Naming = readonly [name: string, nameEn: string]
type Rule = (naming: Naming, options?: RuleOptions) => HolidayRule

const two = (number: number): string => String(number).padStart(2, '0')
const rule = (dayIn: HolidayRule['dayIn']): Rule => ([name, nameEn], options = {}) => ({ name, nameEn, dayIn, ...options })

/** The same day each year. */
export const on = (month: number, day: number): Rule => rule(year => `${year}-${two(month)}-${two(day)}`)

/** Days after Easter Sunday; before it when negative. */
export const easter = (days: number): Rule => rule(year => addDays(easterSunday(year), days))

const firstFrom = (date: PlainDate, weekday: Weekday): PlainDate => addDays(date, (weekday - weekdayOf(date) + 7) % 7)

/** The first such weekday on or after a day, and days after that. */
export const weekdayFrom = (weekday: Weekday, month: number, day: number, then = 0): Rule =>
  rule(year => addDays(firstFrom(`${year}-${two(month)}-${two(day)}`, weekday), then))

/** The first, second, … such weekday of a month. */
export const nth = (count: number, weekday: Weekday, month: number, then = 0): Rule => weekdayFrom(weekday, month, count * 7 - 6, then)

const lastWeekday = (year: number, weekday: Weekday, month: number): PlainDate =>
  month === 12 ? firstFrom(`${year}-12-25`, weekday) : addDays(firstFrom(`${year}-${two(month + 1)}-01`, weekday), -7)

export const last = (weekday: Weekday, month: number): Rule => rule(year => lastWeekday(year, weekday, month))

/** Sundays make it go somewhere else, as the King's Day of the Netherlands. */
export const onUnlessSunday = (month: number, day: number, otherwise: number): Rule =>
  rule(year => {
    const date = `${year}-${two(month)}-${two(day)}`
    return weekdayOf(date) === 7 ? `${year}-${two(month)}-${two(otherwise)}` : date
  })

export const byRule = rule
export { lastWeekday }
