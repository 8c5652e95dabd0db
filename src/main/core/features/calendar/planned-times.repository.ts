import type { Reader, Tx } from '../../context'
import { updateRows } from '../../db/update-rows'
import type { PlannedColumns } from '../posts'

export type PlannedTable = 'post' | 'variant'
export type PlannedRow = { id: string } & PlannedColumns

/** Rows of a table whose time comes after an instant. */
export async function listPlannedAfter(db: Reader | Tx, table: PlannedTable, instant: string): Promise<PlannedRow[]> {
  return (await db(table)
    .where('planned_instant', '>', instant)
    .select('id', 'planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant')) as PlannedRow[]
}

export async function isAnyPlannedAfter(db: Reader | Tx, instant: string): Promise<boolean> {
  const found = async (table: PlannedTable) => (await db(table).where('planned_instant', '>', instant).first('id')) !== undefined
  return (await found('post')) || found('variant')
}

export async function updateInstants(tx: Tx, table: PlannedTable, rows: readonly { id: string; planned_instant: string }[]): Promise<void> {
  await updateRows(tx, table, ['planned_instant'], rows)
}
