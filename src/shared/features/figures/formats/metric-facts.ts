import type { SourceTable } from '../../../tables/source-table'
import { TableTally } from '../tally/table-tally'
import type { MetricLayout } from './metric-detect'

/** Figures of an export, named as scripts know them: sums without what is no figure, days from first to last. */
export type MetricFacts = Record<string, unknown>

/** What an export of figures holds. */
export function metricFacts(table: SourceTable, layout: MetricLayout): MetricFacts {
  const tally = new TableTally(layout)
  for (const row of table.rows) tally.add(row)
  return tally.facts()
}
