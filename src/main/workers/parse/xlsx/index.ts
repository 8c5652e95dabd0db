import type { Archive } from '../archive'
import { ParseError } from '../parse-failure'
import type { Sink } from '../sink'
import { readSheet } from './sheet'
import { readDateStyles, readSharedTexts, readWorkbook } from './workbook'

export const isWorkbook = (archive: Archive): boolean => archive.entries.has('xl/workbook.xml') && archive.entries.has('[Content_Types].xml')

/** Reads the sheets of a workbook one after another. Macros, drawings, links and merged ranges are not looked at. */
export async function readXlsx(archive: Archive, entry: string | null, sink: Sink): Promise<void> {
  const { sheets, date1904, sharedPath, stylesPath } = await readWorkbook(archive)
  if (sheets.length === 0) throw new ParseError('corrupt.import', { detail: 'workbook' })
  const dateStyles = await readDateStyles(archive, stylesPath)
  const shared = await readSharedTexts(archive, sharedPath)
  sink.file({ entry, container: 'xlsx', encoding: null, delimiter: null })
  for (const { name, path } of sheets) {
    const part = archive.entries.get(path)
    if (!part) continue
    sink.table(name, 'grid')
    await readSheet(archive.source(part), { shared, dateStyles, date1904 }, (row) => sink.row(row))
  }
}
