import type { SourceRow } from '../../../shared/tables/source-table'
import { CsvScanner } from './csv-scanner'

export interface Dialect {
  delimiter: string
  /** Each line of the file lies in one quoted cell, as a spreadsheet leaves it. */
  wrapped: boolean
  /** Signs of a first line `sep=;` that is no row. */
  skip: number
}

const CANDIDATES = [',', ';', '\t', '|']
const STATED = /^"?sep=(.)"?(?:\r\n|\r|\n)/i
const WRAPPED_LINE = /^"(.*)"[,;\t]*$/
const ENOUGH_LINES = 200

/** Rows at the beginning; one that is cut short, or a quote that is open, ends them. */
function sampleRows(sample: string, delimiter: string): SourceRow[] {
  const rows: SourceRow[] = []
  try {
    for (const row of new CsvScanner(delimiter).push(`${sample}\n`)) {
      rows.push(row)
      if (rows.length >= ENOUGH_LINES) break
    }
  } catch {
    // A limit passed with the wrong delimiter is no fault of the file.
  }
  return rows
}

/** How much like a table: rows that have the commonest number of cells, times that number, above one. */
function tableness(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let best = 0
  for (const [cells, times] of counts) best = Math.max(best, times * Math.min(cells - 1, 12))
  return best
}

/** What lies in a quoted line; other lines as they are. */
export function unwrapLine(line: string): string {
  const inner = WRAPPED_LINE.exec(line)?.[1]
  return inner === undefined ? line : inner.replaceAll('""', '"')
}

function isWrapped(sample: string): boolean {
  const lines = sample.split(/\r\n|\r|\n/).slice(0, ENOUGH_LINES).filter((line) => line !== '')
  if (lines.length < 2 || !lines.every((line) => WRAPPED_LINE.test(line))) return false
  const alone = CANDIDATES.every((delimiter) => sampleRows(sample, delimiter).every(({ cells }) => cells.slice(1).every((cell) => cell === '')))
  // What stands above a header is a line of words.
  return alone && lines.filter((line) => /[,;\t]/.test(unwrapLine(line))).length * 2 > lines.length
}

/** How a text is laid out, by its beginning: whole lines, up to some hundred. */
export function findDialect(sample: string): Dialect {
  const stated = STATED.exec(sample)
  if (stated?.[1]) return { delimiter: stated[1], wrapped: false, skip: stated[0].length }
  const wrapped = isWrapped(sample)
  const text = wrapped ? sample.split(/\r\n|\r|\n/).map(unwrapLine).join('\n') : sample
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: tableness(sampleRows(text, delimiter)) }))
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first))
  return { delimiter: best.delimiter, wrapped, skip: 0 }
}
