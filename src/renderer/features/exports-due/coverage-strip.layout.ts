import type { DayRange } from '@shared/features/exports-due/due-rules'
import { addDays, addMonths, daysBetween, monthOf, type PlainDate } from '@shared/time'

/** Months that a strip shows: this one and the eleven before it. */
const MONTHS = 12

export interface StripPart {
  /** `gap`: days between two that are covered. `open`: days since the last one. */
  kind: 'covered' | 'gap' | 'open'
  from: PlainDate
  to: PlainDate
  /** Shares of the strip's width, 0 to 1. */
  start: number
  share: number
}

export interface Strip {
  days: number
  /** Days in view that are covered. */
  covered: number
  parts: StripPart[]
}

const firstDay = (today: PlainDate): PlainDate => addMonths(monthOf(today).first, 1 - MONTHS)

/** Where each month begins. */
export function stripMonths(today: PlainDate): { first: PlainDate; start: number }[] {
  const from = firstDay(today)
  const days = daysBetween(from, today) + 1
  return Array.from({ length: MONTHS }, (_, month) => {
    const first = addMonths(from, month)
    return { first, start: daysBetween(from, first) / days }
  })
}

/** The days of the last twelve months that are covered, those missing in between, and those since the last one. */
export function layOutStrip(ranges: readonly DayRange[], today: PlainDate): Strip {
  const from = firstDay(today)
  const days = daysBetween(from, today) + 1
  const clip = (range: DayRange): DayRange => ({ from: range.from < from ? from : range.from, to: range.to > today ? today : range.to })
  const place = (kind: StripPart['kind'], range: DayRange): StripPart => ({
    kind, ...range, start: daysBetween(from, range.from) / days, share: (daysBetween(range.from, range.to) + 1) / days
  })
  const parts: StripPart[] = []
  let after = ''
  for (const range of ranges.map(clip).filter((one) => one.from <= one.to)) {
    if (after !== '' && after < range.from) parts.push(place('gap', { from: after, to: addDays(range.from, -1) }))
    parts.push(place('covered', range))
    after = addDays(range.to, 1)
  }
  if (after !== '' && after <= today) parts.push(place('open', { from: after, to: today }))
  const covered = parts.filter(({ kind }) => kind === 'covered').reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0)
  return { days, covered, parts }
}
