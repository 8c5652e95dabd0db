import { isRate, type PostMetric } from './post-metrics'
import { type Estimate, meanEstimate, medianEstimate, ratioEstimate, type Part } from './statistics'

/** A published post with the one figure that is looked at. */
export interface MeasuredPost {
  subjectId: number
  network: string
  channelId: string
  format: string
  /** By the clock of the client. */
  date: string
  /** 1 is Monday. */
  weekday: number
  hour: number
  pillarId: string | null
  campaignId: string | null
  hashtags: readonly string[]
  /** Undefined: not in any file, or the rate cannot be worked out. */
  value: number | undefined
  /** What a rate is made of. */
  part?: Part
}

/** `typical`: the median. `average`: the mean; of a rate, all interactions over all that they are held against. */
export const statistics = ['typical', 'average'] as const
export type Statistic = (typeof statistics)[number]

function known<Name extends 'part' | 'value'>(posts: readonly MeasuredPost[], name: Name): NonNullable<MeasuredPost[Name]>[] {
  const found: NonNullable<MeasuredPost[Name]>[] = []
  for (const post of posts) {
    const value = post[name]
    if (value !== undefined) found.push(value as NonNullable<MeasuredPost[Name]>)
  }
  return found
}

/** Undefined: none of the posts has the figure. */
export function estimateOf(posts: readonly MeasuredPost[], metric: PostMetric, statistic: Statistic): Estimate | undefined {
  if (statistic === 'average' && isRate(metric)) return ratioEstimate(known(posts, 'part'))
  const values = known(posts, 'value')
  return statistic === 'typical' ? medianEstimate(values) : meanEstimate(values)
}

const HASHTAG = /(?<![\p{L}\p{N}_&/])#([\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)/uy

/** Hashtags of a text, each once, in small letters and without the sign. Only where a sign stands is the text looked at. */
export function hashtagsOf(text: string): string[] {
  const tags: string[] = []
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    HASHTAG.lastIndex = at
    const tag = HASHTAG.exec(text)?.[1]?.toLowerCase()
    if (tag !== undefined && !tags.includes(tag)) tags.push(tag)
  }
  return tags
}

export function groupBy<T, Key>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
