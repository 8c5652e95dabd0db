import { networkIds } from '../../../../shared/channels/catalog.schema'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import { type EngagementFormula, interactionsOf } from '../../../../shared/features/figures/formulas'

const SEEN = 'coalesce(f.views, f.impressions)'
/** Of the channel on the day of the post, or the last day before it that is known. */
const FOLLOWERS = `(SELECT d.followers FROM figure_subject AS a CROSS JOIN figure AS d ON d.subject_id = a.id
  WHERE a.kind = 'account' AND a.network = s.network AND a.channel_id = s.channel_id AND d.followers IS NOT NULL
    AND d.starts_on <> '' AND d.starts_on <= substr(s.published_at, 1, 10) ORDER BY d.starts_on DESC LIMIT 1)`

function sumOf(columns: readonly string[]): string {
  const known = columns.map((column) => `f.${column}`)
  const sum = known.map((column) => `coalesce(${column}, 0)`).join(' + ')
  return `CASE WHEN coalesce(${known.join(', ')}) IS NULL THEN f.engagements ELSE ${sum} END`
}

/** The same as `countInteractions` says, as SQL: networks with the same parts stand together. */
function interactions(): string {
  const parts = new Map<string, string[]>()
  for (const network of networkIds) {
    const key = interactionsOf(network).join(' ')
    parts.set(key, [...(parts.get(key) ?? []), network])
  }
  const cases = [...parts].map(([columns, networks]) => `WHEN s.network IN (${networks.map((network) => `'${network}'`).join(', ')}) THEN ${sumOf(columns.split(' '))}`)
  return `CASE ${cases.join(' ')} ELSE ${sumOf(interactionsOf(''))} END`
}

const INTERACTIONS = interactions()
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
