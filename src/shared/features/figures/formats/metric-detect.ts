import { headerKey } from '../../../tables/header-key'
import type { SourceRow, SourceTable } from '../../../tables/source-table'
import { metricFormats, type MetricFormat } from './metric-formats'

export interface MetricColumn {
  index: number
  header: string
  key: string
  /** Canonical metric; null for what is no figure, or not known. */
  metric: string | null
  currency: string | null
}

export interface MetricLayout {
  format: MetricFormat
  score: number
  matched: string[]
  headerIndex: number
  columns: MetricColumn[]
}

const SEARCHED_ROWS = 40
const CURRENCY = /\(([a-z]{3})\)/

/** The header with its currency as `#`. */
const patternOf = (key: string): string => key.replace(CURRENCY, '(#)')

const has = (headers: readonly string[] | undefined, key: string): boolean => headers !== undefined && (headers.includes(key) || headers.includes(patternOf(key)))

export const columnOf = (columns: readonly MetricColumn[], headers: readonly string[] | undefined): MetricColumn | undefined =>
  headers?.map((header) => columns.find(({ key }) => key === header || patternOf(key) === header)).find((column) => column !== undefined)

function metricOf(format: MetricFormat, key: string, taken: Set<string>): Pick<MetricColumn, 'metric' | 'currency'> {
  const found = Object.entries(format.metrics).find(([, headers]) => has(headers, key))?.[0]
  const currency = CURRENCY.exec(key)?.[1]?.toUpperCase() ?? null
  if (found === undefined) return { metric: null, currency: null }
  const metric = found === 'revenue' && currency ? `revenue_${currency.toLowerCase()}` : found
  // A header may come twice; the first is counted.
  if (taken.has(metric)) return { metric: null, currency: null }
  taken.add(metric)
  return { metric, currency }
}

function tryFormat(format: MetricFormat, table: SourceTable, row: SourceRow, headerIndex: number): MetricLayout | undefined {
  const keys = row.cells.map((header, index) => ({ index, header: header.replace(/\u00ad/g, '').trim(), key: headerKey(header) }))
  const filled = keys.filter(({ key }) => key !== '')
  if (format.most !== undefined && filled.length > format.most) return undefined
  if (format.without?.some((header) => filled.some(({ key }) => key === header))) return undefined
  if (format.sheets && !format.sheets.includes(headerKey(table.name))) return undefined
  if (format.above !== undefined && !table.rows.slice(0, headerIndex).some(({ cells }) => cells[0]?.startsWith(format.above ?? '') === true)) return undefined
  const matched = format.signature.map((group) => filled.find(({ key }) => has(group, key))?.header)
  if (matched.includes(undefined)) return undefined
  const taken = new Set<string>()
  const columns = keys.map((column): MetricColumn => ({ ...column, ...metricOf(format, column.key, taken) }))
  const known = columns.filter(({ metric }) => metric !== null).length
  const score = Math.min(0.99, 0.6 + 0.06 * format.signature.length + 0.2 * (filled.length === 0 ? 0 : known / filled.length))
  return { format, score, matched: matched.filter((header) => header !== undefined), headerIndex, columns }
}

/** Which export of figures a table is, by its headers wherever they stand. Of two that fit, the one that asks for more. */
export function detectMetrics(table: SourceTable): MetricLayout | undefined {
  if (table.shape !== 'grid' && table.shape !== 'items') return undefined
  let best: MetricLayout | undefined
  for (const [index, row] of table.rows.slice(0, SEARCHED_ROWS).entries()) {
    if (row.cells.length < 2) continue
    for (const format of metricFormats) {
      if (table.shape === 'items' && !format.item) continue
      const layout = tryFormat(format, table, row, index)
      if (layout && (!best || layout.score > best.score)) best = layout
    }
  }
  return best
}
