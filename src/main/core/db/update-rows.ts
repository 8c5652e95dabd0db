import type { Tx } from '../context'

/**
 * Gives many rows values of their own in one statement. Each row names its `id` and all of `columns`; values that do not
 * differ are written too, so pass only rows that change.
 */
export async function updateRows<Column extends string>(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  rows: readonly ({ id: string } & Record<Column, string | number | null>)[]
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => [row.id, ...columns.map((column) => row[column])])
  const set = columns.map((_, index) => `?? = given.value ->> ${index + 1}`).join(', ')
  await tx.raw(`UPDATE ?? SET ${set} FROM json_each(?) AS given WHERE ??.id = given.value ->> 0`, [table, ...columns, JSON.stringify(values), table])
}
