import { setImmediate as nextTurn } from 'node:timers/promises'
import { timeCells } from '../../../../shared/features/analytics/best-times'
import { toPlain } from '../../../../shared/features/analytics/estimate.schema'
import { bySurest, findInsights, type Insights } from '../../../../shared/features/analytics/insights'
import { estimateOf, groupBy, type MeasuredPost } from '../../../../shared/features/analytics/measured-posts'
import { comparedPeriod } from '../../../../shared/features/analytics/periods'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { AnalyticsScope } from '../../../../shared/features/analytics/analytics-scope'
import { defaultFormula, type EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { getWorkspaceSetting } from '../workspace-settings'
import { listMeasuredPosts } from './measured-posts.queries'

export const formulaOf = async (db: Reader): Promise<EngagementFormula> => (await getWorkspaceSetting(db, 'analytics.formula')) ?? defaultFormula

export async function readBestTimes(workspace: Workspace, scope: AnalyticsScope, metric: PostMetric) {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const formula = await formulaOf(reader)
  const posts = await listMeasuredPosts(reader, scope, zone, { metric, formula })
  const cells = timeCells(posts, metric).map(({ weekday, hour, estimate }) => ({ weekday, hour, estimate: toPlain(estimate) ?? { value: 0, n: 0, low: null, high: null } }))
  const n = posts.filter(({ value }) => value !== undefined).length
  return { zone, formula, n, without: posts.length - n, overall: toPlain(estimateOf(posts, metric, 'typical')), cells }
}

/** Network by network, as posts of two are never held against each other: of a hundred thousand, others have their turn between. */
async function findInTurns(posts: readonly MeasuredPost[], before: readonly MeasuredPost[], metric: PostMetric): Promise<Insights> {
  const all: Insights = { found: [], compared: 0, tooFew: 0 }
  const earlier = groupBy(before, ({ network }) => network)
  for (const [network, own] of groupBy(posts, (post) => post.network)) {
    await nextTurn()
    const { found, compared, tooFew } = findInsights(own, earlier.get(network) ?? [], metric)
    all.found.push(...found)
    all.compared += compared
    all.tooFew += tooFew
  }
  all.found.sort(bySurest)
  return all
}

/** Of how far posts went and how people took them. */
const looked: readonly PostMetric[] = ['reach', 'engagement_rate']

export async function readInsights(workspace: Workspace, scope: AnalyticsScope) {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const formula = await formulaOf(reader)
  const before = comparedPeriod(scope, scope.compare)
  const found = []
  const sums = { posts: 0, compared: 0, tooFew: 0 }
  for (const wanted of looked) {
    const read = (metric: PostMetric, days: { from: string; to: string }) =>
      listMeasuredPosts(reader, { ...days, filters: scope.filters }, zone, { metric, formula, hashtags: true })
    const reached = await read(wanted, scope)
    // Where no file has reach, times seen say how far posts went.
    const metric: PostMetric = wanted === 'reach' && reached.every(({ value }) => value === undefined) ? 'seen' : wanted
    const posts = metric === wanted ? reached : await read(metric, scope)
    const earlier = before ? await read(metric, before) : []
    const insights = await findInTurns(posts, earlier, metric)
    sums.posts = posts.length
    sums.compared += insights.compared
    sums.tooFew += insights.tooFew
    found.push(...insights.found)
  }
  return {
    formula,
    ...sums,
    insights: found.slice(0, 40).flatMap(({ ratio, group, others, ...rest }) => {
      const [times, here, there] = [toPlain(ratio), toPlain(group), toPlain(others)]
      return times && here && there ? [{ ...rest, ratio: times, group: here, others: there }] : []
    })
  }
}
