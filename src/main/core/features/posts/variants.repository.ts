import { AppError } from '../../../../shared/errors/app-error'
import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Reader, Tx } from '../../context'
import { updateRows } from '../../db/update-rows'
import { chunks } from '../assets'
import type { PlannedColumns, VariantOnNetwork, VariantRow } from './post-rows'

type Db = Reader | Tx

/** Variants of posts in their order, by post. */
export async function listVariants(db: Db, postIds: readonly string[]): Promise<Map<string, VariantOnNetwork[]>> {
  const found = new Map<string, VariantOnNetwork[]>()
  for (const part of chunks(postIds)) {
    const rows = (await db('variant')
      .join('channel', 'channel.id', 'variant.channel_id')
      .whereIn('variant.post_id', part)
      .orderBy('variant.position')
      .select('variant.*', 'channel.network')) as VariantOnNetwork[]
    for (const row of rows) found.set(row.post_id, [...(found.get(row.post_id) ?? []), row])
  }
  return found
}

/** @throws AppError `not-found.variant` naming the first that is not there */
export async function getVariants(db: Db, ids: readonly string[]): Promise<VariantRow[]> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, VariantRow>()
  for (const part of chunks(wanted)) {
    for (const row of (await db('variant').whereIn('id', part)) as VariantRow[]) found.set(row.id, row)
  }
  return wanted.map((id) => {
    const row = found.get(id)
    if (!row) throw new AppError('not-found.variant', { variant: id })
    return row
  })
}

/** @throws AppError `not-found.variant` */
export async function getVariant(db: Db, id: string): Promise<VariantRow> {
  const row = (await db('variant').where({ id }).first()) as VariantRow | undefined
  if (!row) throw new AppError('not-found.variant', { variant: id })
  return row
}

export async function insertVariants(tx: Tx, rows: readonly VariantRow[]): Promise<void> {
  for (const part of chunks(rows, 100)) await tx('variant').insert(part)
}

export async function updateVariantRow(tx: Tx, id: string, change: Partial<VariantRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx('variant').where({ id }).update(change)
}

export async function removeVariants(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of chunks(ids)) await tx('variant').whereIn('id', part).delete()
}

export interface VariantTimeChange extends PlannedColumns {
  id: string
  own_time: number
  state: VariantState
  state_note: string
  snoozed_until: string | null
}

export async function updateVariantTimes(tx: Tx, changes: readonly VariantTimeChange[]): Promise<void> {
  const columns = [
    'planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant', 'own_time', 'state', 'state_note', 'snoozed_until'
  ] as const
  await updateRows(tx, 'variant', columns, changes)
}

export type VariantStateChange = Pick<
  VariantRow,
  'id' | 'state' | 'state_note' | 'snoozed_until' | 'handed_over_at' | 'published_at' | 'published_by' | 'permalink' | keyof PlannedColumns
>

export async function updateVariantStates(tx: Tx, changes: readonly VariantStateChange[]): Promise<void> {
  const columns = [
    'state', 'state_note', 'snoozed_until', 'handed_over_at', 'published_at', 'published_by', 'permalink', 'planned_on', 'planned_time', 'zone',
    'planned_pick', 'planned_instant'
  ] as const
  await updateRows(tx, 'variant', columns, changes)
}
