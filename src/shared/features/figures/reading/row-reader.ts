import type { FigureDraft } from '../figure-draft'
import type { SkipReason } from '../figure-reader'
import type { SourceRow } from '../../../tables/source-table'
import { readFigures, type FigureLayout } from './figure-layout'
import { readSpan, type Span } from './row-span'
import { readSubject } from './row-subject'
import type { Settled } from './settled'

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
