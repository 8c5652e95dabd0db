import { detectSchedule, type Remembered } from '../../../../shared/features/imports/schedule-detect'
import type { FigureAccount, FigureImportQuestion, FigureTable, TablePlace, UnknownTable } from '../../../../shared/features/figure-imports/figure-draft.schema'
import type { FigureAnswers, FigureQuestion, FigureSettlement } from '../../../../shared/features/figures/figure-reader'
import { headerSignature } from '../../../../shared/features/figures/create-figure-reader'
import { headerKey } from '../../../../shared/tables/header-key'
import type { Refused } from '../imports'
import { asSource, type WalkedFile, type WalkedTable } from './walk-tables'

/** What of a table is known before its figures are held against others; `fileIds` are the rows of `figure_file` it is kept in. */
export type FoundTable = Omit<FigureTable, 'added' | 'changed' | 'unchanged' | 'known'> & { fileIds: string[] }

/** The file, the rules that do not ask whose figures are, and what was said of the accounts that are in it. */
export interface ReadBy {
  rules: string
  channels: Record<string, string | null>
}

/** What one file came to. `table` of a question is a place in `tables` of the file. */
export interface FoundFile {
  /** What it was read by; the same again reads the same. */
  readBy?: ReadBy
  sha256: string
  tables: FoundTable[]
  questions: FigureImportQuestion[]
  unknown: UnknownTable[]
  plans: (TablePlace & { format: string })[]
  refused: Refused[]
}

export const placeOf = ({ position, name }: WalkedFile, { entry, sheet }: WalkedTable): TablePlace => ({ file: position, name, entry, sheet })

const SAMPLES = 3
const SAMPLE_CHARS = 80
const samplesOf = (rows: WalkedTable['head'], index: number): string[] =>
  rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== '').slice(0, SAMPLES).map((cell) => cell.slice(0, SAMPLE_CHARS))

export function presentTable(file: WalkedFile, table: WalkedTable, settlement: FigureSettlement, accounts: FigureAccount[]): FoundTable | undefined {
  const { reader, container, encoding, delimiter } = table
  if (!reader) return undefined
  const { format, mapped, score, matched, platform, network, kind, subject, unknown, headerLine } = reader.found
  const below = table.head.filter(({ line }) => line > headerLine)
  const { rows, from, to, sums, facts } = settlement
  return {
    ...placeOf(file, table), container, encoding, delimiter, format, mapped, score: Math.round(score * 100) / 100, matched, platform,
    network: network ?? settlement.accounts[0]?.network ?? null, kind, subject, accounts, measuredAt: '', rows, from, to, sums,
    facts: JSON.parse(JSON.stringify(facts)) as FigureTable['facts'],
    skipped: [], skippedCounts: {}, fileIds: [],
    unknownColumns: subject === null ? [] : unknown.filter(({ header }) => header !== '').map(({ index, header, key }) => ({ header, key, samples: samplesOf(below, index) }))
  }
}

const asks = (table: number, question: FigureQuestion): FigureImportQuestion => {
  const { code, ...asked } = question
  return { ...asked, kind: code, table } as FigureImportQuestion
}

/** What a table asks: what its reader cannot tell, and whose it is. */
export function questionsOf(place: number, table: FoundTable, settlement: FigureSettlement, channels: readonly { id: string; network: string }[]): FigureImportQuestion[] {
  const own = table.accounts.filter(({ origin }) => origin === 'asked').map(({ source, network, key, name, rows }): FigureImportQuestion => {
    const channelIds = channels.filter((channel) => channel.network === network).map(({ id }) => id)
    return { kind: 'channel', required: true, source, network, name: name || key, channelIds, tables: [place], rows }
  })
  return [...settlement.questions.map((question) => asks(place, question)), ...own]
}

const SEARCHED_ROWS = 30

/** The row that looks most like a header: of the first ones, the first that is filled as widely as any. */
function headerRow(head: WalkedTable['head']): number {
  const filled = head.slice(0, SEARCHED_ROWS).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  return filled.findIndex((count) => count >= 2 && count >= Math.max(...filled))
}

export function presentUnknown(file: WalkedFile, table: WalkedTable): UnknownTable | undefined {
  const at = headerRow(table.head)
  const header = table.head[at]
  if (!header || (table.shape !== 'grid' && table.shape !== 'records')) return undefined
  const below = table.head.slice(at + 1)
  const columns = header.cells.map((text, index) => ({ index, header: text.trim(), key: headerKey(text), samples: samplesOf(below, index) }))
  return { ...placeOf(file, table), headerLine: header.line, signature: headerSignature(header.cells), columns }
}

/** From here on the headers have words that plans use. */
const LIKELY = 0.2
/** What is recognized as figures counts for more than a plan that is as sure. */
const SURER = 0.05

/** The layout of planned posts that a table has, where it is surer than figures; `spreadsheet` is a guess by single words. */
export function planFormat(table: WalkedTable, remembered: Remembered): string | undefined {
  const layout = table.head.length > 0 ? detectSchedule(asSource(table), remembered) : undefined
  if (!layout || layout.score < LIKELY) return undefined
  return table.reader && table.reader.found.score + SURER > layout.score ? undefined : layout.format.id
}

/** What was answered for a table, by its place or for all. */
export function answersFor(place: TablePlace, answers: { tables: readonly (FigureAnswers & Omit<TablePlace, 'name'>)[]; all: FigureAnswers }): FigureAnswers {
  const own = answers.tables.find(({ file, entry, sheet }) => file === place.file && entry === place.entry && sheet === place.sheet)
  return { ...answers.all, ...(own && Object.fromEntries(Object.entries(own).filter(([name, value]) => value !== undefined && !['file', 'entry', 'sheet'].includes(name)))) }
}
