import { looseKey } from '../../tables/header-key'
import { ownEntry } from '../../tables/own-entry'
import { readDate } from '../../tables/read-date'
import type { SourceRow, SourceTable } from '../../tables/source-table'
import type { ColumnTarget } from './schedule-fields'
import { headerlessFormats, scheduleFormats, spreadsheetWords, type ColumnUse, type HeaderlessFormat, type ScheduleFormat } from './schedule-formats'

export interface ScheduleColumn {
  index: number
  /** As it stands in the file; `Column 2` is said by the screen where there is no header. */
  header: string
  key: string
  /** Null: nobody has said yet where it goes. */
  target: ColumnTarget | null
  separator?: string
  /** Who said it: the known layout, words that spreadsheets use, or a person. */
  source: 'format' | 'words' | 'person' | 'none'
}

export interface ScheduleLayout {
  format: { id: string; name: string }
  /** 0 to 1: how sure. */
  score: number
  /** The headers that told it. */
  matched: string[]
  /** Index of the header among the rows; -1 where there is none. */
  headerIndex: number
  columns: ScheduleColumn[]
  status: 'draft' | 'scheduled'
  unescape: boolean
}

/** What a person said of the headers of a layout: by `rememberedKey`. */
export type Remembered = ReadonlyMap<string, ColumnTarget>
export const rememberedKey = (formatId: string, headerKey: string): string => `${formatId}\n${headerKey}`

type KnownColumns = Pick<ScheduleFormat, 'id' | 'columns'>
const SPREADSHEET: KnownColumns = { id: 'spreadsheet', columns: spreadsheetWords }

const SEARCHED_ROWS = 30
const NUMBERED = / \d{1,2}$/

function useOf(columns: Readonly<Record<string, ColumnUse>>, key: string): ColumnUse | undefined {
  return ownEntry(columns, key) ?? (NUMBERED.test(key) ? ownEntry(columns, key.replace(NUMBERED, ' #')) : undefined)
}

const headersOf = (row: SourceRow) => row.cells.map((header, index) => ({ index, header: header.trim(), key: looseKey(header) }))

function readColumns(row: SourceRow, { id, columns: uses }: KnownColumns, remembered: Remembered): ScheduleColumn[] {
  const source = id === SPREADSHEET.id ? 'words' : 'format'
  const taken = new Set<ColumnTarget>()
  return headersOf(row).map((column) => {
    const said = remembered.get(rememberedKey(id, column.key))
    const use = useOf(uses, column.key)
    if (said !== undefined) return { ...column, target: said, source: 'person', ...(use?.separator !== undefined && { separator: use.separator }) }
    if (!use) return { ...column, target: null, source: 'none' }
    // Of two columns that could be the text, the first is; the other is for the person to say.
    const again = source === 'words' && taken.has(use.target) && use.target !== 'media' && use.target !== 'altTexts'
    taken.add(use.target)
    return again ? { ...column, target: null, source: 'none' } : { ...column, ...use, source }
  })
}

const shareKnown = (columns: readonly ScheduleColumn[]): number => {
  const named = columns.filter(({ header }) => header !== '')
  return named.length === 0 ? 0 : named.filter(({ target }) => target !== null).length / named.length
}

function tryFormat(format: ScheduleFormat, row: SourceRow, headerIndex: number, remembered: Remembered): ScheduleLayout | undefined {
  const headers = headersOf(row)
  const found = format.signature.map((group) => headers.find(({ key }) => group.includes(key))?.header)
  if (found.includes(undefined)) return undefined
  const columns = readColumns(row, format, remembered)
  const { id, name, status, unescape = false } = format
  // A few words that everybody uses prove less than a dozen that only one tool has.
  const score = 0.55 + 0.35 * shareKnown(columns) + Math.min(format.signature.length, 5) * 0.02
  return { format: { id, name }, score, matched: found.filter((header) => header !== undefined), headerIndex, columns, status, unescape }
}

const HAS_WORDS: readonly ColumnTarget[] = ['text', 'title', 'media']
const HAS_TIME: readonly ColumnTarget[] = ['date', 'dateTime']

function trySpreadsheet(row: SourceRow, headerIndex: number, remembered: Remembered): ScheduleLayout | undefined {
  const columns = readColumns(row, SPREADSHEET, remembered)
  const known = columns.filter(({ target }) => target !== null)
  const has = (targets: readonly ColumnTarget[]) => known.some(({ target }) => target !== null && targets.includes(target))
  if (known.length < 2 || !has(HAS_WORDS)) return undefined
  const score = 0.2 + 0.3 * shareKnown(columns) + (has(HAS_TIME) ? 0.15 : 0)
  return { format: { id: SPREADSHEET.id, name: '' }, score, matched: known.map(({ header }) => header), headerIndex, columns, status: 'draft', unescape: false }
}

function tryHeaderless(format: HeaderlessFormat, rows: readonly SourceRow[]): ScheduleLayout | undefined {
  const sample = rows.slice(0, 200)
  const fits = (row: SourceRow) => {
    const [when = '', text = '', link = ''] = row.cells
    const date = readDate(when)
    return row.cells.length >= 2 && row.cells.length <= 4 && date?.time != null && text.trim() !== '' && !readDate(text) && (link.trim() === '' || /^https?:\/\/\S+$/.test(link.trim()))
  }
  const fitting = sample.filter(fits).length
  if (!sample[0] || !fits(sample[0]) || fitting < sample.length * 0.8) return undefined
  const columns = format.columns.map((use, index): ScheduleColumn => ({ index, header: '', key: `#${index + 1}`, ...use, source: 'format' }))
  return { format: { id: format.id, name: format.name }, score: 0.6 + 0.2 * (fitting / sample.length), matched: [], headerIndex: -1, columns, status: format.status, unescape: false }
}

/** The row that looks most like a header when nothing is recognized: the first of several filled cells. */
function unknownLayout(rows: readonly SourceRow[], remembered: Remembered): ScheduleLayout | undefined {
  const headerIndex = rows.slice(0, SEARCHED_ROWS).findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2)
  const row = rows[headerIndex]
  if (!row) return undefined
  const columns = readColumns(row, SPREADSHEET, remembered)
  return { format: { id: SPREADSHEET.id, name: '' }, score: 0.1, matched: [], headerIndex, columns, status: 'draft', unescape: false }
}

/**
 * Which layout of planned posts a table has, told by its headers wherever they stand, never by the name of the file.
 * Undefined for a table without two filled columns.
 */
export function detectSchedule(table: SourceTable, remembered: Remembered): ScheduleLayout | undefined {
  const found: ScheduleLayout[] = []
  const searched = table.shape === 'grid' ? table.rows.slice(0, SEARCHED_ROWS) : table.rows.slice(0, 1)
  for (const [index, row] of searched.entries()) {
    for (const format of scheduleFormats) {
      if (format.shape !== (table.shape === 'records' ? 'grid' : table.shape)) continue
      const layout = tryFormat(format, row, index, remembered)
      if (layout) found.push(layout)
    }
    const plain = table.shape === 'grid' || table.shape === 'records' ? trySpreadsheet(row, index, remembered) : undefined
    if (plain) found.push(plain)
  }
  if (table.shape === 'grid') for (const format of headerlessFormats) found.push(...[tryHeaderless(format, table.rows)].filter((layout) => layout !== undefined))
  const best = found.reduce<ScheduleLayout | undefined>((first, next) => (first && first.score >= next.score ? first : next), undefined)
  return best ?? (table.shape === 'grid' || table.shape === 'records' ? unknownLayout(table.rows, remembered) : undefined)
}
