import { setImmediate as nextTurn } from 'node:timers/promises'
import { timeCells } from '../../../../shared/features/analytics/best-times'
import { toPlain } from '../../../../shared/features/analytics/estimate.schema'
import { bySurest, findInsights, type Insights } from '../../../../shared/features/analytics/insights'
import { estimateOf, groupBy, type MeasuredPost, type Statistic } from '../../../../shared/features/analytics/measured-posts'
import { comparedPeriod } from '../../../../shared/features/analytics/periods'
import { estimateGroups, type Grouping } from '../../../../shared/features/analytics/post-groups'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { AnalyticsScope } from '../../../../shared/features/analytics/analytics-scope'
import { defaultFormula, type EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { listPillars } from '../pillars'
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

export async function readGroups(workspace: Workspace, scope: AnalyticsScope, { metric, by, statistic }: { metric: PostMetric; by: Grouping; statistic: Statistic }) {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const formula = await formulaOf(reader)
  const posts = await listMeasuredPosts(reader, scope, zone, { metric, formula, hashtags: by === 'hashtag' })
  const targets = new Map((by === 'pillar' ? await listPillars(reader) : []).map((pillar) => [pillar.id, pillar.targetShare]))
  // The mix is that of the posts whose pillar is known: the others may belong to any.
  const known = by === 'pillar' ? posts.filter(({ pillarId }) => pillarId !== null).length : posts.length
  // Of a hundred thousand posts each of these takes its time: others have their turn between.
  await nextTurn()
  const groups = estimateGroups(posts, by, metric, statistic)
  await nextTurn()
  const missing = [...targets.keys()].filter((id) => !groups.some(({ key }) => key === id)).map((key) => ({ key, posts: 0, estimate: undefined }))
  return {
    formula,
    posts: posts.length,
    overall: toPlain(estimateOf(posts, metric, statistic)),
    groups: [...groups, ...missing].map(({ key, posts: count, estimate }) => ({
      key,
      posts: count,
      share: known === 0 || (by === 'pillar' && key === '') ? 0 : count / known,
      target: targets.get(key) ?? null,
      estimate: toPlain(estimate)
    }))
  }
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
