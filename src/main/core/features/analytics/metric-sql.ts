import { networkIds } from '../../../../shared/channels/catalog.schema'
import { type AdCost, underCost } from '../../../../shared/features/analytics/ad-costs'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { FigureColumn } from '../../../../shared/features/figures/figure-columns'
import { type EngagementFormula, interactionColumns, interactionsOf } from '../../../../shared/features/figures/formulas'

const SEEN = 'coalesce(f.views, f.impressions)'
/** Of the channel on the day of the post, or the last day before it that is known. */
const followersDay = (value: string): string => `(SELECT ${value} FROM figure_subject AS a CROSS JOIN figure AS d ON d.subject_id = a.id
  WHERE a.kind = 'account' AND a.network = s.network AND a.channel_id = s.channel_id AND d.followers IS NOT NULL
    AND d.starts_on <> '' AND d.starts_on <= substr(s.published_at, 1, 10) ORDER BY d.starts_on DESC, d.ends_on DESC LIMIT 1)`
const FOLLOWERS = followersDay('d.followers')
/** Which figure of the channel that is: its subject and days. */
export const followersPlace = followersDay('json_array(d.subject_id, d.starts_on, d.ends_on)')

function sumOf(columns: readonly string[]): string {
  const known = columns.map((column) => `f.${column}`)
  const sum = known.map((column) => `coalesce(${column}, 0)`).join(' + ')
  return `CASE WHEN coalesce(${known.join(', ')}) IS NULL THEN f.engagements ELSE ${sum} END`
}

const listed = (networks: readonly string[]): string => networks.map((network) => `'${network}'`).join(', ')

/** What differs by what counts as an interaction: networks with the same parts stand together. */
function byInteractions(sqlOf: (columns: readonly string[]) => string): string {
  const parts = new Map<string, string[]>()
  for (const network of networkIds) {
    const key = interactionsOf(network).join(' ')
    parts.set(key, [...(parts.get(key) ?? []), network])
  }
  const cases = [...parts].map(([columns, networks]) => `WHEN s.network IN (${listed(networks)}) THEN ${sqlOf(columns.split(' '))}`)
  return `CASE ${cases.join(' ')} ELSE ${sqlOf(interactionsOf(''))} END`
}

/** The same as `countInteractions` says, as SQL. */
const INTERACTIONS = byInteractions(sumOf)
const UNDER: Record<EngagementFormula, string> = { reach: 'f.reach', views: 'coalesce(f.views, f.impressions, f.video_views)', followers: FOLLOWERS }

/** What a rate is held against; of other figures there is none. */
export const underSql = (metric: PostMetric, formula: EngagementFormula): string => (metric === 'engagement_rate' ? UNDER[formula] : 'NULL')
export const overSql = (metric: PostMetric): string => (metric === 'engagement_rate' ? INTERACTIONS : 'NULL')

/** A metric of the row `f` of the subject `s` as SQL. Null is not known, and not zero. */
export function metricSql(metric: PostMetric, formula: EngagementFormula): string {
  switch (metric) {
    case 'seen':
      return SEEN
    case 'interactions':
      return INTERACTIONS
    case 'engagement_rate':
      return `CASE WHEN ${UNDER[formula]} > 0 THEN (${INTERACTIONS}) * 1.0 / ${UNDER[formula]} END`
    default:
      return `f.${metric}`
  }
}

/** A figure of files that a metric is made of, and SQL of whether the row `f` of the subject `s` counts it. */
export interface MetricPart {
  column: FigureColumn
  when: string
}

const SEEN_PARTS: readonly MetricPart[] = [{ column: 'views', when: '1' }, { column: 'impressions', when: 'f.views IS NULL' }]
const INTERACTION_PARTS: readonly MetricPart[] = [
  ...interactionColumns.map((column) => ({ column, when: `s.network NOT IN (${listed(networkIds.filter((network) => !interactionsOf(network).includes(column)))})` })),
  { column: 'engagements', when: byInteractions((columns) => `coalesce(${columns.map((column) => `f.${column}`).join(', ')}) IS NULL`) }
]
/** Followers are those of the channel, and so of another row: see `followersPlace`. */
const UNDER_PARTS: Record<EngagementFormula, readonly MetricPart[]> = {
  reach: [{ column: 'reach', when: '1' }],
  views: [...SEEN_PARTS, { column: 'video_views', when: 'f.views IS NULL AND f.impressions IS NULL' }],
  followers: []
}
/** Only posts that have both sides are in a rate. */
export const ratedSql = (formula: EngagementFormula): string => `((${INTERACTIONS}) IS NOT NULL AND ${UNDER[formula]} > 0)`

const costParts = (column: FigureColumn): MetricPart[] => [{ column: 'spend', when: `f.${column} IS NOT NULL` }, { column, when: 'f.spend IS NOT NULL' }]

/** What `metricSql` and the costs of ads count, column by column. */
export function metricParts(metric: AdCost | FigureColumn | PostMetric, formula: EngagementFormula): readonly MetricPart[] {
  switch (metric) {
    case 'seen':
      return SEEN_PARTS
    case 'interactions':
      return INTERACTION_PARTS
    case 'engagement_rate':
      return [...INTERACTION_PARTS, ...UNDER_PARTS[formula]].map(({ column, when }) => ({ column, when: `${ratedSql(formula)} AND ${when}` }))
    case 'cpm':
    case 'cpc':
    case 'cpr':
      return costParts(underCost[metric])
    default:
      return [{ column: metric, when: '1' }]
  }
}
