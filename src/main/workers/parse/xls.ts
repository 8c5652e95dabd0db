import { read, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import { PARSE_LIMITS } from '../../../shared/parse/limits'
import type { CellKind, SourceRow } from '../../../shared/tables/source-table'
import { ParseError } from './parse-failure'
import type { Sink } from './sink'
import { readWhole, type Source } from './source'
import { serialToText } from './xlsx/number-format'

/** UTF-16 name of the stream that an encrypted workbook is kept in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

function cellText(cell: CellObject | undefined, date1904: boolean): [string, CellKind] {
  if (!cell || cell.v === undefined) return ['', '-']
  switch (cell.t) {
    case 'b':
      return [cell.v === true ? 'TRUE' : 'FALSE', 'b']
    case 'n': {
      const date = SSF.is_date(String(cell.z ?? '')) ? serialToText(Number(cell.v), date1904) : undefined
      return date === undefined ? [String(cell.v), 'n'] : [date, 'd']
    }
    case 'e':
      return [cell.w ?? '', 'e']
    default:
      return [String(cell.v).replaceAll('\0', ''), 's']
  }
}

function* rowsOf(sheet: WorkSheet, date1904: boolean): Generator<SourceRow> {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1')
  if (range.e.c >= PARSE_LIMITS.columns) throw new ParseError('unsupported.import-size', { what: 'columns', limit: PARSE_LIMITS.columns })
  const grid = sheet['!data'] ?? []
  for (const [index, row] of grid.entries()) {
    if (!row) continue
    const found = Array.from({ length: row.length }, (_, column) => cellText(row[column], date1904))
    if (found.some(([text]) => text !== '')) yield { line: index + 1, cells: found.map(([text]) => text), kinds: found.map(([, kind]) => kind).join('') }
  }
}

/** Reads a workbook of Excel 97 to 2003, as LinkedIn still writes them. */
export async function readXls(source: Source, entry: string | null, sink: Sink): Promise<void> {
  const bytes = await readWhole(source, PARSE_LIMITS.xlsBytes, 'workbook')
  if (bytes.includes(ENCRYPTED)) throw new ParseError('unsupported.import-encrypted')
  const workbook = read(bytes, { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellNF: true, bookVBA: false })
  sink.file({ entry, container: 'xls', encoding: null, delimiter: null })
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name]
    if (!sheet) continue
    sink.table(name, 'grid')
    for (const row of rowsOf(sheet, workbook.Workbook?.WBProps?.date1904 === true)) await sink.row(row)
  }
}
