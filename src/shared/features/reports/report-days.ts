import { AppError } from '../../errors/app-error'
import { addMonths, daysBetween, monthOf } from '../../time'
import type { Period } from '../analytics/periods'

/** What days a person asked for: a month, days of one's own, or neither. */
export interface AskedDays {
  month?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** The longest time that one report is about. */
const MOST_DAYS = 800

/** @throws AppError `validation.days` where the last comes before the first, or there are too many */
export function checkDays({ from, to }: Period): Period {
  const length = daysBetween(from, to)
  if (length < 0 || length >= MOST_DAYS) throw new AppError('validation.days', { from, to })
  return { from, to }
}

/**
 * The days that were asked for; of nothing the last whole month.
 * @param today in the zone of the client
 * @throws AppError `validation.days` also where half of them is missing
 */
export function reportDays({ month, from, to }: AskedDays, today: string): Period {
  if (month !== undefined) {
    const { first, last } = monthOf(`${month}-01`)
    return { from: first, to: last }
  }
  if (from !== undefined && to !== undefined) return checkDays({ from, to })
  if (from !== undefined || to !== undefined) throw new AppError('validation.days', { from: from ?? '', to: to ?? '' })
  const { first, last } = monthOf(addMonths(`${today.slice(0, 7)}-01`, -1))
  return { from: first, to: last }
}
