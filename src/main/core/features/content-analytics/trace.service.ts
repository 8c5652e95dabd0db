import { isCost, timesOfCost, underCost } from '../../../../shared/features/analytics/ad-costs'
import type { TraceInput } from '../../../../shared/features/analytics/content-analytics.contract'
import { hoursOf } from '../../../../shared/features/analytics/insights'
import type { MeasuredPost } from '../../../../shared/features/analytics/measured-posts'
import { groupKeys } from '../../../../shared/features/analytics/post-groups'
import { postMetrics } from '../../../../shared/features/analytics/post-metrics'
import { type EngagementFormula, interactionColumns } from '../../../../shared/features/figures/formulas'
import { subjectKinds } from '../../../../shared/features/figures/figure-columns'
import type { Workspace } from '../../workspaces/workspaces.types'
import { metricParts } from '../analytics'
import { formulaOf } from './content.service'
import { listMeasuredPosts } from './measured-posts.queries'
import { kindsOf, type TraceOf } from './trace-parts.queries'
import { listTrace, type TraceMetric, type TraceSum } from './trace.queries'

/** What the values that count come to: the figure itself, where it is a sum or worked out of sums. */
function valueOf(metric: TraceInput['metric'], sums: readonly TraceSum[]): number | null {
  const add = (isOf: (column: string) => boolean): number | null => {
    const found = sums.filter(({ column, counting }) => counting > 0 && isOf(column))
    return found.length === 0 ? null : found.reduce((all, { sum }) => all + (sum ?? 0), 0)
  }
  const share = (over: number | null, under: number | null): number | null => (over === null || under === null || under === 0 ? null : over / under)
  if (isCost(metric)) {
    const cost = share(add((column) => column === 'spend'), add((column) => column === underCost[metric]))
    return cost === null ? null : cost * timesOfCost(metric)
  }
  if (metric === 'posts') return add(() => true) ?? 0
  if (metric !== 'engagement_rate') return add(() => true)
  const isOver = (column: string): boolean => column === 'engagements' || (interactionColumns as readonly string[]).includes(column)
  return share(add(isOver), add((column) => !isOver(column)))
}

function isAmong(post: MeasuredPost, { by, key }: NonNullable<TraceInput['among']>): boolean {
  switch (by) {
    case 'time':
      return `${post.weekday} ${post.hour}` === key
    case 'hours':
      return hoursOf(post.hour) === key
    case 'period':
      return true
    default:
      return groupKeys(post, by).includes(key)
  }
}

/** The posts of a group or of an hour that have the figure; all of them where they are counted. */
async function listAmong(workspace: Workspace, { among, metric, from, to, filters, networks }: TraceInput, zone: string, formula: EngagementFormula): Promise<number[]> {
  const own = metric === 'posts' ? 'seen' : postMetrics.find((one) => one === metric)
  if (!among || !own || from === undefined || to === undefined) return []
  const posts = await listMeasuredPosts(workspace.reader, { from, to, filters }, zone, { metric: own, formula, hashtags: among.by === 'hashtag' })
  return posts
    .filter((post) => (networks.length === 0 || networks.includes(post.network)) && isAmong(post, among) !== among.others && (metric === 'posts' || post.value !== undefined))
    .map(({ subjectId }) => subjectId)
}

function workedOut({ metric, more }: TraceInput, formula: EngagementFormula): TraceMetric {
  if (more !== undefined) return { parts: [], more }
  if (metric === 'posts') return { parts: [], counted: metric }
  return { parts: metricParts(metric, formula), ...(metric === 'engagement_rate' && formula === 'followers' && { overFollowers: formula }) }
}

export async function readTrace(workspace: Workspace, input: TraceInput) {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const { metric, from, to, offset, limit, among } = input
  const formula = await formulaOf(reader)
  const subjectIds = among ? await listAmong(workspace, input, zone, formula) : input.subjectIds
  const of: TraceOf = {
    subjectIds, networks: input.networks, channelIds: input.channelIds, days: from !== undefined && to !== undefined ? { from, to } : undefined,
    newest: input.newest, campaignId: input.campaignId, pacing: input.pacing, currency: input.currency, filters: input.filters, zone
  }
  const kinds = among ? (subjectIds.length > 0 ? (['post'] as const) : []) : input.kinds.length > 0 ? input.kinds : subjectIds.length > 0 ? await kindsOf(reader, subjectIds) : subjectKinds
  const { sums, rows } = await listTrace(reader, kinds, workedOut(input, formula), of, { offset, limit })
  const [total, counting] = [sums.reduce((all, one) => all + one.total, 0), sums.reduce((all, one) => all + one.counting, 0)]
  return { total, counting, superseded: total - counting, value: input.more === undefined ? valueOf(metric, sums) : (sums[0]?.sum ?? null), rows }
}
