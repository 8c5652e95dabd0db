import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'

type NamedTable = 'hashtag_set' | 'snippet' | 'client_variable' | 'post_template'

interface NamedRow {
  id: string
  name: string
  [column: string]: string | null
}

/**
 * Adds a row, or changes the one of that id. No two rows of a table have the same name.
 * @throws AppError `conflict.name-in-use`, `not-found.entry`
 */
export async function saveNamedRow(tx: Tx, table: NamedTable, row: NamedRow, exists: boolean): Promise<void> {
  if (await tx(table).where({ name: row.name }).whereNot({ id: row.id }).first('id')) {
    throw new AppError('conflict.name-in-use', { name: row.name })
  }
  if (!exists) await tx(table).insert(row)
  else if ((await tx(table).where({ id: row.id }).update(row)) === 0) throw new AppError('not-found.entry', { entry: row.id })
}

/** @throws AppError `not-found.entry` */
export async function removeRow(tx: Tx, table: NamedTable | 'handle_person', id: string): Promise<void> {
  if ((await tx(table).where({ id }).delete()) === 0) throw new AppError('not-found.entry', { entry: id })
}
