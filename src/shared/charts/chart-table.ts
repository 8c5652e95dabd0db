import type { ChartDefinition, ChartPoint } from './chart-definition'
import { formatFigure, type FigureUnit } from './figure-format'

export interface ChartTableCell {
  /** As it is read. */
  text: string
  /** Undefined: not known. */
  value: number | undefined
  n?: number
  low?: number
  high?: number
}

export interface ChartTableRow {
  key: string
  label: string
  cells: ChartTableCell[]
  /** Breaks and events at this row, as one line of words. */
  remarks: string
}

/** The same data as rows and columns: what stands behind a chart and what its CSV holds. */
export interface ChartTable {
  title: string
  categoryLabel: string
  /** Heads of the value columns, one a series. */
  columns: string[]
  rows: ChartTableRow[]
  hasRemarks: boolean
}

/** Words of the language the table is read in. */
export interface ChartWords {
  locale: string
  /** For what is not known: `no data`. */
  missing: string
}

function cellOf(point: ChartPoint | undefined, unit: FigureUnit, words: ChartWords): ChartTableCell {
  const value = point?.y ?? undefined
  return {
    value,
    text: value === undefined ? words.missing : formatFigure(words.locale, value, unit),
    ...(point?.n !== undefined && { n: point.n }),
    ...(point?.low !== undefined && { low: point.low }),
    ...(point?.high !== undefined && { high: point.high })
  }
}

export function chartTable(chart: ChartDefinition, words: ChartWords): ChartTable {
  const known = chart.series.map(({ points }) => new Map(points.map((point) => [point.x, point])))
  const order = new Map(chart.categories.map(({ key }, index) => [key, index]))
  const covers = (from: string, until: string, index: number): boolean =>
    index >= (order.get(from) ?? Infinity) && index <= (order.get(until) ?? order.get(from) ?? -1)
  const rows = chart.categories.map(({ key, label }, index) => ({
    key,
    label,
    cells: chart.series.map((series, position) => cellOf(known[position]?.get(key), series.unit ?? chart.unit, words)),
    remarks: [
      ...chart.breaks.filter((at) => at.x === key).map((at) => at.label),
      ...chart.annotations.filter((note) => covers(note.x, note.until, index)).map((note) => note.text)
    ].join('; ')
  }))
  return {
    title: chart.title,
    categoryLabel: chart.categoryLabel,
    columns: chart.series.length === 1 ? [chart.valueLabel] : chart.series.map(({ name }) => name),
    rows,
    hasRemarks: rows.some(({ remarks }) => remarks !== '')
  }
}

// A cell that begins like a formula would be run by a spreadsheet.
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** RFC 4180 with bare numbers, so that it can be calculated with; what is not known is an empty cell. Ends in a line break. */
export function chartCsv(table: ChartTable, remarksLabel: string): string {
  const withN = table.columns.map((_, index) => table.rows.some(({ cells }) => cells[index]?.n !== undefined))
  const head = [
    table.categoryLabel,
    ...table.columns.flatMap((name, index) => (withN[index] ? [name, `${name} (n)`] : [name])),
    ...(table.hasRemarks ? [remarksLabel] : [])
  ]
  const lines = table.rows.map(({ label, cells, remarks }) => [
    harmless(label),
    ...cells.flatMap((cell, index) => {
      const value = cell.value === undefined ? '' : String(cell.value)
      return withN[index] ? [value, cell.n === undefined ? '' : String(cell.n)] : [value]
    }),
    ...(table.hasRemarks ? [harmless(remarks)] : [])
  ])
  return [head.map(harmless), ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')
}
