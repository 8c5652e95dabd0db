/**
 * What a cell was in the file: `s` text, `n` number, `d` date, `b` true or false, `e` an error of the spreadsheet, `-` empty.
 * Numbers are kept as they were written, dates as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS` of the wall clock.
 */
export type CellKind = 's' | 'n' | 'd' | 'b' | 'e' | '-'

export interface SourceRow {
  /** Line of the file, or row of the sheet, that the row begins at; the first is 1. */
  line: number
  cells: string[]
  /** One letter a cell where the file tells; left out where all are texts, as in CSV. */
  kinds?: string
}

export const kindOf = (row: SourceRow, column: number): CellKind =>
  ((row.kinds?.[column] ?? ((row.cells[column] ?? '') === '' ? '-' : 's')) as CellKind)

export const isBlank = (row: SourceRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** A table with its rows at hand. */
export interface SourceTable {
  /** Name of the sheet, board or calendar; empty where there is none. */
  name: string
  shape: 'grid' | 'trello' | 'ics' | 'records' | 'items'
  rows: SourceRow[]
}
