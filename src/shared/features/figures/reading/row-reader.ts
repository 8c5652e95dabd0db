import type { FigureDraft } from '../figure-draft'
import type { SkipReason } from '../figure-reader'
import type { DecimalMark } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'
import type { AccountList } from './account-list'
import { readFigures, type FigureLayout } from './figure-layout'
import type { Period } from './file-period'
import type { RowDates } from './row-dates'
import { readSpan, type Span } from './row-span'
import { readSubject } from './row-subject'

/** What the first walk over a table found, and a person answered. */
export interface Settled {
  dates: RowDates
  /** By place of the column. */
  marks: ReadonlyMap<number, DecimalMark>
  /** Of the whole file. */
  period: Period | null
  /** The file's period, where every row counts all of it. */
  covered: Period | null
  accounts: AccountList
  currency: string | null
  /** Of the newest date that has none. */
  year: number | null
}

export type RowRead = FigureDraft | { reason: SkipReason }

const isSkipped = <T extends object>(found: T | { reason: SkipReason }): found is { reason: SkipReason } => 'reason' in found

/** Turns one row of a settled table into figures. */
export class RowReader {
  constructor(
    private readonly layout: FigureLayout,
    private readonly settled: Settled
  ) {}

  read(row: SourceRow): RowRead {
    // Dates go first, and once for each row: those without a year are told by the row before.
    const span: Span | { reason: SkipReason } = readSpan(row, this.layout, this.settled)
    if (isSkipped(span)) return span
    const subject = readSubject(row, this.layout, this.settled)
    if (isSkipped(subject)) return subject
    const { values, more } = readFigures(row, this.layout.figures, this.settled.marks)
    const empty = Object.keys(values).length === 0 && Object.keys(more).length === 0
    if (empty && subject.kind !== 'post') return { reason: 'no-figures' }
    return { line: row.line, account: this.settled.accounts.placeOf(row), subject, startsOn: span.from, endsOn: span.to, values, more, raw: this.layout.raw(row) }
  }
}
