import type { Report, ReportGap } from '../../../../shared/features/reports/reports.schema'
import { sourceKey } from '../../../../shared/features/analytics/analytics.schema'
import { eachDay } from '../../../../shared/time'
import type { CoreServices, Reader } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { frameOf, readOverview } from '../analytics'
import { listChannels } from '../channels'
import { networkName } from './report-context'

type Scope = Pick<Report, 'from' | 'to' | 'compare' | 'options'>
type Overview = Awaited<ReturnType<typeof readOverview>>

async function countDoubtful(db: Reader): Promise<number> {
  const { n } = (await db('figure_match').where({ state: 'doubtful' }).count({ n: '*' }).first()) as { n: number }
  return n
}

/** Days of the period that a channel has nothing of, in one line a channel. */
function missingDays({ gaps }: Overview, nameOf: (source: { channelId: string; network: string }) => string): ReportGap[] {
  const bySource = new Map<string, { name: string; days: number; from: string; to: string }>()
  for (const gap of gaps) {
    const days = eachDay(gap.from, gap.to).length
    const known = bySource.get(sourceKey(gap))
    bySource.set(sourceKey(gap), known ? { ...known, days: known.days + days, to: gap.to } : { name: nameOf(gap), days, from: gap.from, to: gap.to })
  }
  return [...bySource.values()].map(({ name, days, from, to }) => ({ kind: 'days', data: { channel: name, n: days, from, to } }))
}

/** What the report lacks, from the figures alone: sections are not written for it. */
export async function findGaps(core: CoreServices, workspace: Workspace, { from, to, compare, options }: Scope): Promise<ReportGap[]> {
  const { reader } = workspace
  const filters = { channelIds: options.channelIds, pillarIds: [], campaignIds: [], formats: [], hashtags: [] }
  const overview = await readOverview(await frameOf(core, workspace, { from, to, compare, filters }))
  const channels = (await listChannels(reader, false)).filter(({ id }) => options.channelIds.length === 0 || options.channelIds.includes(id))
  const names = new Map(channels.map(({ id, network, name }) => [id, `${networkName(network)} (${name})`]))
  const known = new Map(overview.sources.map((row) => [row.channelId, row]))
  const isSaid = (id: string): boolean => {
    const row = known.get(id)
    return row !== undefined && (row.posts > 0 || row.seen.known > 0 || row.newFollowers.known > 0)
  }
  const gaps: ReportGap[] = []
  const any = overview.posts.count > 0 || overview.days.totals.some(({ now }) => now.value !== null)
  if (!any) gaps.push({ kind: 'no-figures', data: { from, to } })
  else for (const { id } of channels) if (!isSaid(id)) gaps.push({ kind: 'channel', data: { channel: names.get(id) ?? '' } })
  if (any) gaps.push(...missingDays({ ...overview, gaps: overview.gaps.filter(({ channelId }) => isSaid(channelId)) }, (source) => names.get(source.channelId) ?? networkName(source.network)))
  const doubtful = await countDoubtful(reader)
  if (doubtful > 0) gaps.push({ kind: 'matches', data: { n: doubtful } })
  const compared = overview.compared
  if (any && compared && overview.days.totals.every(({ before }) => before?.value == null) && (overview.posts.before ?? 0) === 0) {
    gaps.push({ kind: 'comparison', data: { from: compared.from, to: compared.to } })
  }
  return gaps
}
