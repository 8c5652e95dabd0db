import { AppError } from '../../../../shared/errors/app-error'
import { goalProgress, smartGaps } from '../../../../shared/features/goals/goal-progress'
import { traceAsk } from '../../../../shared/features/analytics/content-analytics.contract'
import type { Goal } from '../../../../shared/features/goals/goals.contract'
import { todayIn } from '../../../../shared/time'
import type { Tx } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { os } from '../../router-base'
import { getGoal, insertGoal, type KeptGoal, listGoals, removeGoal, updateGoal } from './goals.repository'
import { measure } from './measure.service'

export { insertGoal, listGoals, type KeptGoal } from './goals.repository'
export { measure } from './measure.service'

async function withProgress(workspace: Workspace, { position: _, createdAt: __, ...goal }: KeptGoal, now: string): Promise<Goal> {
  const { zone } = await workspace.profile()
  const today = todayIn(zone, now)
  const { value, asOf, source } = await measure(workspace.reader, zone, { ...goal, from: goal.startsOn, to: today < goal.endsOn ? today : goal.endsOn })
  return { ...goal, current: value ?? null, asOf: asOf ?? null, source: traceAsk.parse(source), progress: goalProgress(goal, value, asOf, today), gaps: smartGaps(goal, value) }
}

const refuseDays = ({ startsOn, endsOn }: Pick<KeptGoal, 'startsOn' | 'endsOn'>): void => {
  if (startsOn > endsOn) throw new AppError('validation.days', { from: startsOn, to: endsOn })
}

/** @throws AppError `not-found.channel`, `not-found.pillar`, `not-found.campaign` */
async function requireScope(tx: Tx, { channelId, pillarId, campaignId }: Pick<KeptGoal, 'channelId' | 'pillarId' | 'campaignId'>): Promise<void> {
  if (channelId !== null && !(await tx('channel').where({ id: channelId }).first('id'))) throw new AppError('not-found.channel', { channel: channelId })
  if (pillarId !== null && !(await tx('pillar').where({ id: pillarId }).first('id'))) throw new AppError('not-found.pillar', { pillar: pillarId })
  if (campaignId !== null && !(await tx('campaign').where({ id: campaignId }).first('id'))) throw new AppError('not-found.campaign', { campaign: campaignId })
}

export const goalsHandlers = {
  list: os.goals.list.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const now = context.core.now()
    return { goals: await Promise.all((await listGoals(workspace.reader, input.archived)).map((goal) => withProgress(workspace, goal, now))) }
  }),
  measure: os.goals.measure.handler(async ({ input, context }) => {
    if (input.from > input.to) throw new AppError('validation.days', { from: input.from, to: input.to })
    const workspace = await context.workspace(input.clientId)
    const { value, asOf } = await measure(workspace.reader, (await workspace.profile()).zone, input)
    return { value: value ?? null, asOf: asOf ?? null }
  }),
  create: os.goals.create.handler(({ input: { clientId, ...fields }, context }) => {
    const goal = {
      channelId: null, pillarId: null, campaignId: null, baseline: null, notes: '', ...fields, id: context.core.newId(), archivedAt: null, createdAt: context.core.now()
    }
    refuseDays(goal)
    return context.command(
      clientId,
      async (tx) => {
        await requireScope(tx, goal)
        await insertGoal(tx, goal)
        return { id: goal.id }
      },
      { data: { name: goal.name } }
    )
  }),
  update: os.goals.update.handler(({ input: { clientId, goalId, ...fields }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        const next = { ...(await getGoal(tx, goalId)), ...fields }
        refuseDays(next)
        await requireScope(tx, next)
        await updateGoal(tx, next)
        return { ok: true as const }
      },
      { merge: `goal ${goalId} ${Object.keys(fields).sort().join(' ')}` }
    )
  ),
  archive: os.goals.archive.handler(({ input: { clientId, goalId, archived }, context }) =>
    context.command(clientId, async (tx) => {
      await updateGoal(tx, { ...(await getGoal(tx, goalId)), archivedAt: archived ? context.core.now() : null })
      return { ok: true as const }
    })
  ),
  remove: os.goals.remove.handler(async ({ input: { clientId, goalId }, context }) => {
    const { name } = await getGoal((await context.workspace(clientId)).reader, goalId)
    await context.command(clientId, (tx) => removeGoal(tx, goalId), { data: { name } })
    return { ok: true as const }
  })
}
