export type CsvCell = string | number | null | undefined

/** What a spreadsheet would take for a formula begins with an apostrophe. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines as CSV: UTF-8 with a mark, so that a spreadsheet reads it as such, CRLF as RFC 4180 has it; what is missing is empty. */
export const writeCsv = (lines: readonly (readonly CsvCell[])[]): string => `﻿${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
