import type { SkipReason } from '../figure-reader'
import { isNoFigure } from '../../../tables/read-number'
import { readDate } from '../../../tables/read-date'
import type { SourceRow } from '../../../tables/source-table'
import { periodIn } from '../tally/period-above'
import { readMonthDay, YearTeller } from '../tally/year-walk'
import type { FigureLayout } from './figure-layout'
import type { Settled } from './settled'

/** First and last day, both empty over a lifetime. */
export interface Span {
  from: string
  to: string
}

type Found = Span | { reason: SkipReason }

const LIFETIME: Span = { from: '', to: '' }

function dayOfRow(text: string, settled: Settled): { day: string } | { reason: SkipReason } {
  if (isNoFigure(text)) return { reason: 'no-date' }
  const day = settled.dates.day(text)
  if (day !== undefined) return { day }
  const date = readDate(text)
  const open = date ? date.kind === 'order' && date.first <= 12 && date.second <= 12 : readMonthDay(text) !== undefined && settled.year === null
  return { reason: open ? 'unsettled' : 'unreadable-date' }
}

function spanOfDays(from: string, to: string, settled: Settled): Found {
  const first = dayOfRow(from, settled)
  if ('reason' in first) return first
  const last = to === '' ? first : dayOfRow(to, settled)
  if ('reason' in last) return last
  return last.day < first.day ? { from: last.day, to: first.day } : { from: first.day, to: last.day }
}

/** `Sep 22 - Dec 20`: the year is that of the end. */
function rangeSpan(text: string, { year }: Settled): Found {
  const dated = periodIn(text)
  if (dated) return { from: dated[0], to: dated[1] }
  const [from, to] = text.split(/\s+[-–—]\s+/)
  if (from === undefined || to === undefined || !readMonthDay(from) || !readMonthDay(to)) return { reason: 'unreadable-date' }
  if (year === null) return { reason: 'unsettled' }
  const last = new YearTeller(year, false).tell(to)
  const first = [year, year - 1].map((one) => new YearTeller(one, false).tell(from)).find((day) => day !== undefined && last !== undefined && day <= last)
  return first !== undefined && last !== undefined ? { from: first, to: last } : { reason: 'unreadable-date' }
}

/** The days that a row counts. */
export function readSpan(row: SourceRow, layout: FigureLayout, settled: Settled): Found {
  const { span = 'lifetime' } = layout.layout.format
  const whole = settled.period ?? LIFETIME
  if (settled.covered) return settled.covered
  if (span === 'lifetime') {
    // A content export with one row a day says so in the cell that else reads "Lifetime".
    const scope = layout.text(row, 'scope')
    const day = scope !== '' && readDate(scope) ? settled.dates.day(scope) : undefined
    return day === undefined ? LIFETIME : { from: day, to: day }
  }
  if (layout.has('range')) return rangeSpan(layout.text(row, 'range'), settled)
  if (layout.has('day')) return spanOfDays(layout.text(row, 'day'), '', settled)
  const month = periodIn(layout.text(row, 'month'))
  if (month) return { from: month[0], to: month[1] }
  if (!layout.has('date')) return whole
  return spanOfDays(layout.text(row, 'date'), span === 'period' ? layout.text(row, 'until') : '', settled)
}
