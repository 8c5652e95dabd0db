import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import { holdingFreeze } from '../../../../shared/features/incidents/freeze-rules'
import type { FrozenPost, IncidentFreeze } from '../../../../shared/features/incidents/incidents.schema'
import type { CallContext, CoreServices, Reader, Tx } from '../../context'
import { getAccount } from '../channels'
import { listActiveFreezes } from '../freezes'
import { nameOf, thumbnailsOf, toPlanned } from '../posts'
import {
  type CoveredRow, getActiveFreeze, getFreeze, insertFreeze, insertFrozen, listCovered, listFreezes, listFrozenRows, listGoingOut, listHandedOver, updateFreezeEnd
} from './freezes.repository'
import type { FreezeRow, FrozenRow } from './incident-rows'
import { getOpenIncident } from './incidents.repository'
import { noteAction } from './timeline'

type Db = Reader | Tx
type Inputs = AppInputs['incidents']

export const channelsOf = ({ channels_json }: FreezeRow): string[] => JSON.parse(channels_json) as string[]

/** What a row of the list is kept as, decided or not. */
export function toFrozenRow(core: Pick<CoreServices, 'newId'>, freezeId: string, row: CoveredRow): FrozenRow {
  return {
    id: core.newId(), freeze_id: freezeId, variant_id: row.id, title: nameOf(row), network: row.network, channel_name: row.channel_name, planned_at: row.planned_instant,
    decision: 'waiting', moved_to: null, reason: '', decided_by: '', decided_at: null
  }
}

/** What a freeze that is on holds now, what was scheduled after it began among it. */
export async function listWaiting(db: Db, freeze: FreezeRow): Promise<CoveredRow[]> {
  const active = (await listActiveFreezes(db)).find(({ id }) => id === freeze.id)
  if (!active) return []
  return (await listGoingOut(db, active.channelIds)).filter((row) => holdingFreeze([active], { id: row.id, channelId: row.channel_id, state: row.state }))
}

/** Begins a freeze and notes what it holds. @returns how many posts */
export async function startFreeze(tx: Tx, core: CoreServices, incidentId: string, { channelIds, reason, author }: { channelIds: readonly string[]; reason: string; author: string }): Promise<{ freezeId: string; frozen: number }> {
  const names: string[] = []
  for (const id of channelIds) names.push((await getAccount(tx, id)).name)
  const freeze: FreezeRow = { id: core.newId(), incident_id: incidentId, channels_json: JSON.stringify(channelIds), reason, started_at: core.now(), ended_at: null }
  await insertFreeze(tx, freeze)
  const rows = await listGoingOut(tx, channelIds)
  await insertFrozen(tx, rows.map((row) => toFrozenRow(core, freeze.id, row)))
  await noteAction(tx, core, incidentId, { action: 'frozen', data: { n: rows.length, channels: names.join(', ') }, text: reason, author })
  return { freezeId: freeze.id, frozen: rows.length }
}

/** @throws AppError `not-found.incident`, `conflict.incident-closed`, `conflict.already-frozen`, `not-found.channel` */
export function freeze(context: CallContext, { clientId, incidentId, channelIds = [], reason = '', author = '' }: Inputs['freeze']) {
  return context.command(clientId, async (tx) => {
    const { title } = await getOpenIncident(tx, incidentId)
    const on = (await listActiveFreezes(tx)).some((one) => one.incidentId === incidentId)
    if (on) throw new AppError('conflict.already-frozen', { title })
    return startFreeze(tx, context.core, incidentId, { channelIds: [...new Set(channelIds)], reason, author })
  })
}

/** @throws AppError `not-found.freeze`, `conflict.freeze-ended`, `conflict.freeze-undecided` */
export function endFreeze(context: CallContext, { clientId, freezeId, author = '' }: Inputs['endFreeze']): Promise<void> {
  return context.command(clientId, async (tx) => {
    const freeze = await getActiveFreeze(tx, freezeId)
    const count = (await listWaiting(tx, freeze)).length
    if (count > 0) throw new AppError('conflict.freeze-undecided', { count })
    await updateFreezeEnd(tx, freezeId, context.core.now())
    await noteAction(tx, context.core, freeze.incident_id, { action: 'freeze-ended', author })
  })
}

export async function presentFreezes(db: Reader, incidentId: string): Promise<IncidentFreeze[]> {
  const names = new Map(((await db('channel').select('id', 'name')) as { id: string; name: string }[]).map(({ id, name }) => [id, name]))
  const freezes: IncidentFreeze[] = []
  for (const row of await listFreezes(db, incidentId)) {
    const channelIds = channelsOf(row)
    freezes.push({
      id: row.id, channelIds, channelNames: channelIds.map((id) => names.get(id) ?? id), reason: row.reason, startedAt: row.started_at, endedAt: row.ended_at,
      waiting: row.ended_at === null ? (await listWaiting(db, row)).length : 0,
      decided: (await listFrozenRows(db, row.id)).filter(({ decision }) => decision !== 'waiting').length
    })
  }
  return freezes
}

type Kept = Pick<FrozenPost, 'decision' | 'movedTo' | 'reason' | 'decidedBy' | 'decidedAt'>
const undecided: Kept = { decision: 'waiting', movedTo: null, reason: '', decidedBy: '', decidedAt: null }

/** What a freeze holds, what was decided, and what is out of reach. @throws AppError `not-found.freeze` */
export async function readFrozen(context: CallContext, { clientId, freezeId }: Inputs['frozen']): Promise<AppOutputs['incidents']['frozen']> {
  const { reader } = await context.workspace(clientId)
  const row = await getFreeze(reader, freezeId)
  const now = context.core.now()
  const sign = thumbnailsOf(context.core, clientId)
  const present = (one: CoveredRow, kept: Kept = undecided): FrozenPost => ({
    variantId: one.id, postId: one.post_id, title: nameOf(one), text: one.text.slice(0, 2000), network: one.network, channelName: one.channel_name, state: one.state, planned: toPlanned(one),
    overdue: one.planned_instant !== null && one.planned_instant <= now, thumbnailUrl: one.sha256 === null ? null : sign(one.sha256), ...kept
  })
  const decided = (await listFrozenRows(reader, freezeId)).filter(({ decision }) => decision !== 'waiting')
  const known = new Map((await listCovered(reader, decided.map(({ variant_id }) => variant_id))).map((one) => [one.id, one]))
  const withDecision = (one: FrozenRow): FrozenPost => {
    const kept: Kept = { decision: one.decision, movedTo: one.moved_to, reason: one.reason, decidedBy: one.decided_by, decidedAt: one.decided_at }
    const there = known.get(one.variant_id)
    if (there) return present(there, kept)
    return { variantId: one.variant_id, postId: null, title: one.title, text: '', network: one.network, channelName: one.channel_name, state: null, planned: null, overdue: false, thumbnailUrl: null, ...kept }
  }
  return {
    waiting: (await listWaiting(reader, row)).map((one) => present(one)),
    decided: decided.map(withDecision).sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? '')),
    handedOver: row.ended_at === null ? (await listHandedOver(reader, channelsOf(row), now)).map((one) => present(one)) : []
  }
}
