import { stringify } from 'csv-stringify/sync'

/**
 * A table as CSV for people and planners: UTF-8 with a mark, so that a spreadsheet reads it as such, CRLF as RFC 4180 has it.
 * What a spreadsheet would take for a formula begins with an apostrophe, which `imports` takes off again in the app's own layout.
 */
export function csvOf(header: readonly string[] | null, rows: readonly (readonly string[])[], { escapeFormulas }: { escapeFormulas: boolean }): string {
  const table = header ? [[...header], ...rows] : [...rows]
  // A single line feed is not the end of a record here, and yet ends one for most readers.
  return stringify(table, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: escapeFormulas })
}
