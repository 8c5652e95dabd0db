import { z } from 'zod'
import { clockTime } from '../posts/posts.schema'
import type { PlainDate } from '../../time'

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

/** Milliseconds since 1970, from up to and not including to. */
export interface OpenTime {
  from: number
  to: number
}

/** When somebody is there to answer. */
export interface BusinessHours {
  zone: string
  week: OpenWeek
  /** Holidays and days off of one's own, whatever the weekday. */
  isClosed(day: PlainDate): boolean
  /** Pauses: the clock stands still in them. In any order; they may overlap. */
  pauses?: readonly OpenTime[]
}

/** Nine to five with half an hour at noon, Monday to Friday. */
export const officeWeek: OpenWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  weekday <= 5 ? [{ from: '09:00', to: '12:00' }, { from: '12:30', to: '17:00' }] : []
)
/** Somebody is always there. */
export const alwaysOpen: OpenWeek = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }])
