import { AppError } from '../../../../shared/errors/app-error'
import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Reader, Tx } from '../../context'
import type { PlannedColumns } from '../posts'
import type { FreezeRow, FrozenRow } from './incident-rows'

type Db = Reader | Tx

/** @throws AppError `not-found.freeze` */
export async function getFreeze(db: Db, id: string): Promise<FreezeRow> {
  const row = (await db('incident_freeze').where({ id }).first()) as FreezeRow | undefined
  if (!row) throw new AppError('not-found.freeze', { freeze: id })
  return row
}

/** @throws AppError `not-found.freeze`, `conflict.freeze-ended` */
export async function getActiveFreeze(db: Db, id: string): Promise<FreezeRow> {
  const row = await getFreeze(db, id)
  if (row.ended_at !== null) throw new AppError('conflict.freeze-ended')
  return row
}

export async function listFreezes(db: Db, incidentId: string): Promise<FreezeRow[]> {
  return (await db('incident_freeze').where({ incident_id: incidentId }).orderBy('started_at')) as FreezeRow[]
}

export async function insertFreeze(tx: Tx, row: FreezeRow): Promise<void> {
  await tx('incident_freeze').insert(row)
}

export async function updateFreezeEnd(tx: Tx, id: string, endedAt: string): Promise<void> {
  await tx('incident_freeze').where({ id }).update({ ended_at: endedAt })
}

export async function listFrozenRows(db: Db, freezeId: string): Promise<FrozenRow[]> {
  return (await db('frozen_variant').where({ freeze_id: freezeId }).orderBy(['planned_at', 'id'])) as FrozenRow[]
}

export async function insertFrozen(tx: Tx, rows: readonly FrozenRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 50) await tx('frozen_variant').insert(rows.slice(from, from + 50))
}

/** Writes what was decided, over what was noted when the freeze began. */
export async function putFrozen(tx: Tx, row: FrozenRow): Promise<void> {
  const { id, freeze_id, variant_id, ...fields } = row
  const changed = await tx('frozen_variant').where({ freeze_id, variant_id }).update(fields)
  if (changed === 0) await tx('frozen_variant').insert({ id, freeze_id, variant_id, ...fields })
}

/** A variant as the list of a freeze shows it. */
export interface CoveredRow extends PlannedColumns {
  id: string
  post_id: string
  channel_id: string
  state: VariantState
  title: string
  text: string
  network: string
  channel_name: string
  sha256: string | null
  /** On how many channels its post goes out. */
  siblings: number
}

const PICTURE = `(
  SELECT asset.sha256 FROM post_media JOIN asset ON asset.id = post_media.asset_id
  WHERE post_media.post_id = v.post_id AND post_media.variant_id IS CASE v.own_media WHEN 1 THEN v.id END AND asset.trashed_at IS NULL
  ORDER BY post_media.position LIMIT 1
)`

const covered = (db: Db) =>
  db('variant as v')
    .join('post as p', 'p.id', 'v.post_id')
    .join('channel as c', 'c.id', 'v.channel_id')
    .select('v.id', 'v.post_id', 'v.channel_id', 'v.state', 'v.planned_on', 'v.planned_time', 'v.zone', 'v.planned_pick', 'v.planned_instant')
    .select('p.title', 'c.network', 'c.name as channel_name', db.raw('coalesce(v.text, p.text) AS text'), db.raw(`${PICTURE} AS sha256`))
    .select(db.raw('(SELECT count(*) FROM variant o WHERE o.post_id = v.post_id) AS siblings'))

const onChannels = (channelIds: readonly string[], query: ReturnType<typeof covered>) => (channelIds.length === 0 ? query : query.whereIn('v.channel_id', [...channelIds]))

/** What would go out on these channels (none named: all) at a time that is set, by time. */
export async function listGoingOut(db: Db, channelIds: readonly string[]): Promise<CoveredRow[]> {
  const query = covered(db).whereIn('v.state', ['approved', 'scheduled']).whereNotNull('v.planned_instant').whereNull('p.trashed_at').orderBy(['v.planned_instant', 'v.id'])
  return (await onChannels(channelIds, query)) as CoveredRow[]
}

/** What was handed over and is still to come: it may go out by itself. */
export async function listHandedOver(db: Db, channelIds: readonly string[], now: string): Promise<CoveredRow[]> {
  const query = covered(db).where('v.state', 'handed-over').where('v.planned_instant', '>', now).whereNull('p.trashed_at').orderBy(['v.planned_instant', 'v.id'])
  return (await onChannels(channelIds, query)) as CoveredRow[]
}

export async function listCovered(db: Db, variantIds: readonly string[]): Promise<CoveredRow[]> {
  const rows: CoveredRow[] = []
  for (let from = 0; from < variantIds.length; from += 500) rows.push(...((await covered(db).whereIn('v.id', variantIds.slice(from, from + 500))) as CoveredRow[]))
  return rows
}
