import { AppError } from '../../../../shared/errors/app-error'
import type { Goal } from '../../../../shared/features/goals/goals.contract'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx
export type KeptGoal = Omit<Goal, 'current' | 'asOf' | 'source' | 'progress' | 'gaps'> & { position: number; createdAt: string }

interface Row {
  id: string
  name: string
  metric: KeptGoal['metric']
  channel_id: string | null
  pillar_id: string | null
  campaign_id: string | null
  baseline: number | null
  target: number
  starts_on: string
  ends_on: string
  notes: string
  position: number
  archived_at: string | null
  created_at: string
}

const toGoal = (row: Row): KeptGoal => ({
  id: row.id, name: row.name, metric: row.metric, channelId: row.channel_id, pillarId: row.pillar_id, campaignId: row.campaign_id, baseline: row.baseline,
  target: row.target, startsOn: row.starts_on, endsOn: row.ends_on, notes: row.notes, position: row.position, archivedAt: row.archived_at, createdAt: row.created_at
})
const toRow = (goal: KeptGoal): Row => ({
  id: goal.id, name: goal.name, metric: goal.metric, channel_id: goal.channelId, pillar_id: goal.pillarId, campaign_id: goal.campaignId, baseline: goal.baseline,
  target: goal.target, starts_on: goal.startsOn, ends_on: goal.endsOn, notes: goal.notes, position: goal.position, archived_at: goal.archivedAt, created_at: goal.createdAt
})

/** @param archived true: those as well, last */
export async function listGoals(db: Db, archived: boolean): Promise<KeptGoal[]> {
  const rows = (await db('goal')
    .modify((query) => { if (!archived) void query.whereNull('archived_at') })
    .orderByRaw('archived_at IS NOT NULL, ends_on, position, id')) as Row[]
  return rows.map(toGoal)
}

/** @throws AppError `not-found.goal` */
export async function getGoal(db: Db, id: string): Promise<KeptGoal> {
  const row = (await db('goal').where({ id }).first()) as Row | undefined
  if (!row) throw new AppError('not-found.goal', { goal: id })
  return toGoal(row)
}

export async function insertGoal(tx: Tx, goal: Omit<KeptGoal, 'position'>): Promise<void> {
  const { last } = (await tx('goal').max({ last: 'position' }).first()) as { last: number | null }
  await tx('goal').insert(toRow({ ...goal, position: (last ?? -1) + 1 }))
}

export async function updateGoal(tx: Tx, goal: KeptGoal): Promise<void> {
  await tx('goal').where({ id: goal.id }).update(toRow(goal))
}

/** @throws AppError `not-found.goal` */
export async function removeGoal(tx: Tx, id: string): Promise<KeptGoal> {
  const goal = await getGoal(tx, id)
  await tx('goal').where({ id }).delete()
  return goal
}
