import { PARSE_LIMITS } from '../../../../shared/parse/limits'
import type { CellKind, SourceRow } from '../../../../shared/tables/source-table'
import { ParseError } from '../parse-failure'
import type { Source } from '../source'
import { serialToText } from './number-format'
import { readXml } from './xml'

export interface SheetContext {
  shared: readonly string[]
  dateStyles: readonly boolean[]
  date1904: boolean
}

/** Column of a reference, from 0: `A1` is 0, `AA7` is 26. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

interface OpenCell {
  column: number
  type: string
  style: number
  value: string
}

function valueOf(cell: OpenCell, { shared, dateStyles, date1904 }: SheetContext): [string, CellKind] {
  const { type, value, style } = cell
  if (value === '' && type !== 's') return ['', '-']
  switch (type) {
    case 's':
      return [shared[Number(value)] ?? '', 's']
    case 'b':
      return [value === '1' || value === 'true' ? 'TRUE' : 'FALSE', 'b']
    case 'e':
      return [value, 'e']
    case 'd':
      return [value.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.0+)?Z?$/, ''), 'd']
    case 'str':
    case 'inlineStr':
      return [value, 's']
    default: {
      const date = dateStyles[style] ? serialToText(Number(value), date1904) : undefined
      return date === undefined ? [value, 'n'] : [date, 'd']
    }
  }
}

class RowBuilder {
  private cells: string[] = []
  private kinds: CellKind[] = []

  put(column: number, [text, kind]: [string, CellKind]): void {
    if (column >= PARSE_LIMITS.columns) throw new ParseError('unsupported.import-size', { what: 'columns', limit: PARSE_LIMITS.columns })
    if (kind === '-') return
    while (this.cells.length < column) {
      this.cells.push('')
      this.kinds.push('-')
    }
    this.cells[column] = text.includes('\0') ? text.replaceAll('\0', '') : text
    this.kinds[column] = kind
  }

  take(line: number): SourceRow | undefined {
    const row = { line, cells: this.cells, kinds: this.kinds.join('') }
    this.cells = []
    this.kinds = []
    return row.cells.some((cell) => cell !== '') ? row : undefined
  }
}

/** Rows of a sheet as they come; what the sheet says of its size and of merged cells is not looked at. */
export async function readSheet(source: Source, context: SheetContext, take: (row: SourceRow) => Promise<void>): Promise<void> {
  const ready: SourceRow[] = []
  const row = new RowBuilder()
  let line = 0
  let column = -1
  let cell: OpenCell | undefined
  let reading = false
  await readXml(
    source,
    {
      open(name, attribute) {
        if (name === 'row') {
          const stated = Number(attribute('r'))
          line = Number.isInteger(stated) && stated > 0 ? stated : line + 1
          column = -1
        } else if (name === 'c') {
          const reference = attribute('r')
          column = reference === undefined ? column + 1 : columnOf(reference)
          cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' }
        } else if (name === 'v' || name === 't') reading = cell !== undefined
        else if (name === 'rPh') reading = false
      },
      text(text) {
        if (!reading || !cell) return
        cell.value += text
        if (cell.value.length > PARSE_LIMITS.cellChars) throw new ParseError('unsupported.import-size', { what: 'cell', line, limit: PARSE_LIMITS.cellChars })
      },
      close(name) {
        if (name === 'v' || name === 't') reading = false
        if (name === 'c' && cell) {
          row.put(cell.column, valueOf(cell, context))
          cell = undefined
        }
        if (name === 'row') {
          const done = row.take(line)
          if (done) ready.push(done)
        }
      }
    },
    async () => {
      for (const one of ready.splice(0)) await take(one)
    }
  )
}
