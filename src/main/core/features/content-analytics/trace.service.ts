import { isCost, timesOfCost, underCost } from '../../../../shared/features/analytics/ad-costs'
import type { TraceInput } from '../../../../shared/features/analytics/content-analytics.contract'
import { groupPosts } from '../../../../shared/features/analytics/post-groups'
import { postMetrics } from '../../../../shared/features/analytics/post-metrics'
import { type EngagementFormula, interactionColumns } from '../../../../shared/features/figures/formulas'
import { subjectKinds } from '../../../../shared/features/figures/figure-columns'
import type { Workspace } from '../../workspaces/workspaces.types'
import { metricParts } from '../analytics'
import { formulaOf } from './content.service'
import { listMeasuredPosts } from './measured-posts.queries'
import { kindsOf, type TraceOf } from './trace-parts.queries'
import { listTrace, type TraceSum } from './trace.queries'

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
  if (metric !== 'engagement_rate') return add(() => true)
  const isOver = (column: string): boolean => column === 'engagements' || (interactionColumns as readonly string[]).includes(column)
  return share(add(isOver), add((column) => !isOver(column)))
}

/** The posts of a group or of an hour that have the figure. */
async function listAmong(workspace: Workspace, { among, metric, from, to, filters }: TraceInput, zone: string, formula: EngagementFormula): Promise<number[]> {
  const own = postMetrics.find((one) => one === metric)
  if (!among || !own || from === undefined || to === undefined) return []
  const posts = await listMeasuredPosts(workspace.reader, { from, to, filters }, zone, { metric: own, formula, hashtags: among.by === 'hashtag' })
  const group = among.by === 'time' ? posts.filter(({ weekday, hour }) => `${weekday} ${hour}` === among.key) : (groupPosts(posts, among.by).get(among.key) ?? [])
  return group.filter(({ value }) => value !== undefined).map(({ subjectId }) => subjectId)
}

export async function readTrace(workspace: Workspace, input: TraceInput) {
  const { reader } = workspace
  const { zone } = await workspace.profile()
  const { metric, from, to, offset, limit, among } = input
  const formula = await formulaOf(reader)
  const subjectIds = among ? await listAmong(workspace, input, zone, formula) : input.subjectIds
  const of: TraceOf = {
    subjectIds, networks: input.networks, channelIds: input.channelIds, days: from !== undefined && to !== undefined ? { from, to } : undefined,
    newest: input.newest, campaignId: input.campaignId, currency: input.currency, filters: input.filters, zone
  }
  const kinds = among ? (subjectIds.length > 0 ? (['post'] as const) : []) : input.kinds.length > 0 ? input.kinds : subjectIds.length > 0 ? await kindsOf(reader, subjectIds) : subjectKinds
  const worked = input.more !== undefined ? { parts: [], more: input.more } : { parts: metricParts(metric, formula), ...(metric === 'engagement_rate' && formula === 'followers' && { overFollowers: formula }) }
  const { sums, rows } = await listTrace(reader, kinds, worked, of, { offset, limit })
  const [total, counting] = [sums.reduce((all, one) => all + one.total, 0), sums.reduce((all, one) => all + one.counting, 0)]
  return { total, counting, superseded: total - counting, value: input.more === undefined ? valueOf(metric, sums) : (sums[0]?.sum ?? null), rows }
}
