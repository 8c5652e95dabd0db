import type { CsvCell } from '@shared/tables/write-csv'

type Lines = readonly (readonly CsvCell[])[]

type ReadPart<Row> = (part: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly Row[] }>

/** Rows that are asked for at once. */
const PART = 1000

/** All rows of a list that is read by pages. @throws AppError of the query */
export async function rowsOfPages<Row>(read: ReadPart<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for (let offset = 0, total = 1; offset < total; offset += PART) {
    const page = await read({ offset, limit: PART })
    rows.push(...page.rows)
    total = page.total
  }
  return rows
}

/**
 * Lines of a list that is read by pages, the names of its columns first.
 *
 * @param columns names and what each says of a row: the same in every language, as for a program, or words of the screen
 * @throws AppError of the query
 */
export async function linesOfPages<Row>(columns: Readonly<Record<string, (row: Row) => CsvCell>>, read: ReadPart<Row>): Promise<Lines> {
  return linesOf(columns, await rowsOfPages(read))
}

/** Lines of a list that is known whole, the names of its columns first. */
export function linesOf<Row>(columns: Readonly<Record<string, (row: Row) => CsvCell>>, rows: readonly Row[]): Lines {
  const readers = Object.values(columns)
  return [Object.keys(columns), ...rows.map((row) => readers.map((read) => read(row)))]
}
