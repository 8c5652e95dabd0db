import { AppError } from '../../../../shared/errors/app-error'
import { engagementRate } from '../../../../shared/features/figures/formulas'
import { os } from '../../router-base'
import { putWorkspaceSetting } from '../workspace-settings'
import { formulaOf, readBestTimes, readInsights } from './content.service'
import { readGroups } from './groups.service'
import { listPostOrder } from './post-order.queries'
import { getPostFigures, listMeasured, listPublishedPosts } from './published-posts.queries'
import { readTrace } from './trace.service'

export { formulaOf, readBestTimes, readInsights } from './content.service'
export { readGroups } from './groups.service'
export { listMeasuredPosts } from './measured-posts.queries'
export { listPostOrder } from './post-order.queries'
export { listPublishedPosts } from './published-posts.queries'

export const contentAnalyticsHandlers = {
  posts: os.contentAnalytics.posts.handler(async ({ input, context }) => {
    const { clientId, from, to, filters, sort, descending, search, offset, limit } = input
    const workspace = await context.workspace(clientId)
    const { zone } = await workspace.profile()
    const formula = await formulaOf(workspace.reader)
    const order = { scope: { from, to, filters }, zone, formula, sort, descending, search }
    const { total, ids } = await listPostOrder(workspace.reader, order, { offset, limit })
    return { total, formula, posts: await listPublishedPosts(workspace.reader, context.core, clientId, ids, formula) }
  }),
  post: os.contentAnalytics.post.handler(async ({ input: { clientId, subjectId }, context }) => {
    const { reader } = await context.workspace(clientId)
    const formula = await formulaOf(reader)
    const { fullText, more, columns } = await getPostFigures(reader, subjectId)
    const [post] = await listPublishedPosts(reader, context.core, clientId, [subjectId], formula)
    if (!post) throw new AppError('not-found.subject', { subject: String(subjectId) })
    const rate = engagementRate(formula, post.network, columns)
    const reason = post.values.engagement_rate === null ? (rate.reason ?? 'no-followers') : null
    return { post, fullText, formula, more, reason, history: await listMeasured(reader, subjectId) }
  }),
  bestTimes: os.contentAnalytics.bestTimes.handler(async ({ input, context }) => readBestTimes(await context.workspace(input.clientId), input, input.metric)),
  groups: os.contentAnalytics.groups.handler(async ({ input, context }) => readGroups(await context.workspace(input.clientId), input, input)),
  insights: os.contentAnalytics.insights.handler(async ({ input, context }) => readInsights(await context.workspace(input.clientId), input)),
  formula: os.contentAnalytics.formula.handler(async ({ input, context }) => ({ formula: await formulaOf((await context.workspace(input.clientId)).reader) })),
  setFormula: os.contentAnalytics.setFormula.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => putWorkspaceSetting(tx, 'analytics.formula', input.formula))
    return { ok: true as const }
  }),
  trace: os.contentAnalytics.trace.handler(async ({ input, context }) => readTrace(await context.workspace(input.clientId), input))
}
