import type { Knex } from 'knex'
import type { Reader } from '../context'

/**
 * Rows of a query as one JSON text, written by the database and read at once. For thousands of rows with many columns this takes
 * half the time of handing each value over; values are texts, numbers and nulls.
 */
export async function readPacked<Row>(db: Reader, query: Knex.QueryBuilder, columns: readonly (keyof Row & string)[]): Promise<Row[]> {
  const values = columns.map(() => '??').join(', ')
  const packed = db.from(query.as('row')).select(db.raw(`json_group_array(json_array(${values})) AS rows`, [...columns]))
  const [found] = (await packed) as { rows: string }[]
  return (JSON.parse(found?.rows ?? '[]') as unknown[][]).map((row) => {
    const record: Record<string, unknown> = {}
    columns.forEach((column, index) => (record[column] = row[index]))
    return record as Row
  })
}
