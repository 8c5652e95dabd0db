import { postMetrics } from '@shared/features/analytics/post-metrics'
import type { PostColumn } from './posts-table.store'

/** In the order that they are offered and shown. */
export const allColumns: readonly PostColumn[] = ['format', 'pillar', 'campaign', ...postMetrics]

export const isMetricColumn = (column: PostColumn): column is Exclude<PostColumn, 'format' | 'pillar' | 'campaign'> => !['format', 'pillar', 'campaign'].includes(column)

/** The post takes what is left; a figure has room for its name and ten digits. */
export function gridColumns(columns: readonly PostColumn[]): string {
  return ['minmax(200px, 1fr)', '108px', ...columns.map((column) => (column === 'seen' ? '128px' : isMetricColumn(column) ? '88px' : '104px'))].join(' ')
}
