import { z } from 'zod'
import { HOLIDAY_COUNTRIES, holidaysBetween, type Holiday, type HolidayCountry } from '../../calendar'
import { instantOf, isZone, startOfDay, addDays, type PlainDate } from '../../time'
import { clockTime } from '../posts/posts.schema'
import { alwaysOpen, openWeek, type BusinessHours, type OpenTime } from './open-hours'

const id = z.string().min(1).max(60)
const day = z.iso.date()

/**
 * The office is closed: whole days where no times are given, else from a time on the first day to a time on the last. By the
 * clock of the hours' zone.
 */
export const closure = z
  .object({ id, name: z.string().trim().max(120), from: day, fromTime: clockTime.nullable(), to: day, toTime: clockTime.nullable() })
  .refine(({ from, to, fromTime, toTime }) => `${from} ${fromTime ?? '00:00'}` < `${to} ${toTime ?? '24:00'}`, 'ends before it begins')
export type Closure = z.infer<typeof closure>

/** When a client answers. */
export const careHours = z.object({
  /** Null: around the clock, every day. */
  week: openWeek.nullable(),
  /** Null: the client's zone. */
  zone: z.string().max(60).refine(isZone, 'not a zone').nullable(),
  /** Whether public holidays of the calendar's countries are days off. Says nothing where the week is null. */
  holidays: z.boolean(),
  /** By `holidayKey`: those that are another way round, a holiday that is worked or a regional one that is not. */
  otherwise: z.array(z.string().max(200)).max(400),
  closures: z.array(closure).max(400)
})
export type CareHours = z.infer<typeof careHours>

export const openHours: CareHours = { week: null, zone: null, holidays: true, otherwise: [], closures: [] }

/** A holiday over the years; a day given in its place goes with it. */
export const holidayKey = ({ country, nameEn, region }: Pick<Holiday, 'country' | 'nameEn' | 'region'>): string => [country, nameEn, region ?? ''].join(' · ').trim()

/** Public holidays of the whole country are days off, others are not, unless it is said otherwise. */
export const isDayOff = (holiday: Holiday, { holidays, otherwise }: CareHours): boolean =>
  (holidays && holiday.type === 'public' && holiday.region === null) !== otherwise.includes(holidayKey(holiday))

const toPause = ({ from, fromTime, to, toTime }: Closure, zone: string): OpenTime => ({
  from: Date.parse(fromTime === null ? startOfDay(from, zone) : instantOf({ date: from, time: fromTime }, zone, 'earlier')),
  to: Date.parse(toTime === null ? startOfDay(addDays(to, 1), zone) : instantOf({ date: to, time: toTime }, zone, 'later'))
})

/**
 * Hours of a client for a clock.
 * @param zone of the client
 * @param countries those of the client's calendar
 */
export function businessHoursOf(hours: CareHours, zone: string, countries: readonly string[]): BusinessHours {
  const known = countries.filter((country): country is HolidayCountry => (HOLIDAY_COUNTRIES as readonly string[]).includes(country))
  const own = hours.zone ?? zone
  const years = new Map<string, ReadonlySet<PlainDate>>()
  const daysOff = (year: string): ReadonlySet<PlainDate> => {
    const found = years.get(year) ?? new Set(holidaysBetween(known, `${year}-01-01`, `${year}-12-31`).filter((holiday) => isDayOff(holiday, hours)).map(({ date }) => date))
    years.set(year, found)
    return found
  }
  return {
    zone: own,
    week: hours.week ?? alwaysOpen,
    // Around the clock means on holidays too; a closed office is closed in any case.
    isClosed: (date) => hours.week !== null && daysOff(date.slice(0, 4)).has(date),
    pauses: hours.closures.map((one) => toPause(one, own))
  }
}
