import { wallTimeOf, type PlainDate } from '@shared/time'
import { clockTimeOf, minutesOf } from '@shared/calendar'

/** When a post is planned for that is put on a day without an hour. */
export const USUAL_TIME = '09:00'

/**
 * Nine o'clock; on the present day, when that has passed, the next full hour.
 *
 * @param now an instant
 */
export function timeFor(day: PlainDate, now: string, zone: string): string {
  const present = wallTimeOf(now, zone)
  if (day !== present.date || present.time < USUAL_TIME) return USUAL_TIME
  return clockTimeOf(Math.min(23 * 60, (Math.floor(minutesOf(present.time) / 60) + 1) * 60))
}
