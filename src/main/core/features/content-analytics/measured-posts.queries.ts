import type { MeasuredPost } from '../../../../shared/features/analytics/measured-posts'
import { isRate, type PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import { rangeOfDays, weekdayOf, zoneClock } from '../../../../shared/time'
import type { Reader } from '../../context'
import type { FigureScope } from '../analytics'
import { postStore } from './post-columns'
import { markPosts } from './scoped-posts'

const MINUTES_AN_HOUR = 60

/** The clock of the zone; posts of one hour are looked up once. */
function hourClock(scope: FigureScope, zone: string): (publishedAt: string) => { date: string; weekday: number; hour: number } {
  const clock = zoneClock(zone, rangeOfDays(scope.from, scope.to, zone))
  const known = new Map<string, { date: string; weekday: number; hour: number }>()
  return (publishedAt) => {
    // Zones go by quarters of an hour.
    const quarter = Math.floor((publishedAt.charCodeAt(14) * 10 + publishedAt.charCodeAt(15) - 528) / (MINUTES_AN_HOUR / 4))
    const key = `${publishedAt.slice(0, 13)}${quarter}`
    const found = known.get(key)
    if (found) return found
    const { date, time } = clock(publishedAt)
    const made = { date, weekday: weekdayOf(date), hour: Number(time.slice(0, 2)) }
    known.set(key, made)
    return made
  }
}

const none: readonly string[] = []

/** Posts published in the period with one metric each, by the clock of the client. Texts are read for their hashtags only where asked. */
export async function listMeasuredPosts(
  db: Reader,
  scope: FigureScope,
  zone: string,
  { metric, formula, hashtags = false }: { metric: PostMetric; formula: EngagementFormula; hashtags?: boolean }
): Promise<MeasuredPost[]> {
  const store = await postStore(db)
  const [marks, planned, tags, values, rate] = await Promise.all([
    markPosts(db, store, { scope, zone }), store.planned(), hashtags ? store.hashtags() : undefined, store.values(metric, formula),
    isRate(metric) ? store.rate(formula) : undefined
  ])
  const { ids, publishedAt, networks, channels, formats } = store.columns
  const clock = hourClock(scope, zone)
  const posts: MeasuredPost[] = []
  for (let at = 0; at < ids.length; at += 1) {
    if (marks[at] !== 1) continue
    const subjectId = ids[at] ?? 0
    const value = values[at] ?? NaN
    const { date, weekday, hour } = clock(publishedAt[at] ?? '')
    const of = planned.get(subjectId)
    const post: MeasuredPost = {
      subjectId, network: networks[at] ?? '', channelId: channels[at] ?? '', format: formats[at] ?? '', date, weekday, hour,
      pillarId: of?.pillarId ?? null, campaignId: of?.campaignId ?? null, hashtags: tags?.get(subjectId) ?? none,
      value: Number.isNaN(value) ? undefined : value
    }
    if (rate && !Number.isNaN(value)) post.part = { over: rate.over[at] ?? 0, under: rate.under[at] ?? 0 }
    posts.push(post)
  }
  return posts
}
