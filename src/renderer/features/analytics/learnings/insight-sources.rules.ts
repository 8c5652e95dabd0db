import type { AnalyticsFilters } from '@shared/features/analytics/analytics-scope'
import type { InsightRow, TraceAsk } from '@shared/features/analytics/content-analytics.contract'
import type { Period } from '@shared/features/analytics/periods'

/** The posts of both sides of a difference; undefined: which days it was held against is not known. */
export function insightSources(
  { metric, network, by, key }: Pick<InsightRow, 'metric' | 'network' | 'by' | 'key'>,
  { from, to }: Period,
  filters: AnalyticsFilters | undefined,
  before: Period | undefined
): { group: TraceAsk; others: TraceAsk | undefined } {
  const ask: TraceAsk = { metric, networks: [network], from, to, ...(filters && { filters }) }
  const group: TraceAsk = { ...ask, among: { by, key } }
  if (by === 'period') return { group, others: before && { ...group, ...before } }
  return { group, others: { ...ask, among: { by, key, others: true } } }
}
