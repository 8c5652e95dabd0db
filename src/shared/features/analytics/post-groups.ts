import { estimateOf, type MeasuredPost, type Statistic } from './measured-posts'
import type { PostMetric } from './post-metrics'
import { fewestToShow, type Estimate } from './statistics'

export const groupings = ['pillar', 'format', 'campaign', 'hashtag', 'weekday', 'channel'] as const
export type Grouping = (typeof groupings)[number]

export interface PostGroup {
  /** Id of the pillar, campaign or channel, the format, the hashtag, or 1 to 7; empty for posts without one. */
  key: string
  posts: number
  /** Undefined: no post of the group has the figure. Its `n` may be less than `posts`. */
  estimate: Estimate | undefined
}

/** The groups that a post is in; an empty one where it has none of them. */
export function groupKeys(post: MeasuredPost, by: Grouping): readonly string[] {
  switch (by) {
    case 'pillar':
      return [post.pillarId ?? '']
    case 'format':
      return [post.format]
    case 'campaign':
      return [post.campaignId ?? '']
    case 'hashtag':
      return post.hashtags.length > 0 ? post.hashtags : ['']
    case 'weekday':
      return [String(post.weekday)]
    case 'channel':
      return [post.channelId]
  }
}

/** Posts by what they have in common. A post with two hashtags is in both groups. */
export function groupPosts(posts: readonly MeasuredPost[], by: Grouping): Map<string, MeasuredPost[]> {
  const groups = new Map<string, MeasuredPost[]>()
  for (const post of posts) {
    for (const key of groupKeys(post, by)) {
      const group = groups.get(key)
      if (group) group.push(post)
      else groups.set(key, [post])
    }
  }
  return groups
}

export const isFew = ({ estimate }: Pick<PostGroup, 'estimate'>): boolean => (estimate?.n ?? 0) < fewestToShow

/** The groups that say something first, highest first; then those that are too small, by the number of posts. */
export function estimateGroups(posts: readonly MeasuredPost[], by: Grouping, metric: PostMetric, statistic: Statistic): PostGroup[] {
  return [...groupPosts(posts, by)]
    .map(([key, group]) => ({ key, posts: group.length, estimate: estimateOf(group, metric, statistic) }))
    .sort((a, b) => {
      if (isFew(a) !== isFew(b)) return isFew(a) ? 1 : -1
      return isFew(a) ? b.posts - a.posts : (b.estimate?.value ?? 0) - (a.estimate?.value ?? 0)
    })
}
