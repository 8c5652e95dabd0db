import { PARSE_LIMITS } from '../../../shared/parse/limits'
import type { SourceRow } from '../../../shared/tables/source-table'
import { ParseError } from './parse-failure'

const QUOTE = 34
const LF = 10
const CR = 13

/**
 * Cuts delimited text into rows as a spreadsheet does: a quote counts at the beginning of a cell only, a doubled one is a
 * quote, text after a closing one belongs to the cell. Lines end with LF, CR or both and with nothing else, so that U+2028
 * stays in its cell. Each row has the line that it begins at, also after cells of several lines.
 *
 * Of our own, since parsers at hand miscount lines or take ten times as long.
 */
export class CsvScanner {
  private rest = ''
  private line: number
  private at = 0
  private text = ''
  private ended = false

  constructor(
    private readonly delimiter: string,
    firstLine = 1
  ) {
    this.line = firstLine
  }

  /** Rows that are complete with this piece of text. */
  *push(text: string): Generator<SourceRow> {
    yield* this.scan(this.rest + text)
  }

  /** What is left. @throws ParseError `corrupt.import` with the line of a quote that is never closed */
  *end(): Generator<SourceRow> {
    this.ended = true
    yield* this.scan(this.rest)
  }

  private *scan(text: string): Generator<SourceRow> {
    this.text = text
    this.at = 0
    for (;;) {
      const start = this.at
      const line = this.line
      const cells = start < text.length ? this.row() : undefined
      if (!cells) {
        this.rest = text.slice(start)
        this.line = line
        if (this.rest.length > PARSE_LIMITS.recordChars) throw new ParseError('unsupported.import-size', { what: 'row', line, limit: PARSE_LIMITS.recordChars })
        return
      }
      if (cells.length > 1 || cells[0] !== '') yield { line, cells }
    }
  }

  /** The cells up to the end of a line, or undefined where the text ends before. */
  private row(): string[] | undefined {
    const cells: string[] = []
    for (;;) {
      const cell = this.text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.bare()
      if (cell === undefined) return undefined
      if (cell.length > PARSE_LIMITS.cellChars) throw new ParseError('unsupported.import-size', { what: 'cell', line: this.line, limit: PARSE_LIMITS.cellChars })
      cells.push(cell.includes('\0') ? cell.replaceAll('\0', '') : cell)
      if (cells.length > PARSE_LIMITS.columns) throw new ParseError('unsupported.import-size', { what: 'columns', line: this.line, limit: PARSE_LIMITS.columns })
      if (this.at >= this.text.length) return this.ended ? cells : undefined
      if (this.text[this.at] === this.delimiter) {
        this.at += 1
        continue
      }
      return this.lineEnd() ? cells : undefined
    }
  }

  /** Steps over the end of a line; false where a CR is the last that is known. */
  private lineEnd(): boolean {
    if (this.text.charCodeAt(this.at) === CR) {
      if (this.at + 1 >= this.text.length && !this.ended) return false
      if (this.text.charCodeAt(this.at + 1) === LF) this.at += 1
    }
    this.at += 1
    this.line += 1
    return true
  }

  private bare(): string {
    const { text } = this
    const delimiter = this.delimiter.charCodeAt(0)
    const start = this.at
    let at = start
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === LF || code === CR) break
    }
    this.at = at
    return text.slice(start, at)
  }

  private quoted(): string | undefined {
    const { text } = this
    const line = this.line
    let from = this.at + 1
    let value = ''
    for (;;) {
      const close = text.indexOf('"', from)
      if (close < 0) {
        if (this.ended) throw new ParseError('corrupt.import', { detail: 'quote-open', line })
        return undefined
      }
      // The next sign tells whether this quote is the last.
      if (close + 1 >= text.length && !this.ended) return undefined
      value += text.slice(from, close)
      if (text.charCodeAt(close + 1) !== QUOTE) {
        this.at = close + 1
        this.line += countLines(value)
        return value + this.bare()
      }
      value += '"'
      from = close + 2
    }
  }
}

function countLines(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines += 1
  }
  return lines
}
