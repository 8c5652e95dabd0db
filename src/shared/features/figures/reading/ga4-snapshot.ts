import type { FigureDraft } from '../figure-draft'
import type { FigureReader, FoundFigures, TableHead } from '../figure-reader'
import { metricFormats } from '../formats/metric-formats'
import { fileMetric } from '../metric-dictionary'
import { headerKey } from '../../../tables/header-key'
import { findDecimalMark, isNoFigure, readNumber } from '../../../tables/read-number'
import { dayOf, readDate } from '../../../tables/read-date'
import { isBlank, type SourceRow } from '../../../tables/source-table'
import { addDays } from '../../../time'
import { periodAbove } from '../tally/period-above'
import type { Period } from './file-period'
import { dimensionName } from './row-key'
import { WholeTableReader, type WholeTable } from './whole-table-reader'

/** A report of Google Analytics that stacks its tables, each under lines of its own or after an empty one. */

interface Block {
  header: SourceRow
  period: Period | null
  rows: SourceRow[]
}

const isComment = ({ cells }: SourceRow): boolean => (cells[0] ?? '').startsWith('#')
const isFigure = (text: string): boolean => /^-?[\d.,]+%?$/.test(text.trim())
/** Words alone, two or more of them side by side. */
const isHeader = ({ cells }: SourceRow): boolean => cells.filter((cell) => cell.trim() !== '').length > 1 && cells.every((cell) => !isFigure(cell))
/** `Nth day`, `Día N`, `Jour N`: days since the first. */
const NTH_DAY = /^(?:nth day|n[.º°]* ?(?:de )?día|día n|jour n|n-ter tag|tag n|dia n|giorno n|dag n|nth dag)$/

function blocksOf(rows: readonly SourceRow[]): Block[] {
  const blocks: Block[] = []
  let days: string[] = []
  let open = false
  let line = 0
  for (const row of rows) {
    const gap = line > 0 && row.line > line + 1 && !open
    line = row.line
    if (isComment(row)) {
      if (open || blocks.at(-1)?.rows.length === 0) days = []
      days.push(...periodAbove([row], null))
      open = false
    } else if (isBlank(row)) open = false
    else if ((!open || gap) && isHeader(row)) {
      blocks.push({ header: row, period: days[0] && days.at(-1) ? { from: days[0], to: days.at(-1) ?? days[0] } : (blocks.at(-1)?.period ?? null), rows: [] })
      open = true
    } else blocks.at(-1)?.rows.push(row)
  }
  return blocks
}

const FORMAT = metricFormats.find(({ id }) => id === 'ga4.exploration')
const metricNamed = (key: string): string | undefined => Object.entries(FORMAT?.metrics ?? {}).find(([, headers]) => headers.includes(key))?.[0]

interface BlockColumns {
  /** Place of the day, counted from the first or written out. */
  day: number | undefined
  words: { index: number; name: string }[]
  figures: { index: number; metric: string }[]
}

function columnsOf({ header, rows }: Block): BlockColumns {
  const keys = header.cells.map(headerKey)
  const isDay = (key: string) => NTH_DAY.test(key) || key === 'date' || key === 'fecha'
  const numeric = (index: number) => rows.every(({ cells }) => isNoFigure(cells[index] ?? '') || isFigure(cells[index] ?? ''))
  const figures = keys.flatMap((key, index) => {
    if (key === '' || isDay(key) || (index === 0 && metricNamed(key) === undefined)) return []
    const metric = metricNamed(key)
    return metric !== undefined || numeric(index) ? [{ index, metric: metric ?? key.replace(/[^\p{L}\p{N}]+/gu, '_') }] : []
  })
  const day = keys.findIndex(isDay)
  const words = keys.flatMap((key, index) => (key === '' || index === day || figures.some((figure) => figure.index === index) ? [] : [{ index, name: dimensionName(key) }]))
  return { day: day < 0 ? undefined : day, words, figures }
}

function dayIn(text: string, period: Period | null): string | undefined {
  if (/^\d{1,4}$/.test(text)) return period ? addDays(period.from, Number(text)) : undefined
  const date = readDate(text)
  return date && dayOf(date, null)
}

function draftsOf(block: Block): WholeTable['drafts'] {
  const { day, words, figures } = columnsOf(block)
  const marks = new Map(figures.map(({ index }) => [index, findDecimalMark(block.rows.map(({ cells }) => cells[index] ?? ''))]))
  return block.rows.flatMap(({ line, cells }): FigureDraft[] => {
    const on = day === undefined ? undefined : dayIn((cells[day] ?? '').trim(), block.period)
    const parts = words.map(({ index, name }) => [name, (cells[index] ?? '').trim()] as const).filter(([, text]) => text !== '')
    if ((day !== undefined && on === undefined) || (words.length > 0 && parts.length === 0)) return []
    const draft: FigureDraft = {
      line, account: 0, startsOn: on ?? block.period?.from ?? '', endsOn: on ?? block.period?.to ?? '', values: {}, more: {}, raw: {},
      subject: { kind: 'traffic', key: parts.map(([name, text]) => `${name}:${text}`).join('|') || 'account', ...(parts.length > 0 && { title: parts.map(([, text]) => text).join(' · ') }) }
    }
    for (const { index, metric } of figures) {
      const value = readNumber(cells[index] ?? '', marks.get(index) ?? '.')
      const { column } = fileMetric('ga4', metric)
      if (value !== undefined && column !== null && draft.values[column] === undefined) draft.values[column] = value
      else if (value !== undefined) draft.more = { ...draft.more, [metric]: value }
    }
    return [draft]
  })
}

const sumOf = (drafts: readonly FigureDraft[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const { values, more } of drafts) for (const [name, value] of [...Object.entries(values), ...Object.entries(more)]) sums.set(name, (sums.get(name) ?? 0) + value)
  return Object.fromEntries([...sums].map(([name, sum]) => [name, Math.round(sum * 1e6) / 1e6]))
}

function snapshot(rows: readonly SourceRow[]): WholeTable {
  const blocks = blocksOf(rows)
  const read = blocks.map((block) => ({ block, drafts: draftsOf(block) }))
  const drafts = read.flatMap((one) => one.drafts)
  const taken = new Set(drafts.map(({ line }) => line))
  const skipped = blocks.flatMap((block) => block.rows).filter(({ line }) => !taken.has(line)).map(({ line }) => ({ line, reason: 'unreadable-date' as const }))
  const days = blocks.flatMap(({ period }) => (period ? [period.from, period.to] : [])).sort()
  const facts = {
    platform: 'ga4', kind: 'snapshot', granularity: 'several tables', rows: drafts.length, tables: blocks.length, date_from: days[0], date_to: days.at(-1),
    blocks: read.map(({ block, drafts: own }) => ({ columns: block.header.cells.filter((cell) => cell.trim() !== ''), line: block.header.line, rows: own.length, sums: sumOf(own) }))
  }
  return { questions: [], accounts: [{ network: 'ga4', key: '', name: '', rows: drafts.length }], from: days[0] ?? '', to: days.at(-1) ?? '', rows: drafts.length, sums: {}, facts, drafts, skipped }
}

/** Reader of a report of several tables; undefined for one with a single table, which is read row by row. */
export function findGa4Snapshot(head: TableHead): FigureReader | undefined {
  const [first] = head.rows
  if (!first || !isComment(first)) return undefined
  const blocks = blocksOf(head.rows)
  const counted = blocks.some(({ header }) => header.cells.some((cell) => NTH_DAY.test(headerKey(cell))))
  if (blocks.length < 2 && !counted) return undefined
  const known = blocks.filter(({ header }) => header.cells.some((cell) => metricNamed(headerKey(cell)) !== undefined))
  if (known.length === 0) return undefined
  const found: FoundFigures = {
    format: 'ga4.snapshot', kind: 'snapshot', platform: 'ga4', network: 'ga4', subject: 'traffic', score: 0.9, matched: known.flatMap(({ header }) => header.cells.filter((cell) => cell !== '')).slice(0, 20),
    headerLine: blocks[0]?.header.line ?? 1, columns: [], unknown: [], mapped: false
  }
  return new WholeTableReader(found, snapshot)
}
