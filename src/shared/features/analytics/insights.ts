import { estimateOf, groupBy, type MeasuredPost } from './measured-posts'
import { groupKeys, type Grouping, groupPosts } from './post-groups'
import type { PostMetric } from './post-metrics'
import { type RankedPart, RankedPosts } from './ranked-posts'
import { compareEstimates, fewestForMedianInterval, type Estimate } from './statistics'

/** A difference that the figures carry: one group of posts held against all others of the same network. */
export interface Insight {
  metric: PostMetric
  /** Posts of different networks are never held against each other: their figures count different things. */
  network: string
  by: Grouping | 'hours' | 'period'
  key: string
  /** How many times the figure of the others it is. */
  ratio: Estimate
  group: Estimate
  others: Estimate
}

export interface Insights {
  found: Insight[]
  /** Comparisons that were looked at. By chance alone about one in twenty stands out. */
  compared: number
  /** Those that could not be made, for one side had fewer than six posts. */
  tooFew: number
}

/** A difference of less than a fifth changes no plan. */
const smallest = 1.2
const bands = [[5, 11], [11, 14], [14, 18], [18, 23]] as const
export const hoursOf = (hour: number): string => {
  const band = bands.find(([from, to]) => hour >= from && hour < to)
  return band ? `${band[0]}-${band[1]}` : '23-5'
}

const standsOut = ({ value, interval }: Estimate): boolean =>
  interval !== undefined && (interval.low > 1 || interval.high < 1) && (value >= smallest || value <= 1 / smallest)

interface Side { by: Insight['by']; key: string; group: RankedPart; others: RankedPart }

const keysBy: Readonly<Record<Exclude<Insight['by'], 'channel' | 'period'>, (post: MeasuredPost) => string | readonly string[]>> = {
  format: ({ format }) => format,
  pillar: ({ pillarId }) => pillarId ?? '',
  campaign: ({ campaignId }) => campaignId ?? '',
  weekday: ({ weekday }) => String(weekday),
  hashtag: (post) => groupKeys(post, 'hashtag'),
  hours: ({ hour }) => hoursOf(hour)
}

const distance = ({ ratio: { interval } }: Insight): number => Math.max(Math.log(interval?.low ?? 1), -Math.log(interval?.high ?? 1))
export const bySurest = (a: Insight, b: Insight): number => distance(b) - distance(a)

/** Each group of a network's posts against all others of it. */
function* sidesOf(own: RankedPosts<MeasuredPost>): Generator<Side> {
  for (const [by, keysOf] of Object.entries(keysBy)) {
    for (const [key, group] of own.split(keysOf)) {
      if (key !== '' && group.all < own.all) yield { by: by as Side['by'], key, group, others: own.without(group) }
    }
  }
}

/**
 * What can be said of the posts of a period, the surest first. Medians are compared, so that one post that flew proves nothing.
 * The posts of a network are put in order once, and every group is read off that order.
 * @param before posts of the period that it is compared with
 */
export function findInsights(posts: readonly MeasuredPost[], before: readonly MeasuredPost[], metric: PostMetric): Insights {
  const result: Insights = { found: [], compared: 0, tooFew: 0 }
  const earlier = groupBy(before, (post) => post.network)
  for (const [network, list] of groupBy(posts, (post) => post.network)) {
    const own = new RankedPosts(list)
    const was = earlier.get(network)
    const sides = was ? [...sidesOf(own), { by: 'period' as const, key: '', group: own.whole(), others: new RankedPosts(was).whole() }] : sidesOf(own)
    for (const { by, key, group, others } of sides) {
      const [here, there] = [group.median(), others.median()]
      const ratio = compareEstimates(here, there)
      if (!here || !there || !ratio || here.n < fewestForMedianInterval || there.n < fewestForMedianInterval) {
        result.tooFew += 1
        continue
      }
      result.compared += 1
      if (standsOut(ratio)) result.found.push({ metric, network, by, key, ratio, group: here, others: there })
    }
  }
  result.found.sort(bySurest)
  return result
}

/** One comparison made again with other posts: a group against all others of its network. */
export function compareSide(
  posts: readonly MeasuredPost[],
  { metric, network, by, key }: Pick<Insight, 'metric' | 'network' | 'by' | 'key'>
): { ratio: Estimate | undefined; group: Estimate | undefined; others: Estimate | undefined } {
  const own = posts.filter((post) => post.network === network)
  const inside = new Set(by === 'period' ? own : by === 'hours' ? own.filter(({ hour }) => hoursOf(hour) === key) : (groupPosts(own, by).get(key) ?? []))
  const group = estimateOf([...inside], metric, 'typical')
  const others = estimateOf(own.filter((post) => !inside.has(post)), metric, 'typical')
  return { ratio: compareEstimates(group, others), group, others }
}
