import writeExcelFile from 'write-excel-file/node'

/** Widths in characters of the columns that hold more than a word. */
const wide: Readonly<Record<string, number>> = { Title: 32, Text: 70, Link: 32, 'First comment': 32, Media: 28, 'Alt text': 40, Channels: 28, Notes: 32 }

/** The longest text that a cell of a workbook holds. */
const LONGEST_CELL = 32_767

/** Control characters are not allowed in the XML of a workbook: with one of them no spreadsheet opens it. */
const withoutControls = (text: string): string => text.replaceAll(/\p{Cc}/gu, (one) => ('\t\n\r'.includes(one) ? one : ''))

/** A workbook of one sheet. Every cell is text by its type, so that nothing in it can be a formula. */
export async function workbookOf(sheet: string, header: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cell = (value: string) => ({ value: withoutControls(value).slice(0, LONGEST_CELL), type: String, wrap: true, alignVertical: 'top' as const })
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const data = [header.map(bold), ...rows.map((row) => row.map(cell))]
  const columns = header.map((name) => ({ width: wide[name] ?? 16 }))
  return writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
}
