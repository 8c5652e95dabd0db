import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalyticsScope } from '../../../../shared/features/analytics/analytics-scope'
import { breaksOfGroups, changeOfGroup } from '../../../../shared/features/analytics/compared-groups'
import { toPlain } from '../../../../shared/features/analytics/estimate.schema'
import type { GroupBreak } from '../../../../shared/features/analytics/group-change.schema'
import { estimateOf, type MeasuredPost, type Statistic } from '../../../../shared/features/analytics/measured-posts'
import { comparedPeriod, type Period } from '../../../../shared/features/analytics/periods'
import { estimateGroups, type Grouping, type PostGroup } from '../../../../shared/features/analytics/post-groups'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Workspace } from '../../workspaces/workspaces.types'
import { coversDays, findPostSpan } from '../analytics'
import { listPillars } from '../pillars'
import { formulaOf } from './content.service'
import { listMeasuredPosts } from './measured-posts.queries'

interface GroupsAsked {
  metric: PostMetric
  by: Grouping
  statistic: Statistic
}

/** The same groups in the days that they are held against. */
interface Compared {
  days: Period
  /** False: no file tells of these days, so that no posts are not none. */
  isKnown: boolean
  posts: readonly MeasuredPost[]
  groups: ReadonlyMap<string, PostGroup>
  breaks: ReadonlyMap<string, GroupBreak>
}

interface Listing {
  formula: EngagementFormula
  posts: readonly MeasuredPost[]
  read: (days: Period) => Promise<MeasuredPost[]>
}

async function readCompared(workspace: Workspace, scope: AnalyticsScope, { metric, by, statistic }: GroupsAsked, { formula, posts, read }: Listing): Promise<Compared | undefined> {
  const days = comparedPeriod(scope, scope.compare)
  if (!days) return undefined
  const { zone } = await workspace.profile()
  const earlier = await read(days)
  const isKnown = earlier.length > 0 || coversDays(await findPostSpan(workspace.reader), days, zone)
  await nextTurn()
  const groups = new Map(estimateGroups(earlier, by, metric, statistic).map((group) => [group.key, group]))
  await nextTurn()
  return { days, isKnown, posts: earlier, groups, breaks: breaksOfGroups([posts, earlier], by, { metric, formula, period: scope, compared: days }) }
}

function beforeOf({ isKnown, groups, breaks }: Compared, { key, estimate }: PostGroup) {
  const was = groups.get(key)
  return isKnown ? { posts: was?.posts ?? 0, estimate: toPlain(was?.estimate), change: changeOfGroup(estimate, was?.estimate, breaks.get(key)) } : null
}

/** Posts by what they have in common, and where days are compared the same groups in those, one that has no posts any more too. */
export async function readGroups(workspace: Workspace, scope: AnalyticsScope, asked: GroupsAsked) {
  const { metric, by, statistic } = asked
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const formula = await formulaOf(reader)
  const read = (days: Period) => listMeasuredPosts(reader, { from: days.from, to: days.to, filters: scope.filters }, zone, { metric, formula, hashtags: by === 'hashtag' })
  const posts = await read(scope)
  const targets = new Map((by === 'pillar' ? await listPillars(reader) : []).map((pillar) => [pillar.id, pillar.targetShare]))
  // The mix is that of the posts whose pillar is known: the others may belong to any.
  const known = by === 'pillar' ? posts.filter(({ pillarId }) => pillarId !== null).length : posts.length
  // Of a hundred thousand posts each of these takes its time: others have their turn between.
  await nextTurn()
  const groups = estimateGroups(posts, by, metric, statistic)
  await nextTurn()
  const compared = await readCompared(workspace, scope, asked, { formula, posts, read })
  const here = new Set(groups.map(({ key }) => key))
  const missing = [...new Set([...targets.keys(), ...(compared?.groups.keys() ?? [])])].filter((key) => !here.has(key)).map((key): PostGroup => ({ key, posts: 0, estimate: undefined }))
  return {
    formula,
    posts: posts.length,
    overall: toPlain(estimateOf(posts, metric, statistic)),
    compared: compared ? { ...compared.days, isKnown: compared.isKnown, posts: compared.posts.length, overall: toPlain(estimateOf(compared.posts, metric, statistic)) } : null,
    groups: [...groups, ...missing].map((group) => ({
      key: group.key,
      posts: group.posts,
      share: known === 0 || (by === 'pillar' && group.key === '') ? 0 : group.posts / known,
      target: targets.get(group.key) ?? null,
      estimate: toPlain(group.estimate),
      before: compared ? beforeOf(compared, group) : null
    }))
  }
}
