import { AppError } from '../../../../shared/errors/app-error'
import { type ActiveFreeze, type Freezable, holdingFreeze } from '../../../../shared/features/incidents/freeze-rules'
import type { VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

/** A freeze that is on, with the name of its incident. */
export interface ActiveFreezeRow extends ActiveFreeze {
  title: string
  startedAt: string
}

interface Row {
  id: string
  incident_id: string
  channels_json: string
  started_at: string
  title: string
}

/** Nearly always none: what asks for every post should ask this first. */
export async function listActiveFreezes(db: Db): Promise<ActiveFreezeRow[]> {
  const rows = (await db('incident_freeze as f')
    .join('incident as i', 'i.id', 'f.incident_id')
    .whereNull('f.ended_at')
    .orderBy('f.started_at')
    .select('f.id', 'f.incident_id', 'f.channels_json', 'f.started_at', 'i.title')) as Row[]
  if (rows.length === 0) return []
  const decided = (await db('frozen_variant').whereIn('freeze_id', rows.map(({ id }) => id)).whereIn('decision', ['released', 'moved', 'overridden']).select('freeze_id', 'variant_id')) as {
    freeze_id: string
    variant_id: string
  }[]
  return rows.map(({ id, incident_id, channels_json, started_at, title }) => ({
    id, incidentId: incident_id, title, startedAt: started_at, channelIds: JSON.parse(channels_json) as string[],
    decided: decided.filter((one) => one.freeze_id === id).map((one) => one.variant_id)
  }))
}

interface HeldRow {
  id: string
  channel_id: string
  state: VariantState
  title: string
  text: string
}
const toFreezable = ({ id, channel_id, state }: HeldRow): Freezable => ({ id, channelId: channel_id, state })

/** Of these variants those that a freeze holds, with the freeze. */
async function heldAmong(db: Db, freezes: readonly ActiveFreezeRow[], variantIds: readonly string[]): Promise<{ row: HeldRow; freeze: ActiveFreezeRow }[]> {
  const found: { row: HeldRow; freeze: ActiveFreezeRow }[] = []
  for (let from = 0; from < variantIds.length; from += 500) {
    const rows = (await db('variant as v')
      .join('post as p', 'p.id', 'v.post_id')
      .whereIn('v.id', variantIds.slice(from, from + 500))
      .select('v.id', 'v.channel_id', 'v.state', 'p.title', 'p.text')) as HeldRow[]
    for (const row of rows) {
      const freeze = holdingFreeze(freezes, toFreezable(row))
      if (freeze) found.push({ row, freeze })
    }
  }
  return found
}

/** Of these variants those that a freeze holds. */
export async function listHeld(db: Db, variantIds: readonly string[]): Promise<Set<string>> {
  const freezes = await listActiveFreezes(db)
  if (freezes.length === 0) return new Set()
  return new Set((await heldAmong(db, freezes, variantIds)).map(({ row }) => row.id))
}

/** @throws AppError `conflict.post-frozen` where a freeze holds one of them */
export async function refuseFrozen(db: Db, variantIds: readonly string[]): Promise<void> {
  const freezes = await listActiveFreezes(db)
  if (freezes.length === 0) return
  const held = await heldAmong(db, freezes, variantIds)
  const [first] = held
  if (!first) return
  const { title, text } = first.row
  throw new AppError('conflict.post-frozen', { title: title || text.replace(/\s+/g, ' ').trim().slice(0, 60), incident: first.freeze.title, count: held.length })
}

/** The freeze that holds one variant, for a screen to say so. */
export async function readFreeze(db: Db, variant: Freezable): Promise<ActiveFreezeRow | undefined> {
  return holdingFreeze(await listActiveFreezes(db), variant)
}

/** A test that asks the database once. */
export async function freezesOf(db: Db): Promise<(variant: Freezable) => boolean> {
  const freezes = await listActiveFreezes(db)
  return (variant) => freezes.length > 0 && holdingFreeze(freezes, variant) !== undefined
}
