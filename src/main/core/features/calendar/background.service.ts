import { countryOfZone, HOLIDAY_COUNTRIES, holidaysBetween, type HolidayCountry } from '../../../../shared/calendar'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppOutputs } from '../../../../shared/contract'
import type { ClientDate } from '../../../../shared/features/calendar/calendar.contract'
import { addMonths, daysBetween } from '../../../../shared/time'
import type { Reader, Tx } from '../../context'
import { listCampaignRecords } from '../campaigns'
import { getWorkspaceSetting } from '../workspace-settings'
import { listClientDates } from './client-dates.repository'
import { listOpenSlots } from './slots.service'

type Background = AppOutputs['calendar']['background']
interface Days {
  first: string
  last: string
}

/** Days that one background may span: a year and the weeks around it. */
export const MAX_DAYS = 400

const isKnown = (country: string): country is HolidayCountry => (HOLIDAY_COUNTRIES as readonly string[]).includes(country)

/** @throws AppError `validation.country` naming the first that there are no holidays for */
export function toCountries(given: readonly string[]): HolidayCountry[] {
  return [...new Set(given.map((country) => country.toUpperCase()))].map((country) => {
    if (!isKnown(country)) throw new AppError('validation.country', { country })
    return country
  })
}

/** The countries chosen for the client; until then, the one that its zone lies in. */
export async function readCountries(db: Reader | Tx, zone: string): Promise<HolidayCountry[]> {
  const chosen = await getWorkspaceSetting(db, 'calendar.countries')
  if (chosen) return chosen.filter(isKnown)
  const country = countryOfZone(zone)
  return country ? [country] : []
}

const inYears = (date: ClientDate, years: number): ClientDate => ({
  ...date, startsOn: addMonths(date.startsOn, 12 * years), endsOn: addMonths(date.endsOn, 12 * years)
})

/** A date that comes back each year stands in every year in sight, from its first one on. */
function repeated(date: ClientDate, { first, last }: Days): ClientDate[] {
  if (!date.yearly) return [date]
  const from = Math.max(0, Number(first.slice(0, 4)) - Number(date.endsOn.slice(0, 4)))
  const to = Number(last.slice(0, 4)) - Number(date.startsOn.slice(0, 4))
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => inYears(date, from + index))
  return all.filter(({ startsOn, endsOn }) => startsOn <= last && endsOn >= first)
}

export async function listDates(db: Reader, days: Days): Promise<ClientDate[]> {
  const dates = await listClientDates(db, days.first, days.last)
  return dates.flatMap((date) => repeated(date, days)).sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name))
}

/** Campaigns that touch the days; one without a first or a last day is open on that side, one without both has no bar. */
async function listBars(db: Reader, { first, last }: Days): Promise<Background['campaigns']> {
  const campaigns = await listCampaignRecords(db, { includeArchived: false })
  return campaigns
    .filter(({ startsOn, endsOn }) => (startsOn ?? endsOn) !== null && (startsOn ?? '') <= last && (endsOn ?? '9999') >= first)
    .map(({ id, name, color, startsOn, endsOn }) => ({ id, name, color, startsOn, endsOn }))
}

/** @throws AppError `validation.days` */
export function assertDays(first: string, last: string, longest = Infinity): Days {
  if (first > last || daysBetween(first, last) > longest) throw new AppError('validation.days', { from: first, to: last })
  return { first, last }
}

/** All that lies behind the posts of a calendar. */
export async function readBackground(db: Reader, zone: string, days: Days, now: string): Promise<Background> {
  const countries = await readCountries(db, zone)
  return {
    countries,
    holidays: holidaysBetween(countries, days.first, days.last),
    dates: await listDates(db, days),
    campaigns: await listBars(db, days),
    openSlots: await listOpenSlots(db, zone, days, now)
  }
}
