import { isWholeMonths, lengthOf, type Period } from '@shared/features/analytics/periods'
import { addDays, addMonths, monthOf, type PlainDate } from '@shared/time'

/** `2026-10` for `2026-10-31`. */
const monthName = (day: PlainDate): string => day.slice(0, 7)

/** The month that runs and those before it, newest first. */
export function recentMonths(today: PlainDate, count: number): string[] {
  const { first } = monthOf(today)
  return Array.from({ length: count }, (_, back) => monthName(addMonths(first, -back)))
}

export const lastWholeMonth = (today: PlainDate): string => monthName(addMonths(monthOf(today).first, -1))

/** From the first of a month to its last. */
export const isOneMonth = (period: Period): boolean => isWholeMonths(period) && monthName(period.from) === monthName(period.to)

/** As many whole months just after whole months, so that February follows January; else as many days. */
export function followingPeriod(period: Period): Period {
  const from = addDays(period.to, 1)
  if (!isWholeMonths(period)) return { from, to: addDays(from, lengthOf(period) - 1) }
  const months = (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))) * 12 + Number(period.to.slice(5, 7)) - Number(period.from.slice(5, 7))
  return { from, to: monthOf(addMonths(from, months)).last }
}
