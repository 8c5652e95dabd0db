import { z } from 'zod'
import { clockTime } from '../posts/posts.schema'
import { addDays, instantOf, isZone, type Instant, type PlainDate, startOfDay, wallTimeOf, weekdayOf } from '../../time'

/** From and to on one day; `24:00` is the end of the day. A lunch break is the gap between two spans. */
export const openSpan = z
  .object({ from: clockTime, to: clockTime.or(z.literal('24:00')) })
  .refine(({ from, to }) => from < to, 'ends before it begins')
export type OpenSpan = z.infer<typeof openSpan>

const withoutOverlap = (spans: readonly OpenSpan[]): boolean =>
  [...spans].sort((a, b) => a.from.localeCompare(b.from)).every((span, index, all) => index === 0 || (all[index - 1]?.to ?? '') <= span.from)

/** Monday first, seven days. A day without a span is a day off. */
export const openWeek = z.array(z.array(openSpan).max(6).refine(withoutOverlap, 'spans overlap')).length(7)
export type OpenWeek = z.infer<typeof openWeek>

/** When somebody is there to answer. */
export interface BusinessHours {
  zone: string
  week: OpenWeek
  /** Holidays and days off of one's own, whatever the weekday. */
  isClosed(day: PlainDate): boolean
}

/** Nine to five with half an hour at noon, Monday to Friday. */
export const officeWeek: OpenWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  weekday <= 5 ? [{ from: '09:00', to: '12:00' }, { from: '12:30', to: '17:00' }] : []
)
/** Somebody is always there. */
export const alwaysOpen: OpenWeek = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }])

/** Milliseconds since 1970, from up to and not including to. */
export interface OpenTime {
  from: number
  to: number
}

/** A day that is this far away is as good as never: hours that are closed for ever end a search here. */
const FAR_DAYS = 800

const ms = (instant: Instant): number => Date.parse(instant)
const iso = (at: number): Instant => new Date(at).toISOString()

/**
 * Counts time while somebody is there. Days are looked up once and kept, so that a report over many conversations asks the
 * calendar once a day of its period.
 */
export class BusinessClock {
  private readonly days = new Map<PlainDate, readonly OpenTime[]>()

  /** @throws RangeError for a zone that is none */
  constructor(private readonly hours: BusinessHours) {
    if (!isZone(hours.zone)) throw new RangeError(`not a zone: ${hours.zone}`)
  }

  /** Milliseconds of business hours from one instant to another; 0 where the second is not after the first. */
  between(from: Instant, to: Instant): number {
    const [start, end] = [ms(from), ms(to)]
    let sum = 0
    for (const span of this.spansFrom(from, end)) sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start))
    return sum
  }

  /**
   * The instant at which so many milliseconds of business hours have passed: the moment at which a target is missed. At the end
   * of a span it is that end, not the opening after it. Null where the hours never add up.
   */
  after(from: Instant, duration: number): Instant | null {
    if (duration <= 0) return from
    const start = ms(from)
    let left = duration
    for (const span of this.spansFrom(from, Number.POSITIVE_INFINITY)) {
      const open = Math.max(0, span.to - Math.max(span.from, start))
      if (open >= left) return iso(Math.max(span.from, start) + left)
      left -= open
    }
    return null
  }

  isOpen(at: Instant): boolean {
    const now = ms(at)
    return this.openTimes(wallTimeOf(at, this.hours.zone).date).some(({ from, to }) => from <= now && now < to)
  }

  /** When it is open next, or since when it is; null where it never is. */
  nextOpen(at: Instant): Instant | null {
    const now = ms(at)
    for (const span of this.spansFrom(at, Number.POSITIVE_INFINITY)) if (span.to > now) return iso(Math.max(span.from, now))
    return null
  }

  private *spansFrom(from: Instant, end: number): Generator<OpenTime> {
    let day = wallTimeOf(from, this.hours.zone).date
    for (let count = 0; count < FAR_DAYS || end !== Number.POSITIVE_INFINITY; count += 1) {
      if (end !== Number.POSITIVE_INFINITY && ms(startOfDay(day, this.hours.zone)) >= end) return
      yield* this.openTimes(day)
      day = addDays(day, 1)
    }
  }

  /** Spans of a day as instants. What the clock leaps over is not there; an hour that it shows twice counts twice, as it is worked. */
  private openTimes(day: PlainDate): readonly OpenTime[] {
    const known = this.days.get(day)
    if (known) return known
    const found = this.hours.isClosed(day) ? [] : this.lookUp(day)
    this.days.set(day, found)
    return found
  }

  private lookUp(day: PlainDate): OpenTime[] {
    const { zone, week } = this.hours
    return (week[weekdayOf(day) - 1] ?? [])
      .map(({ from, to }) => ({
        from: ms(instantOf({ date: day, time: from }, zone, 'earlier')),
        to: ms(to === '24:00' ? startOfDay(addDays(day, 1), zone) : instantOf({ date: day, time: to }, zone, 'later'))
      }))
      .filter((span) => span.from < span.to)
  }
}
