import { toPlain } from '../../../../shared/features/analytics/estimate.schema'
import { compareSide } from '../../../../shared/features/analytics/insights'
import type { Learning } from '../../../../shared/features/learnings/learnings.contract'
import { addDays, addMonths, todayIn } from '../../../../shared/time'
import type { Workspace } from '../../workspaces/workspaces.types'
import { formulaOf, listMeasuredPosts } from '../content-analytics'
import { os } from '../../router-base'
import { getLearning, insertLearning, type KeptLearning, listLearnings, removeLearning, updateLearning } from './learnings.repository'

export { insertLearning, listLearnings, updateLearning } from './learnings.repository'

const withDue = (one: KeptLearning, today: string): Learning => ({ ...one, due: one.state === 'open' && one.reviewOn !== null && one.reviewOn <= today })

const dayOf = async (workspace: Workspace, now: string): Promise<string> => todayIn((await workspace.profile()).zone, now)

async function followUp(workspace: Workspace, { evidence, observedOn }: KeptLearning, today: string) {
  const { reader } = workspace
  const from = addDays(observedOn, 1)
  const days = { from, to: today < from ? from : today }
  if (!evidence || evidence.by === 'period') return { ...days, now: null }
  const { zone } = await workspace.profile()
  const filters = evidence.filters ?? { channelIds: [], pillarIds: [], campaignIds: [], formats: [], hashtags: [] }
  const posts = await listMeasuredPosts(reader, { ...days, filters }, zone, { metric: evidence.metric, formula: await formulaOf(reader), hashtags: evidence.by === 'hashtag' })
  const { ratio, group, others } = compareSide(posts, evidence)
  return { ...days, now: { ratio: toPlain(ratio), group: toPlain(group), others: toPlain(others) } }
}

export const learningsHandlers = {
  list: os.learnings.list.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const today = await dayOf(workspace, context.core.now())
    const learnings = (await listLearnings(workspace.reader)).map((one) => withDue(one, today))
    return { learnings, due: learnings.filter(({ due }) => due).length }
  }),
  create: os.learnings.create.handler(async ({ input: { clientId, ...fields }, context }) => {
    const today = await dayOf(await context.workspace(clientId), context.core.now())
    const one: KeptLearning = {
      ...fields,
      id: context.core.newId(),
      observedOn: fields.observedOn ?? today,
      // A month on there is something new to look at.
      reviewOn: fields.reviewOn === undefined ? addMonths(today, 1) : fields.reviewOn,
      result: '',
      state: 'open',
      createdAt: context.core.now()
    }
    await context.command(clientId, (tx) => insertLearning(tx, one))
    return withDue(one, today)
  }),
  update: os.learnings.update.handler(async ({ input: { clientId, learningId, ...fields }, context }) => {
    const today = await dayOf(await context.workspace(clientId), context.core.now())
    const changed = Object.keys(fields).sort().join(' ')
    const one = await context.command(
      clientId,
      async (tx) => {
        const next = { ...(await getLearning(tx, learningId)), ...fields }
        await updateLearning(tx, next)
        return next
      },
      { merge: `learning ${learningId} ${changed}` }
    )
    return withDue(one, today)
  }),
  remove: os.learnings.remove.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeLearning(tx, input.learningId))
    return { ok: true as const }
  }),
  followUp: os.learnings.followUp.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    return followUp(workspace, await getLearning(workspace.reader, input.learningId), await dayOf(workspace, context.core.now()))
  })
}
