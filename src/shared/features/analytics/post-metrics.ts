import { z } from 'zod'

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
