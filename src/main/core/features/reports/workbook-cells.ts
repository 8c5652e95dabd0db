import type { FigureUnit } from '../../../../shared/charts/figure-format'
import { rowHeight } from '../../files/workbook-look'

/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767

interface Look {
  fontWeight?: 'bold'
  fontSize?: number
  wrap?: boolean
  align?: 'left' | 'right'
  alignVertical?: 'top'
  format?: string
  height?: number
  columnSpan?: number
  bottomBorderStyle?: 'thin'
  bottomBorderColor?: string
}
type Filled = ({ value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | { value: Date; type: DateConstructor }) & Look
export type SheetCell = Filled | null
export type Row = SheetCell[]

/** Control characters are not allowed in the XML of a workbook: with one of them no spreadsheet opens it. */
export const clean = (text: string): string => text.replaceAll(/\p{Cc}/gu, (one) => ('\t\n'.includes(one) ? one : '')).replaceAll(/\p{Cs}/gu, '\uFFFD').slice(0, LONGEST_CELL)

// Text by its type: nothing in it can be a formula.
export const textCell = (value: string, align?: 'left' | 'right'): SheetCell => ({ value: clean(value), type: String, wrap: true, alignVertical: 'top', ...(align && { align }) })
export const bold = (value: string, fontSize?: number): SheetCell => ({ value: clean(value), type: String, fontWeight: 'bold', alignVertical: 'top', ...(fontSize && { fontSize }) })
export const headCell = (value: string, align: 'left' | 'right' = 'left'): SheetCell => ({
  value: clean(value), type: String, fontWeight: 'bold', wrap: true, align, bottomBorderStyle: 'thin', bottomBorderColor: '#a8a29e'
})

/** Words over all columns of the sheet; how many these are is known at the end. */
const ALL = 0
export const spanning = (value: string, heavy = false): SheetCell => ({ value: clean(value), type: String, wrap: true, alignVertical: 'top', columnSpan: ALL, ...(heavy && { fontWeight: 'bold' as const }) })

function formatOf(unit: FigureUnit | null): string {
  switch (unit?.kind) {
    case 'count':
      return '#,##0'
    case 'ratio':
      return '0.00%'
    case 'seconds':
      return '[h]:mm:ss'
    case 'money':
      return /^[A-Z]{3}$/.test(unit.currency) ? `#,##0.00 "${unit.currency}"` : '#,##0.00'
    default:
      return '#,##0.00'
  }
}

const DAY_SECONDS = 86_400

/** A number with its format; an empty cell for what is not known, which a sum leaves out. Spreadsheets have times as parts of a day. */
export const numberCell = (value: number | null, unit: FigureUnit | null): SheetCell =>
  value === null || !Number.isFinite(value) ? null : { value: unit?.kind === 'seconds' ? value / DAY_SECONDS : value, type: Number, format: formatOf(unit), alignVertical: 'top' }

/** A day as a date, which sorts and counts; null for anything but `YYYY-MM-DD`. */
export const dateCell = (day: string): SheetCell =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'd mmm yyyy', align: 'left', alignVertical: 'top' } : null

const textOf = (cell: SheetCell): string => (typeof cell?.value === 'string' ? cell.value : '')

const [NARROWEST, WIDEST, FIRST] = [13, 44, 30]

/** Signs that the longest cell of a column has; words that wrap ask for no more than a part of the sheet. */
function widthOf(rows: readonly Row[], index: number): number {
  const longest = Math.max(0, ...rows.map((row) => {
    const cell = row[index] ?? null
    if (cell === null || cell.columnSpan !== undefined || (cell.fontSize ?? 0) > 10) return 0
    return cell.type === String ? textOf(cell).length * (cell.fontWeight === 'bold' ? 1.15 : 1.05) : 12
  }))
  return Math.round(Math.max(index === 0 ? FIRST : NARROWEST, Math.min(WIDEST, longest + 2)))
}

function heightOf(row: Row, widths: readonly number[]): number | undefined {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return rowHeight(row.flatMap((cell, index) => (cell?.wrap ? [{ text: textOf(cell), width: cell.columnSpan === ALL ? all : (widths[index] ?? NARROWEST) }] : [])))
}

/** Rows with the widths of their columns, and heights for those whose words wrap. */
export function laidOut(rows: readonly Row[]): { data: Row[]; columns: { width: number }[] } {
  // At least four, so that words over all columns have a line to stand on.
  const count = Math.max(4, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, index) => widthOf(rows, index))
  const data = rows.map((row): Row => {
    const height = heightOf(row, widths)
    const [first, ...others] = row
    const spans = first?.columnSpan === ALL
    const cells: Row = spans ? [{ ...first, columnSpan: count }, ...Array.from({ length: count - 1 }, () => null)] : [first ?? null, ...others]
    return row.length === 0 ? [] : cells.map((cell) => (cell === null || height === undefined ? cell : { ...cell, height }))
  })
  return { data, columns: widths.map((width) => ({ width })) }
}
