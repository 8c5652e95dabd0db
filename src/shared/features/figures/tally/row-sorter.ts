import { headerKey } from '../../../tables/header-key'
import { isBlank, type SourceRow } from '../../../tables/source-table'
import type { MetricColumn, MetricLayout } from '../formats/metric-detect'

export const cellOf = (row: SourceRow, column: MetricColumn | undefined): string => (column ? (row.cells[column.index] ?? '') : '')

const TOTAL_WORDS: ReadonlySet<string> = new Set(['total', 'gesamt', 'totale', 'totaal', 'totalt', 'sum', 'summe', 'grand total', 'totales', 'totals', 'total general'])
const TOTAL_LINE = /^(?:total|totals|gesamt|totaal|totale|totales|totalt)\s?:|^total of \d/

/** What a cell says; nothing where it begins with a digit, as an id, a date or a figure does. */
function wordsOf(cell = ''): string {
  const first = cell.charCodeAt(0)
  return first >= 48 && first <= 57 ? '' : headerKey(cell.slice(0, 80))
}

/** `head` is what stands above the rows; `other` a row of an archive that is something else. */
export type RowSort = 'head' | 'blank' | 'data' | 'totals' | 'footer' | 'other'

/** Tells rows of data from what stands around them. Rows come in order from the first of the table. */
export class RowSorter {
  private index = -1
  private first = true
  private header: SourceRow | undefined
  private readonly names: MetricColumn[]
  private readonly id: MetricColumn | undefined
  private readonly kind: MetricColumn | undefined

  constructor(private readonly layout: MetricLayout) {
    this.names = layout.columns.filter(({ key }) => layout.format.names?.includes(key))
    this.id = layout.columns.find(({ key }) => layout.format.ids?.includes(key))
    this.kind = layout.format.otherRows === undefined ? undefined : layout.columns.find(({ key }) => key === 'kind')
  }

  sort(row: SourceRow): RowSort {
    this.index += 1
    if (this.index <= this.layout.headerIndex) {
      this.header = row
      return 'head'
    }
    if (isBlank(row) || this.isHeader(row)) return 'blank'
    if (this.layout.format.item) return this.kind && cellOf(row, this.kind) === 'other' ? 'other' : 'data'
    const first = this.first
    this.first = false
    if (this.isTotals(row, first)) return 'totals'
    return this.isFooter(row) ? 'footer' : 'data'
  }

  /** The header once more, where files were joined by hand. */
  private isHeader({ cells }: SourceRow): boolean {
    const header = this.header?.cells ?? []
    return cells.length > 1 && cells[0] === header[0] && cells[1] === header[1] && cells.every((cell, index) => cell === (header[index] ?? ''))
  }

  private isTotals(row: SourceRow, first: boolean): boolean {
    const start = wordsOf(row.cells[0])
    if (TOTAL_LINE.test(start)) return true
    const end = wordsOf(row.cells.at(-1))
    if (end === 'grand total' || end === 'total general') return true
    if (!first) return false
    return TOTAL_WORDS.has(start) || TOTAL_WORDS.has(wordsOf(cellOf(row, this.id))) || (this.names.length > 0 && this.names.every((column) => cellOf(row, column).trim() === ''))
  }

  /** One filled cell in a table of many columns is said by the tool, not a row. */
  private isFooter(row: SourceRow): boolean {
    const { columns } = this.layout
    return columns.length > 2 && row.cells.length < columns.length && row.cells.filter((text) => text.trim() !== '').length === 1
  }
}
