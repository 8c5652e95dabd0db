import { headerKey } from '../../../tables/header-key'
import { readNumber } from '../../../tables/read-number'
import { isBlank, type SourceRow, type SourceTable } from '../../../tables/source-table'
import type { FiguresFound } from './metric-facts'

/** Files of results and audience of Meta: blocks one below the other, each under its title. */

export interface MetaBlock {
  title: string
  header: SourceRow
  rows: SourceRow[]
}

const filled = (row: SourceRow): string[] => row.cells.filter((cell) => cell.trim() !== '')
const DAY = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}$/

/** A title is one filled cell with a table below it. */
export function blocksOf(given: readonly SourceRow[]): MetaBlock[] {
  const rows = given.filter((row) => !isBlank(row))
  const blocks: MetaBlock[] = []
  for (const [index, row] of rows.entries()) {
    const header = rows[index + 1]
    if (filled(row).length === 1 && header && filled(header).length > 1 && header.line <= row.line + 1) blocks.push({ title: filled(row)[0] ?? '', header, rows: [] })
    else if (blocks.length > 0 && row !== blocks.at(-1)?.header) blocks.at(-1)?.rows.push(row)
  }
  return blocks
}

/** After summer time ends in California the hour is 01, before it begins 23 of the day before: the nearest midnight is meant. */
export function dayOfCell(text: string): string | undefined {
  const found = DAY.exec(text.trim())
  if (!found) return undefined
  const midnight = Date.parse(`${found[1]}T00:00:00Z`)
  return new Date(Number(found[2]) >= 12 ? midnight + 86_400_000 : midnight).toISOString().slice(0, 10)
}

export interface MetaSeries {
  title: string
  value_column: string
  rows: number
  sum: number
  date_from: string
  date_to: string
  distinct_days: number
}

export function seriesOf({ title, header, rows }: MetaBlock): MetaSeries | undefined {
  if (headerKey(header.cells[0] ?? '') !== 'date') return undefined
  const days = rows.map((row) => dayOfCell(row.cells[0] ?? ''))
  const known = days.filter((day) => day !== undefined).sort()
  const [first] = known
  if (first === undefined || known.length < rows.length) return undefined
  const sum = rows.reduce((total, row) => total + (readNumber(row.cells[1] ?? '', '.') ?? 0), 0)
  return { title, value_column: header.cells[1] ?? '', rows: rows.length, sum, date_from: first, date_to: known.at(-1) ?? first, distinct_days: new Set(known).size }
}

function platformOf(titles: readonly string[]): string {
  const all = titles.join(' ').toLowerCase()
  const named = ['facebook', 'instagram'].filter((name) => all.includes(name))
  return named.length > 0 ? named.join('+') : 'meta (platform not in the file)'
}

export function dailyFacts(series: readonly MetaSeries[]) {
  const sorted = series.flatMap(({ date_from, date_to }) => [date_from, date_to]).sort()
  return {
    platform: platformOf(series.map(({ title }) => title)), kind: 'daily_metrics', granularity: 'day', timezone: 'America/Los_Angeles', rows: series.reduce((sum, one) => sum + one.rows, 0),
    sums: Object.fromEntries(series.map(({ title, sum }) => [title, sum])), date_from: sorted[0], date_to: sorted.at(-1), blocks: series
  }
}

function daily(series: readonly MetaSeries[]): FiguresFound {
  return { format: 'meta.daily', score: 0.95, matched: series.map(({ title }) => title), headerIndex: 1, facts: dailyFacts(series) }
}

const AUDIENCE = new Set(['top cities', 'top countries', 'age & gender', 'top pages'])

/** Names in one line and their shares in the next, or a line each. */
function audienceBlock({ title, header, rows }: MetaBlock) {
  const columns = filled(header)
  if ((header.cells[0] ?? '').trim() !== '' && rows.length === 1) {
    return { title, items: columns.length, first: [columns[0], readNumber(rows[0]?.cells[0] ?? '', '.')], layout: 'transposed' }
  }
  const [first] = rows
  const values = Object.fromEntries(header.cells.slice(1).map((name, index) => [name, readNumber(first?.cells[index + 1] ?? '', '.')]))
  return { title, items: rows.length, first: [first?.cells[0], values] }
}

export function audienceFacts(blocks: readonly MetaBlock[]) {
  // The file names no platform; ages and cities are told of Instagram accounts in this form.
  return { platform: 'instagram', kind: 'audience', granularity: 'snapshot', blocks: blocks.map(audienceBlock) }
}

function audience(blocks: readonly MetaBlock[]): FiguresFound {
  return { format: 'meta.audience', score: 0.9, matched: blocks.map(({ title }) => title), headerIndex: 1, facts: audienceFacts(blocks) }
}

export function readMetaBlocks(table: SourceTable): FiguresFound | undefined {
  if (table.shape !== 'grid' || table.name !== '') return undefined
  const blocks = blocksOf(table.rows)
  if (blocks.length === 0) return undefined
  if (blocks.every(({ title }) => AUDIENCE.has(headerKey(title)))) return audience(blocks)
  const series = blocks.map(seriesOf)
  return series.every((one) => one !== undefined) ? daily(series) : undefined
}
