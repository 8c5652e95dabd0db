import { instantOf } from '../../../time'

const MOST_KEPT = 100_000

/**
 * Turns times of a wall clock into instants. What one hour of one day is in UTC is looked up once: tables have a million rows
 * and few hours. Of an hour that the clock shows twice the first is meant, since files write no more.
 */
export class ZoneTimes {
  private readonly hours = new Map<string, number>()

  constructor(private readonly zone: string) {}

  /** @param day `YYYY-MM-DD` @param time `HH:MM` */
  instant(day: string, time: string): string {
    if (this.zone === 'UTC') return `${day}T${time}:00.000Z`
    const hour = `${day}T${time.slice(0, 2)}`
    let start = this.hours.get(hour)
    if (start === undefined) {
      start = Date.parse(instantOf({ date: day, time: `${time.slice(0, 2)}:00` }, this.zone))
      if (this.hours.size < MOST_KEPT) this.hours.set(hour, start)
    }
    return new Date(start + Number(time.slice(3, 5)) * 60_000).toISOString()
  }
}
