import { addDays, addMonths, daysBetween, monthOf, startOfWeek, type PlainDate, type WeekStart } from '../../time'
import type { CompareTo } from './analytics-scope'

/** Days of the client's calendar, both included. */
export interface Period {
  from: PlainDate
  to: PlainDate
}

export const lengthOf = ({ from, to }: Period): number => daysBetween(from, to) + 1

const firstOfMonth = (day: PlainDate): PlainDate => monthOf(day).first
const lastOfMonth = (day: PlainDate): PlainDate => monthOf(day).last
const monthsBetween = (from: PlainDate, to: PlainDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** From the first of a month to the last of one. */
export const isWholeMonths = ({ from, to }: Period): boolean => from === firstOfMonth(from) && to === lastOfMonth(to)

/** As many days just before it; before whole months as many whole months, so that September is held against August. */
export function previousPeriod(period: Period): Period {
  const to = addDays(period.from, -1)
  if (!isWholeMonths(period)) return { from: addDays(to, 1 - lengthOf(period)), to }
  return { from: addMonths(period.from, -1 - monthsBetween(period.from, period.to)), to }
}

/** The same days a year earlier; of whole months the whole months, so that February stays whole in a leap year. */
export function lastYearPeriod(period: Period): Period {
  const from = addMonths(period.from, -12)
  const to = addMonths(period.to, -12)
  return { from, to: isWholeMonths(period) ? lastOfMonth(to) : to }
}

/** Undefined: nothing to compare with. */
export function comparedPeriod(period: Period, compare: CompareTo): Period | undefined {
  switch (compare.kind) {
    case 'none':
      return undefined
    case 'previous':
      return previousPeriod(period)
    case 'last-year':
      return lastYearPeriod(period)
    case 'own':
      return { from: compare.from, to: compare.to }
  }
}

export const periodPresets = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-28-days', 'last-90-days'] as const
export type PeriodPreset = (typeof periodPresets)[number]

const quarterOf = (day: PlainDate): Period => {
  const from = addMonths(firstOfMonth(day), -((Number(day.slice(5, 7)) - 1) % 3))
  return { from, to: lastOfMonth(addMonths(from, 2)) }
}

/** The days of a preset. What is still to come is in it: `this-month` ends on the last of the month. */
export function presetPeriod(preset: PeriodPreset, today: PlainDate): Period {
  switch (preset) {
    case 'this-month':
      return { from: firstOfMonth(today), to: lastOfMonth(today) }
    case 'last-month': {
      const to = addDays(firstOfMonth(today), -1)
      return { from: firstOfMonth(to), to }
    }
    case 'this-quarter':
      return quarterOf(today)
    case 'last-quarter':
      return quarterOf(addDays(quarterOf(today).from, -1))
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
    // A day that is not over would pull the curve down, so the last day is yesterday.
    case 'last-28-days':
      return { from: addDays(today, -28), to: addDays(today, -1) }
    case 'last-90-days':
      return { from: addDays(today, -90), to: addDays(today, -1) }
  }
}

/** The preset that gives just this period today, if one does. */
export const presetOf = (period: Period, today: PlainDate): PeriodPreset | undefined =>
  periodPresets.find((preset) => {
    const { from, to } = presetPeriod(preset, today)
    return from === period.from && to === period.to
  })

export type Grain = 'day' | 'week' | 'month'

/** Days up to a quarter and a bit, weeks up to 15 months, months beyond: never more points than eyes can part. */
export function grainOf(period: Period): Grain {
  const days = lengthOf(period)
  if (days <= 100) return 'day'
  return days <= 460 ? 'week' : 'month'
}

/** The first day of the bucket that a day falls in. */
export function bucketOf(day: PlainDate, grain: Grain, weekStart: WeekStart = 'monday'): PlainDate {
  if (grain === 'day') return day
  return grain === 'week' ? startOfWeek(day, weekStart) : firstOfMonth(day)
}

/** Buckets of a period in order. The first and last may reach over its ends; only days inside it are counted in them. */
export function bucketsOf(period: Period, grain: Grain, weekStart: WeekStart = 'monday'): PlainDate[] {
  const step = (day: PlainDate): PlainDate => (grain === 'month' ? addMonths(day, 1) : addDays(day, grain === 'week' ? 7 : 1))
  const buckets: PlainDate[] = []
  for (let day = bucketOf(period.from, grain, weekStart); day <= period.to; day = step(day)) buckets.push(day)
  return buckets
}
