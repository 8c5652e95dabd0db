import { weekdayOf, type PlainDate, type Weekday } from '@shared/time'

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY'
export interface RepeatDraft {
  frequency: Frequency
  interval: number
  weekdays: Weekday[]
  /** Empty: without an end. */
  until: string
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Every week on the weekday that the post goes out. */
export const usualRepeat = (date: PlainDate): RepeatDraft => ({ frequency: 'WEEKLY', interval: 1, weekdays: [weekdayOf(date)], until: '' })

/** RFC 5545, without a start. */
export function ruleOf({ frequency, interval, weekdays }: RepeatDraft): string {
  const days = weekdays.toSorted((one, other) => one - other).map((day) => dayNames[day - 1])
  return [`FREQ=${frequency}`, interval > 1 && `INTERVAL=${interval}`, frequency === 'WEEKLY' && days.length > 0 && `BYDAY=${days.join(',')}`].filter(Boolean).join(';')
}
