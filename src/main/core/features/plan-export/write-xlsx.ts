import writeExcelFile from 'write-excel-file/node'
import { rowHeight, WORKBOOK_FONT } from '../../files/workbook-look'

/** Widths in characters of the columns that hold more than a word. */
const wide: Readonly<Record<string, number>> = { Title: 32, Text: 70, Link: 32, 'First comment': 32, Media: 28, 'Alt text': 40, Channels: 28, Notes: 32, Permalink: 40, Id: 38 }
/** A row is not higher than this, in points: a long text is read in its cell. */
const HIGHEST = 70

/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767

/** Control characters are not allowed in the XML of a workbook: with one of them no spreadsheet opens it. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}/gu, (one) => ('\t\n\r'.includes(one) ? one : ''))

/** A workbook of one sheet. Every cell is text by its type, so that nothing in it can be a formula. */
export async function workbookOf(sheet: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const widths = header.map((name) => wide[name] ?? 16)
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const lineOf = (row: readonly string[]) => {
    const texts = row.map((value) => withoutControls(value).slice(0, LONGEST_CELL))
    const height = Math.min(HIGHEST, rowHeight(texts.map((text, index) => ({ text, width: widths[index] ?? 16 }))) ?? 0)
    return texts.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const, ...(height > 0 && { height }) }))
  }
  const data = [header.map(bold), ...rows.map(lineOf)]
  return writeExcelFile(data, { sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, orientation: 'landscape' }, WORKBOOK_FONT).toBuffer()
}
