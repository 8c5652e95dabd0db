import { addDays, addMonths, monthOf, startOfWeek, type PlainDate, type WeekStart } from '@shared/time'

export const planSpans = ['month', 'next-month', 'week', 'days'] as const
export type PlanSpan = (typeof planSpans)[number]

export interface PlanDays {
  fromDay: PlainDate
  toDay: PlainDate
}

/** The days a span means today; `days` are those chosen by hand. */
export function daysOfSpan(span: PlanSpan, today: PlainDate, weekStart: WeekStart, chosen: PlanDays): PlanDays {
  if (span === 'days') return chosen
  if (span === 'week') {
    const first = startOfWeek(today, weekStart)
    return { fromDay: first, toDay: addDays(first, 6) }
  }
  const { first, last } = monthOf(span === 'month' ? today : addMonths(monthOf(today).first, 1))
  return { fromDay: first, toDay: last }
}
