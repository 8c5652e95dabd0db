import type { SourceTable } from '../../tables/source-table'
import { readMetaBlocks } from './formats/meta-daily'
import { detectMetrics } from './formats/metric-detect'
import { metricFacts, type MetricFacts } from './formats/metric-facts'

export interface FiguresFound {
  format: string
  score: number
  matched: string[]
  headerIndex: number
  facts: MetricFacts
}

/** What a table is as an export of figures, and what it holds; undefined where it is none. */
export function describeFigures(table: SourceTable): FiguresFound | undefined {
  const meta = readMetaBlocks(table)
  if (meta) return meta
  const layout = detectMetrics(table)
  if (!layout) return undefined
  return { format: layout.format.id, score: layout.score, matched: layout.matched, headerIndex: layout.headerIndex, facts: metricFacts(table, layout) }
}
