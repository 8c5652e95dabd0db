import type { SourceRow } from '../../../tables/source-table'
import type { FigureLayout } from './figure-layout'
import type { Period } from './file-period'
import { adKey } from './row-key'

const MOST_KEYS = 200_000

/**
 * LinkedIn gives each ad one row with the first day of the report where nobody asked for days. Such a row counts the whole
 * period; one row for each day counts that day.
 */
export class AggregateWatch {
  private readonly keys = new Set<string>()
  private repeats = false

  constructor(private readonly layout: FigureLayout) {}

  add(row: SourceRow): void {
    if (this.layout.layout.format.aggregate !== true || this.repeats) return
    const key = adKey(row, this.layout)
    if (this.keys.has(key)) this.repeats = true
    else if (this.keys.size < MOST_KEYS) this.keys.add(key)
  }

  isWhole(period: Period | null): boolean {
    return this.layout.layout.format.aggregate === true && !this.repeats && this.keys.size > 0 && period !== null && period.from < period.to
  }
}
