import { z } from 'zod'
import type { FigureColumn } from '../figures/figure-columns'
import { interactionColumns } from '../figures/formulas'

/**
 * What posts are held against each other by. `seen` is views where the network counts them, else impressions; `interactions` and
 * `engagement_rate` are worked out by the formula of the client.
 */
export const postMetrics = [
  'seen', 'reach', 'interactions', 'engagement_rate', 'likes', 'comments', 'shares', 'saves', 'clicks', 'link_clicks', 'views', 'impressions',
  'video_views', 'watch_seconds', 'engagements', 'profile_visits', 'new_followers'
] as const
export const postMetric = z.enum(postMetrics)
export type PostMetric = (typeof postMetrics)[number]

export const isRate = (metric: string): boolean => metric === 'engagement_rate'

const underOf = { reach: ['reach'], views: ['views', 'impressions', 'video_views'], followers: ['followers'] } as const

/** The figures of files that a metric is made of: what to show of it when its source is asked for. */
export function columnsOf(metric: PostMetric | FigureColumn, formula: keyof typeof underOf): readonly FigureColumn[] {
  switch (metric) {
    case 'seen':
      return ['views', 'impressions']
    case 'interactions':
      return [...interactionColumns, 'engagements']
    case 'engagement_rate':
      return [...interactionColumns, 'engagements', ...underOf[formula]]
    default:
      return [metric]
  }
}
