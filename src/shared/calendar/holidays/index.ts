import { addDays, weekdayOf, type PlainDate } from '../../time'
import { austria, germany, poland, switzerland } from './central'
import type { HolidayRule, HolidayType } from './holiday-rule'
import { denmark, finland, norway, sweden } from './nordic'
import { italy, portugal, spain } from './south'
import { unitedStates } from './united-states'
import { belgium, france, ireland, netherlands, unitedKingdom } from './west'

export type { HolidayType } from './holiday-rule'

const RULES = {
  NO: norway, IT: italy, NL: netherlands, GB: unitedKingdom,
  AT: austria, BE: belgium, CH: switzerland, DE: germany, DK: denmark, ES: spain, FI: finland, FR: france, IE: ireland,
  PL: poland, PT: portugal, SE: sweden, US: unitedStates
} as const satisfies Record<string, readonly HolidayRule[]>

export type HolidayCountry = keyof typeof RULES
/** Countries whose holidays are known, by ISO 3166 code. */
export const HOLIDAY_COUNTRIES = Object.keys(RULES) as HolidayCountry[]

/** The rules are those in force from here on; nothing is said about years before. */
export const FIRST_YEAR = 2020

export interface Holiday {
  date: PlainDate
  /** In the language of the country. */
  name: string
  nameEn: string
  type: HolidayType
  country: HolidayCountry
  /** Where in the country, in English; null: everywhere. */
  region: string | null
  /** The day off that is given because the holiday itself falls on a weekend. */
  substitute: boolean
}

const isWeekend = (date: PlainDate): boolean => weekdayOf(date) >= 6

/** A year's holidays of one country, before those on a weekend are given their day off. */
function plainDays(country: HolidayCountry, year: number): { holiday: Holiday; rule: HolidayRule }[] {
  const rules: readonly HolidayRule[] = RULES[country]
  return rules.filter(({ from = FIRST_YEAR, to = year }) => year >= from && year <= to).map(rule => {
    const date = rule.except?.[year] ?? rule.dayIn(year)
    const type = rule.publicIn && !rule.publicIn(year) ? 'observance' : (rule.type ?? 'public')
    return { rule, holiday: { date, name: rule.name, nameEn: rule.nameEn, type, country, region: rule.region ?? null, substitute: false } }
  })
}

interface DaysOff {
  /** Working days that a holiday takes, and where. */
  taken: Map<PlainDate, string | null>
  /** Days given to the whole country in place of a weekend. */
  given: Set<PlainDate>
}

/** The nearest working day, or the first one after it that no other holiday of the same place takes. */
function substituteFor({ holiday, rule }: { holiday: Holiday; rule: HolidayRule }, { taken, given }: DaysOff): Holiday[] {
  const weekday = weekdayOf(holiday.date)
  // A day given to the whole country pushes a regional one on, as January 2 in Scotland.
  const pushed = holiday.region !== null && given.has(holiday.date)
  if (!rule.substitute || !(isWeekend(holiday.date) || pushed)) return []
  if (rule.substitute === 'nearest') {
    return [{ ...holiday, date: addDays(holiday.date, weekday === 6 ? -1 : 1), substitute: true }]
  }
  let date = addDays(holiday.date, pushed ? 1 : 8 - weekday)
  while (taken.has(date) && (taken.get(date) === null || taken.get(date) === holiday.region)) date = addDays(date, 1)
  taken.set(date, holiday.region)
  if (holiday.region === null) given.add(date)
  return [{ ...holiday, date, substitute: true }]
}

/** By country and year: a calendar asks for the same two years each time it is turned. */
const known = new Map<string, readonly Holiday[]>()

function holidaysOf(country: HolidayCountry, year: number): readonly Holiday[] {
  const key = `${country} ${year}`
  const made = known.get(key) ?? makeHolidays(country, year)
  known.set(key, made)
  return made
}

function makeHolidays(country: HolidayCountry, year: number): Holiday[] {
  const plain = plainDays(country, year)
  const working = plain.filter(({ holiday }) => holiday.type !== 'observance' && !isWeekend(holiday.date))
  const off: DaysOff = { taken: new Map(working.map(({ holiday }) => [holiday.date, holiday.region])), given: new Set() }
  return [...plain.map(({ holiday }) => holiday), ...plain.flatMap(one => substituteFor(one, off))]
}

const rank: Record<HolidayType, number> = { public: 0, regional: 1, observance: 2 }

/** Holidays of some countries from the first to the last day, both included; in order of date, days off first. */
export function holidaysBetween(countries: readonly HolidayCountry[], first: PlainDate, last: PlainDate): Holiday[] {
  // A holiday of January 1 may be observed on the last day of December.
  const years = [Math.max(FIRST_YEAR, Number(first.slice(0, 4))), Number(last.slice(0, 4)) + 1] as const
  const found: Holiday[] = []
  for (const country of countries) for (let year = years[0]; year <= years[1]; year++) found.push(...holidaysOf(country, year))
  return found
    .filter(({ date }) => date >= first && date <= last)
    .sort((a, b) => a.date.localeCompare(b.date) || rank[a.type] - rank[b.type] || a.country.localeCompare(b.country))
}
