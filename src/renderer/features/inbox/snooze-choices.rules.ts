import { addDays, instantOf, wallTimeOf, weekdayOf, type Instant } from '@shared/time'

export type SnoozeChoice = '1-hour' | '4-hours' | 'tomorrow' | 'monday' | 'next-week'

const HOUR = 3_600_000
const MORNING = '09:00'

/** When each choice ends, by the clock of the client. */
export function snoozeUntil(choice: SnoozeChoice, now: Instant, zone: string): Instant {
  const { date } = wallTimeOf(now, zone)
  const morning = (days: number): Instant => instantOf({ date: addDays(date, days), time: MORNING }, zone)
  // Monday is 1; from Monday on it is the next one.
  const toMonday = ((8 - weekdayOf(date)) % 7) || 7
  switch (choice) {
    case '1-hour':
      return new Date(Date.parse(now) + HOUR).toISOString()
    case '4-hours':
      return new Date(Date.parse(now) + 4 * HOUR).toISOString()
    case 'tomorrow':
      return morning(1)
    case 'monday':
      return morning(toMonday)
    case 'next-week':
      return morning(7)
  }
}

export const snoozeChoices: readonly SnoozeChoice[] = ['1-hour', '4-hours', 'tomorrow', 'monday', 'next-week']
