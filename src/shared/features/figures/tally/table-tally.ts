import { readNumber, isNoFigure, type DecimalMark } from '../../../tables/read-number'
import type { SourceRow } from '../../../tables/source-table'
import { columnOf, type MetricColumn, type MetricLayout } from '../formats/metric-detect'
import type { MetricFacts } from '../formats/metric-facts'
import { fileMetric, metricInfo } from '../metric-dictionary'
import { ColumnTally } from './column-tally'
import { DateTally } from './date-tally'
import { IdTally } from './id-tally'
import { ItemTally } from './item-tally'
import { periodAbove } from './period-above'
import { cellOf, RowSorter, type RowSort } from './row-sorter'
import type { DateOrder } from '../../../tables/read-date'

interface FigureTally {
  column: MetricColumn
  tally: ColumnTally
}

const MOST_GROUPS = 200_000

function isCount(network: string, metric: string): boolean {
  const { column } = fileMetric(network, metric)
  return metricInfo(network, column ?? `more.${metric}`).unit === 'count'
}

/** Sees every row of a table once and keeps what its columns tell as a whole; no rows. */
export class TableTally {
  rows = 0
  readonly dates = new DateTally()
  readonly ends = new DateTally()
  readonly dateColumn: MetricColumn | undefined
  private readonly endColumn: MetricColumn | undefined
  private readonly sorter: RowSorter
  private readonly figures: FigureTally[]
  private readonly currencyColumn: MetricColumn | undefined
  private readonly groupColumn: MetricColumn | undefined
  private readonly moneyColumn: MetricColumn | undefined
  private readonly lastColumns: (readonly [string, MetricColumn | undefined])[]
  private readonly ids: IdTally
  private readonly items: ItemTally
  private readonly above: SourceRow[] = []
  private headerLine = 0
  private totals: SourceRow | undefined
  private readonly currencies = new Set<string>()
  private readonly groups = new Set<string>()
  private readonly last = new Map<string, string>()
  private readonly unknown = new Map<string, number>()
  private dollars = false

  constructor(private readonly layout: MetricLayout) {
    const { format, columns } = layout
    const fixed = format.decimal === 'point' ? '.' : undefined
    this.sorter = new RowSorter(layout)
    this.figures = columns.filter(({ metric }) => metric !== null).map((column) => ({ column, tally: new ColumnTally(fixed, isCount(format.network, column.metric ?? '')) }))
    this.ids = new IdTally(layout)
    this.items = new ItemTally(layout)
    this.dateColumn = columnOf(columns, format.date)
    this.endColumn = columnOf(columns, format.dateTo)
    this.currencyColumn = columnOf(columns, format.currency)
    this.groupColumn = columnOf(columns, format.groups)
    this.moneyColumn = columns.find(({ metric }) => metric === 'spend')
    this.lastColumns = Object.entries(format.last ?? {}).map(([name, headers]) => [name, columnOf(columns, headers)] as const)
  }

  private settleMarks(): void {
    const comma = this.figures.some(({ tally }) => tally.saysComma)
    for (const { tally } of this.figures) tally.settle(comma)
  }

  /** Mark of each figure's column, by its place. */
  marks(): Map<number, DecimalMark> {
    this.settleMarks()
    return new Map(this.figures.map(({ column, tally }) => [column.index, tally.mark]))
  }

  add(row: SourceRow): RowSort {
    const sort = this.sorter.sort(row)
    if (sort === 'head') {
      this.headerLine = row.line
      this.above.push(row)
    } else if (sort === 'totals') this.totals ??= row
    else if (sort === 'other') this.items.addOther()
    else if (sort === 'data') this.addData(row)
    return sort
  }

  private addData(row: SourceRow): void {
    this.rows += 1
    for (const { column, tally } of this.figures) tally.add(cellOf(row, column))
    if (this.dateColumn) this.dates.add(cellOf(row, this.dateColumn))
    if (this.endColumn) this.ends.add(cellOf(row, this.endColumn))
    this.ids.add(row)
    this.items.add(row)
    this.addOthers(row)
  }

  private addOthers(row: SourceRow): void {
    const currency = cellOf(row, this.currencyColumn).trim()
    if (currency.length === 3 && /^[A-Z]{3}$/.test(currency)) this.currencies.add(currency)
    if (this.moneyColumn && cellOf(row, this.moneyColumn).startsWith('US$')) this.dollars = true
    if (this.groupColumn && this.groups.size < MOST_GROUPS) this.groups.add(cellOf(row, this.groupColumn))
    for (const [name, column] of this.lastColumns) {
      const text = cellOf(row, column)
      if (isNoFigure(text)) this.unknown.set(name, (this.unknown.get(name) ?? 0) + 1)
      else this.last.set(name, text)
    }
  }

  /** The order of day and month that the file itself gives; null where a person must. */
  get order(): DateOrder | null {
    const { format } = this.layout
    return format.dateOrder ?? this.dates.order.order ?? this.ends.order.order ?? (this.dateColumn ? (format.orders?.[this.dateColumn.key] ?? null) : null)
  }

  /** First and last day above the header; the day the file was made may follow. */
  get period(): string[] {
    return periodAbove(this.above.slice(0, -1), this.layout.format.dateOrder ?? null).slice(0, 2)
  }

  get currency(): string | null {
    const stated = this.layout.columns.find(({ currency, metric }) => currency !== null && metric === 'spend')?.currency
    if (stated) return stated
    if (this.currencies.size === 1) return [...this.currencies][0] ?? null
    return this.dollars ? 'USD' : null
  }

  sums(): Record<string, number> {
    this.settleMarks()
    return Object.fromEntries(this.figures.filter(({ tally }) => !tally.isEmpty).map(({ column, tally }) => [column.metric ?? '', tally.sum]))
  }

  private sumFacts(): MetricFacts {
    const sums = this.sums()
    const nulls = Object.fromEntries(this.figures.filter(({ tally }) => !tally.isEmpty && tally.empty > 0).map(({ column, tally }) => [column.metric ?? '', tally.empty]))
    return {
      ...(Object.keys(sums).length > 0 && { sums }),
      ...(Object.keys(nulls).length > 0 && { null_cells: nulls }),
      columns: Object.fromEntries(this.figures.flatMap(({ column: { metric, header } }) => (metric === null || !(metric in sums) ? [] : [[metric, header]]))),
      ...(this.totals && { totals_row: this.totalsFact(this.totals) })
    }
  }

  private totalsFact(totals: SourceRow): MetricFacts {
    const read = this.figures.map(({ column, tally }) => [column.metric ?? '', readNumber(cellOf(totals, column), tally.mark)] as const)
    return { label: (totals.cells[0] || totals.cells.at(-1)) ?? '', values: Object.fromEntries(read.filter(([, value]) => value !== undefined)) }
  }

  /** First and last day, or as the dates stand in the file. */
  dateFacts(order: DateOrder | null = this.order): MetricFacts {
    const { format } = this.layout
    const { dates, dateColumn } = this
    const told = dateColumn && { date_column: dateColumn.header }
    if (format.rawDates) return { ...told, date_from: dates.raw.from, date_to: dates.raw.to }
    const own = dates.range(order)
    const ends = this.ends.range(order)
    const period = own.from === null ? this.period : []
    const days = own.from === null ? period : [own.from, own.to, ends.from, ends.to].filter((day) => day !== null)
    if (days.length > 0) return { ...told, date_from: days.reduce((a, b) => (b < a ? b : a)), date_to: days.reduce((a, b) => (b > a ? b : a)) }
    return dates.first === null ? {} : { year_missing: true, first_date_text: dates.first, last_date_text: dates.last }
  }

  private otherFacts(): MetricFacts {
    const { format, columns } = this.layout
    const last = Object.keys(format.last ?? {}).flatMap((name) => [[`last_${name}`, readNumber(this.last.get(name) ?? '', '.')], [`null_${name}`, this.unknown.get(name) ?? 0]])
    const prefixed = this.dollars && this.currencies.size !== 1 && !columns.some(({ currency, metric }) => currency !== null && metric === 'spend')
    return {
      ...(this.currency !== null && { currency: prefixed ? 'USD (from the "US$" prefix)' : this.currency }),
      ...(columnOf(columns, format.groups) && { conversations: this.groups.size }),
      ...Object.fromEntries(last)
    }
  }

  facts(order?: DateOrder | null): MetricFacts {
    const { format } = this.layout
    return {
      platform: format.platform,
      kind: format.kind,
      granularity: format.granularity,
      ...(format.zone && { timezone: format.zone }),
      header_line_record: this.headerLine,
      rows: this.rows,
      ...this.sumFacts(),
      ...this.dateFacts(order),
      ...this.ids.facts(),
      ...this.otherFacts(),
      ...this.items.facts()
    }
  }
}
