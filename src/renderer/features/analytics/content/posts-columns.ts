import { postMetrics } from '@shared/features/analytics/post-metrics'
import type { PostColumn } from './posts-table.store'

/** In the order that they are offered and shown. */
export const allColumns: readonly PostColumn[] = ['format', 'pillar', 'campaign', ...postMetrics]

export const isMetricColumn = (column: PostColumn): column is Exclude<PostColumn, 'format' | 'pillar' | 'campaign'> => !['format', 'pillar', 'campaign'].includes(column)

/** The post takes most of what is left, names of pillar and campaign some of it; a figure has room for its name and ten digits. */
const widthOf = (column: PostColumn): string => (column === 'seen' ? '128px' : isMetricColumn(column) ? '88px' : column === 'format' ? '104px' : 'minmax(104px, 0.35fr)')

export function gridColumns(columns: readonly PostColumn[]): string {
  return ['minmax(200px, 1fr)', '108px', ...columns.map(widthOf)].join(' ')
}
