import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** What goes into an archive made for a test. */
export type ZipParts = Record<string, string | Buffer>

export async function makeZip(parts: ZipParts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export interface MadeCell {
  value: string | number | boolean
  /** Index into `styles`. */
  style?: number
}

export interface MadeWorkbook {
  sheets: { name: string; rows: (string | number | boolean | MadeCell)[][]; after?: string }[]
  /** Number formats of `cellXfs`, from index 1 on. */
  formats?: string[]
  date1904?: boolean
  /** Parts that replace what would be written. */
  parts?: ZipParts
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

function cellXml(cell: string | number | boolean | MadeCell, row: number, column: number): string {
  const { value, style } = typeof cell === 'object' ? cell : { value: cell, style: undefined }
  const place = `r="${columnName(column)}${row}"${style === undefined ? '' : ` s="${style}"`}`
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`
  return value === '' ? '' : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function sheetXml({ rows, after = '' }: MadeWorkbook['sheets'][number]): string {
  const body = rows.map((cells, index) => `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, index + 1, column)).join('')}</row>`).join('')
  return `${XML}<worksheet ${MAIN}><sheetData>${body}</sheetData>${after}</worksheet>`
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escape(code).replaceAll('"', '&quot;')}"/>`).join('')
  const xfs = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')
  return `${XML}<styleSheet ${MAIN}><numFmts count="${formats.length}">${codes}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`
}

/** A workbook as spreadsheet programs write it, small. */
export function makeWorkbook({ sheets, formats = [], date1904 = false, parts = {} }: MadeWorkbook): Promise<Buffer> {
  const relations = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
  const all: ZipParts = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN}><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets.map(({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])),
    ...parts
  }
  return makeZip(all)
}

const quoted = (cell: string, delimiter: string): string => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Delimited text, quoted where needed. */
export const csvText = (rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\r\n'): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(lineEnd) + lineEnd

/** Writes a file into a folder and answers with its path. */
export async function putFile(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
