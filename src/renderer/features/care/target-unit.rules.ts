import { DAY_MINUTES, targetMinutes } from '@shared/features/care/care-clock'

export const targetUnits = ['minutes', 'hours', 'days'] as const
export type TargetUnit = (typeof targetUnits)[number]

const minutesIn: Readonly<Record<TargetUnit, number>> = { minutes: 1, hours: 60, days: DAY_MINUTES }

/** Around the clock, hours up to three days are read as such. */
const MOST_HOURS = 72

/** A target as an amount of the largest unit that it is a whole number of: 24 hours are a day where there are working days. */
export function amountOf(minutes: number, hasHours: boolean): { amount: number; unit: TargetUnit } {
  const asDays = minutes % DAY_MINUTES === 0 && (hasHours || minutes > MOST_HOURS * 60)
  const unit = asDays ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes'
  return { amount: minutes / minutesIn[unit], unit }
}

/**
 * Minutes of an amount that was typed; undefined for what is no target. 24 hours and their multiples are whole days, other
 * amounts above 24 hours are none.
 */
export function minutesOf(amount: string, unit: TargetUnit): number | undefined {
  if (!/^\d{1,5}$/.test(amount.trim())) return undefined
  return targetMinutes.safeParse(Number(amount) * minutesIn[unit]).data
}
