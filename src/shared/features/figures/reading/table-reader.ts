import type { FigureDraft } from '../figure-draft'
import type { FigureAnswers, FigureQuestion, FigureReader, FigureSettlement, FoundFigures, ReadFigures, SkippedRow, TableHead } from '../figure-reader'
import type { SourceRow } from '../../../tables/source-table'
import { RowSorter } from '../tally/row-sorter'
import { periodIn } from '../tally/period-above'
import { TableTally } from '../tally/table-tally'
import { YearTeller } from '../tally/year-walk'
import { AccountList } from './account-list'
import { AggregateWatch } from './aggregate-watch'
import type { FigureLayout } from './figure-layout'
import { filePeriod, type Period } from './file-period'
import { RowDates } from './row-dates'
import { RowReader } from './row-reader'
import { readStock, totalFollowers } from './stock-above'

/** Reads a table that has one header and a row for each thing: nearly every export there is. */
export class TableFigureReader implements FigureReader {
  readonly found: FoundFigures
  private readonly tally: TableTally
  private readonly accounts: AccountList
  private readonly aggregate: AggregateWatch
  private sorter: RowSorter
  private rows: RowReader | undefined

  constructor(
    private readonly layout: FigureLayout,
    private readonly head: TableHead,
    mapped: boolean
  ) {
    const { format, score, matched, headerIndex } = layout.layout
    const { id, kind, platform, network, subject } = format
    this.found = { format: id, kind, platform, network: network === '' ? null : network, subject, score, matched, headerLine: head.rows[headerIndex]?.line ?? 0, columns: layout.found(), unknown: layout.unknown(), mapped }
    this.tally = new TableTally(layout.layout)
    this.accounts = new AccountList(layout)
    this.aggregate = new AggregateWatch(layout)
    this.sorter = new RowSorter(layout.layout)
  }

  observe(rows: readonly SourceRow[]): void {
    for (const row of rows) {
      if (this.tally.add(row) !== 'data') continue
      this.accounts.add(row)
      this.aggregate.add(row)
    }
  }

  settle(answers: FigureAnswers): FigureSettlement {
    const { format } = this.layout.layout
    const order = this.tally.order ?? answers.order ?? null
    const period = this.periodOf(answers)
    const questions = this.questions(answers, period)
    this.sorter = new RowSorter(this.layout.layout)
    const { walk } = this.tally.dates
    const year = answers.year
    const dates = new RowDates(order, format.zone, year !== undefined && walk.count > 0 ? new YearTeller(walk.firstYear(year), walk.isFalling) : null)
    const covered = this.aggregate.isWhole(period) ? period : null
    this.rows = new RowReader(this.layout, { dates, marks: this.tally.marks(), period, covered, accounts: this.accounts, currency: this.tally.currency, year: year ?? null })
    const facts = { ...this.tally.facts(order), ...(format.stockAbove && totalFollowers(this.head.rows)) }
    const [from, to] = this.range(facts, period, year)
    return { questions, accounts: this.accounts.list(format.network || (answers.network ?? '')), from, to, rows: this.tally.rows, sums: this.tally.sums(), facts }
  }

  /** Days that the figures are about. */
  private range(facts: Record<string, unknown>, period: Period | null, year: number | undefined): [string, string] {
    const { walk } = this.tally.dates
    const dateFacts = [facts['date_from'], facts['date_to']]
    if (year !== undefined && walk.count > 0 && walk.firstText !== null && walk.lastText !== null) {
      const teller = (start: number) => new YearTeller(start, walk.isFalling)
      const first = teller(walk.firstYear(year)).tell(walk.firstText) ?? ''
      const last = teller(walk.lastYear(year)).tell(walk.lastText) ?? ''
      return first <= last ? [first, last] : [last, first]
    }
    const told = dateFacts.every((day) => typeof day === 'string') ? dateFacts : facts['published_from_id']
    const days = Array.isArray(told) ? told.map((day) => /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(String(day))?.[0] ?? '') : []
    if (days[0] !== undefined && days[1] !== undefined) return [days[0], days[1]]
    return period ? [period.from, period.to] : ['', '']
  }

  private periodOf(answers: FigureAnswers): Period | null {
    const { format } = this.layout.layout
    if (typeof answers.period === 'object') return answers.period
    if (answers.period === 'lifetime') return null
    const above = this.tally.period
    const [first] = above
    const last = above.at(-1)
    if (format.period === 'above' && first !== undefined && last !== undefined && first <= last) return { from: first, to: last }
    if (format.span !== 'period' && format.period === undefined) return null
    return filePeriod(this.head) ?? (first !== undefined && last !== undefined && first < last ? { from: first, to: last } : null)
  }

  private questions(answers: FigureAnswers, period: Period | null): FigureQuestion[] {
    const { dates, dateColumn } = this.tally
    const { format } = this.layout.layout
    if (format.subject === null) return []
    const column = dateColumn?.header ?? ''
    const asked: FigureQuestion[] = []
    if (this.tally.order === null && dates.order.doubt !== null && answers.order === undefined) asked.push({ code: 'date-order', required: true, column, examples: dates.examples })
    if (this.needsYear() && answers.year === undefined) {
      const modified = this.head.modifiedOn ? Number(this.head.modifiedOn.slice(0, 4)) : null
      asked.push({ code: 'year', required: true, column, first: dates.walk.firstText ?? dates.first ?? '', last: dates.walk.lastText ?? dates.last ?? '', suggested: this.suggestYear(modified) })
    }
    if (format.network === '' && answers.network === undefined) asked.push({ code: 'network', required: true, options: [] })
    if (format.span === 'period' && !period && answers.period === undefined && !this.layout.has('date') && !this.layout.has('day') && !this.layout.has('range')) asked.push({ code: 'period', required: false })
    return asked
  }

  /** Days of a series without a year. A post that says when it was made in its id needs none. */
  private needsYear(): boolean {
    const { walk } = this.tally.dates
    return (walk.count > 0 && this.layout.has('date')) || this.rowsHaveRanges()
  }

  private rowsHaveRanges(): boolean {
    return this.layout.has('range') && this.tally.dates.first !== null && periodIn(this.tally.dates.first) === undefined
  }

  /** The newest day cannot be later than the day the file was written. */
  private suggestYear(year: number | null): number | null {
    const newest = this.tally.dates.walk.newestText
    if (year === null || newest === null) return year
    const day = new YearTeller(year, false).tell(newest)
    return day !== undefined && this.head.modifiedOn !== undefined && day > this.head.modifiedOn ? year - 1 : year
  }

  drafts(rows: readonly SourceRow[]): ReadFigures {
    const drafts: FigureDraft[] = []
    const skipped: SkippedRow[] = []
    for (const row of rows) {
      const sort = this.sorter.sort(row)
      const stock = sort === 'head' && this.layout.layout.format.stockAbove ? readStock(row) : undefined
      if (stock) drafts.push(stock)
      if (sort === 'totals' || sort === 'footer') skipped.push({ line: row.line, reason: sort })
      else if (sort === 'other' && this.found.subject !== null) skipped.push({ line: row.line, reason: 'not-own' })
      else if (sort === 'data' && this.found.subject !== null) {
        const read = this.rows?.read(row) ?? { reason: 'unsettled' as const }
        if ('reason' in read) skipped.push({ line: row.line, reason: read.reason })
        else drafts.push(read)
      }
    }
    return { drafts, skipped }
  }
}
