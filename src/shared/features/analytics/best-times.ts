import { estimateOf, groupBy, type MeasuredPost } from './measured-posts'
import type { PostMetric } from './post-metrics'
import { fewestToShow, type Estimate } from './statistics'

/** Posts that went out in one hour of a weekday. */
export interface TimeCell {
  /** 1 is Monday. */
  weekday: number
  hour: number
  /** Posts with the figure; below three the cell is shown gray. */
  n: number
  estimate: Estimate
}

/** The cells that posts went out in, by weekday and hour; an hour without posts has none. */
export function timeCells(posts: readonly MeasuredPost[], metric: PostMetric): TimeCell[] {
  const groups = groupBy(posts, ({ weekday, hour }) => weekday * 100 + hour)
  return [...groups.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, group]) => {
      const estimate = estimateOf(group, metric, 'typical')
      return estimate ? [{ weekday: Math.floor(key / 100), hour: key % 100, n: estimate.n, estimate }] : []
    })
}

/** Those that say something, the highest first. */
export const bestCells = (cells: readonly TimeCell[]): TimeCell[] =>
  cells.filter(({ n }) => n >= fewestToShow).sort((a, b) => b.estimate.value - a.estimate.value)
