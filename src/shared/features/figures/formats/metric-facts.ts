import { headerKey } from '../../../tables/header-key'
import { findDateOrder, readDate, dayOf, type ReadDate } from '../../../tables/read-date'
import { findDecimalMark, isNoFigure, readNumber } from '../../../tables/read-number'
import { isBlank, type SourceRow, type SourceTable } from '../../../tables/source-table'
import { columnOf, type MetricColumn, type MetricLayout } from './metric-detect'

/** Figures of an export, named as scripts know them: sums without what is no figure, days from first to last. */
export type MetricFacts = Record<string, unknown>

const TOTAL_WORDS: ReadonlySet<string> = new Set(['total', 'gesamt', 'totale', 'totaal', 'totalt', 'sum', 'summe', 'grand total', 'totales'])
const cell = (row: SourceRow, column: MetricColumn | undefined): string => (column ? (row.cells[column.index] ?? '') : '')

function isTotals(row: SourceRow, layout: MetricLayout, first: boolean): boolean {
  const start = headerKey(row.cells[0] ?? '')
  if (start.startsWith('total:') || /^total of \d/.test(start)) return true
  const end = headerKey(row.cells.at(-1) ?? '')
  if (end === 'grand total' || end === 'total general') return true
  if (!first) return false
  const names = layout.columns.filter(({ key }) => layout.format.names?.includes(key))
  return TOTAL_WORDS.has(start) || (names.length > 0 && names.every((column) => cell(row, column).trim() === ''))
}

/** One filled cell in a table of many columns is said by the tool, not a row. */
const isFooter = (row: SourceRow, layout: MetricLayout): boolean =>
  layout.columns.length > 2 && row.cells.filter((text) => text.trim() !== '').length === 1 && row.cells.length < layout.columns.length

export interface MetricRows {
  data: SourceRow[]
  /** Rows of an archive that are something else. */
  others: number
  totals: SourceRow | undefined
}

export function metricRows(table: SourceTable, layout: MetricLayout): MetricRows {
  const rows = table.rows.slice(layout.headerIndex + 1).filter((row) => !isBlank(row))
  const kind = layout.format.otherRows === undefined ? undefined : layout.columns.find(({ key }) => key === 'kind')
  const found: MetricRows = { data: [], others: 0, totals: undefined }
  for (const [index, row] of rows.entries()) {
    if (layout.format.item) {
      if (kind && cell(row, kind) === 'other') found.others += 1
      else found.data.push(row)
    } else if (isTotals(row, layout, index === 0)) found.totals ??= row
    else if (!isFooter(row, layout)) found.data.push(row)
  }
  return found
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

interface Sums {
  sums: Record<string, number>
  nulls: Record<string, number>
}

function sumColumns(rows: readonly SourceRow[], { columns, format }: MetricLayout): Sums {
  const found: Sums = { sums: {}, nulls: {} }
  for (const column of columns) {
    if (column.metric === null) continue
    const cells = rows.map((row) => cell(row, column))
    const mark = format.decimal === 'point' ? '.' : findDecimalMark(cells)
    const numbers = cells.map((text) => readNumber(text, mark))
    const empty = numbers.filter((value) => value === undefined).length
    if (empty === cells.length && cells.length > 0) continue
    found.sums[column.metric] = rounded(numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0))
    if (empty > 0) found.nulls[column.metric] = empty
  }
  return found
}

const least = (texts: readonly string[]): string | null => texts.reduce<string | null>((first, next) => (first === null || next < first ? next : first), null)
const greatest = (texts: readonly string[]): string | null => texts.reduce<string | null>((last, next) => (last === null || next > last ? next : last), null)

function daysOf(cells: readonly string[], { format }: MetricLayout): string[] {
  const dates = cells.map((text) => readDate(text)).filter((date): date is ReadDate => date !== undefined)
  const order = format.dateOrder ?? findDateOrder(dates).order
  return dates.map((date) => dayOf(date, order)).filter((day) => day !== undefined)
}

/** Two days above the header: `July 8, 2025 - July 31, 2025`, `# 20230515-20230521`, or a line each. */
function periodAbove(table: SourceTable, layout: MetricLayout): string[] {
  const texts = table.rows.slice(0, layout.headerIndex).flatMap(({ cells }) => cells)
  return texts.flatMap((text) => {
    const bare = text.replace(/^#/, '').trim()
    const [from, to, ...more] = bare.split(/\s+-\s+|(?<=^\d{8})-/)
    const parts = to !== undefined && more.length === 0 ? [from ?? '', to] : [bare.replace(/^[^:\d]{3,40}:/, '').trim(), bare]
    return daysOf(parts, layout).slice(0, parts.length === 2 && to === undefined ? 1 : 2)
  })
}

function dateFacts(table: SourceTable, rows: readonly SourceRow[], layout: MetricLayout): MetricFacts {
  const { format, columns } = layout
  const column = columnOf(columns, format.date)
  const cells = column ? rows.map((row) => cell(row, column).trim()).filter((text) => !isNoFigure(text)) : []
  if (format.rawDates) return { date_column: column?.header, date_from: least(cells), date_to: greatest(cells) }
  const days = daysOf(cells, layout)
  const ends = columnOf(columns, format.dateTo)
  const last = ends ? daysOf(rows.map((row) => cell(row, ends)), layout) : []
  const all = days.length > 0 ? [...days, ...last] : periodAbove(table, layout)
  if (all.length > 0) return { ...(column && { date_column: column.header }), date_from: least(all), date_to: greatest(all) }
  return cells.length > 0 ? { year_missing: true, first_date_text: cells[0], last_date_text: cells.at(-1) } : {}
}

/** The number in a link: `…/video/7527623001610156102`, `urn:li:activity:7407682070924059013`. */
const idIn = (link: string): string => /(\d{10,25})(?!.*\d{10})/.exec(link.slice(0, 500))?.[1] ?? ''

const TIKTOK_SHIFT = 32n

function idFacts(rows: readonly SourceRow[], { format, columns }: MetricLayout): MetricFacts {
  if (format.noIdFacts) return {}
  const column = columnOf(columns, format.ids)
  const link = columnOf(columns, format.idFromLink)
  if (!column && !link) return {}
  const raw = rows.map((row) => (column ? cell(row, column) : idIn(cell(row, link))))
  const ids = raw.map((text) => text.trim()).filter((id) => id !== '')
  const spaced = raw.filter((text) => /^\s+\S/.test(text)).length
  const damaged = ids.filter((id) => /^\d(?:[.,]\d+)?e\+?\d+$/i.test(id)).length
  const seconds = format.timeFromId === 'tiktok' ? ids.map((id) => Number(BigInt(id) >> TIKTOK_SHIFT)) : []
  return {
    distinct_ids: new Set(ids).size,
    first_id: ids[0] ?? null,
    ...(ids.length < rows.length && { rows_without_id: rows.length - ids.length }),
    ...(spaced > 0 && { ids_with_leading_space: spaced }),
    ...(damaged > 0 && { damaged_ids: damaged }),
    ...(seconds.length > 0 && { published_from_id: [Math.min(...seconds), Math.max(...seconds)].map((one) => new Date(one * 1000).toISOString().replace('.000Z', 'Z')) })
  }
}

function currencyFacts(rows: readonly SourceRow[], { format, columns }: MetricLayout): MetricFacts {
  const stated = columns.find(({ currency, metric }) => currency !== null && metric === 'spend')?.currency
  if (stated) return { currency: stated }
  const column = columnOf(columns, format.currency)
  const named = new Set(rows.map((row) => cell(row, column).trim()).filter((text) => /^[A-Z]{3}$/.test(text)))
  if (named.size === 1) return { currency: [...named][0] }
  const money = columns.find(({ metric }) => metric === 'spend')
  return money && rows.some((row) => cell(row, money).startsWith('US$')) ? { currency: 'USD (from the "US$" prefix)' } : {}
}

function otherFacts(rows: readonly SourceRow[], { format, columns }: MetricLayout): MetricFacts {
  const groups = columnOf(columns, format.groups)
  const last = Object.entries(format.last ?? {}).flatMap(([name, headers]) => {
    const column = columnOf(columns, headers)
    const values = rows.map((row) => cell(row, column))
    const known = values.filter((text) => !isNoFigure(text))
    return [[`last_${name}`, readNumber(known.at(-1) ?? '', '.')] as const, [`null_${name}`, values.length - known.length] as const]
  })
  return { ...(groups && { conversations: new Set(rows.map((row) => cell(row, groups))).size }), ...Object.fromEntries(last) }
}

/** Google writes a comment as objects side by side, `{"text":"…"},{"mention":{"text":"…"}}`, before 2024 in one object. */
function segmentsText(text: string): string {
  try {
    const parsed = JSON.parse(`[${text}]`) as { text?: unknown; mention?: { text?: unknown }; takeoutSegments?: { text?: unknown }[] }[]
    const parts = parsed.flatMap((one) => one.takeoutSegments ?? one)
    return parts.map((one) => (typeof one.text === 'string' ? one.text : '')).join('')
  } catch {
    return text
  }
}

const MOST_LISTED = 200

/** What of an archive is told beside figures: words, names, marks. */
function itemFacts(rows: readonly SourceRow[], others: number, { format, columns }: MetricLayout): MetricFacts {
  const named = (key: string) => columns.find((column) => column.key === key)
  const texts = (key: string): string[] => rows.map((row) => cell(row, named(key)))
  const counts = Object.entries(format.counts ?? {}).map(([fact, key]) => [fact, texts(key).filter((text) => text === 'TRUE').length] as const)
  const lists = Object.entries(format.lists ?? {}).map(([fact, { column, distinct, segments }]) => {
    const all = texts(column).map((text) => (segments ? segmentsText(text) : text)).filter((text) => text !== '')
    return [fact, (distinct ? [...new Set(all)].sort() : all).slice(0, MOST_LISTED)] as const
  })
  const filled = Object.entries(format.filled ?? {}).map(([fact, key]) => [fact, texts(key).filter((text) => text.trim() !== '').length] as const)
  const firsts = Object.entries(format.firsts ?? {}).map(([fact, key]) => [fact, texts(key)[0] ?? null] as const)
  const dated = rows.map((row) => ({ date: cell(row, named('date')), text: cell(row, named(format.words ?? '')) })).sort((a, b) => (a.date < b.date ? -1 : 1))
  return {
    ...Object.fromEntries([...counts, ...lists, ...filled, ...firsts]),
    ...(format.words && { without_text: dated.filter(({ text }) => text === '').length, oldest_text: dated[0]?.text ?? null }),
    ...(format.otherRows && { [format.otherRows]: others })
  }
}

/** What an export of figures holds. */
export function metricFacts(table: SourceTable, layout: MetricLayout): MetricFacts {
  const { format, columns, headerIndex } = layout
  const { data, others, totals } = metricRows(table, layout)
  const { sums, nulls } = sumColumns(data, layout)
  const { sums: totalValues } = totals ? sumColumns([totals], layout) : { sums: {} }
  return {
    platform: format.platform,
    kind: format.kind,
    granularity: format.granularity,
    ...(format.zone && { timezone: format.zone }),
    header_line_record: table.rows[headerIndex]?.line ?? 0,
    rows: data.length,
    ...(Object.keys(sums).length > 0 && { sums }),
    ...(Object.keys(nulls).length > 0 && { null_cells: nulls }),
    columns: Object.fromEntries(columns.flatMap(({ metric, header }) => (metric === null || !(metric in sums) ? [] : [[metric, header]]))),
    ...(totals && { totals_row: { label: (totals.cells[0] || totals.cells.at(-1)) ?? '', values: totalValues } }),
    ...dateFacts(table, data, layout),
    ...idFacts(data, layout),
    ...currencyFacts(data, layout),
    ...otherFacts(data, layout),
    ...itemFacts(data, others, layout)
  }
}
