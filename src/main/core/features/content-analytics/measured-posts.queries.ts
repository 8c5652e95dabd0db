import type { MeasuredPost } from '../../../../shared/features/analytics/measured-posts'
import { isRate, type PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import { type FigureScope, markPosts, postStore } from '../analytics'

const none: readonly string[] = []

/** Posts published in the period with one metric each, by the clock of the client. Texts are read for their hashtags only where asked. */
export async function listMeasuredPosts(
  db: Reader,
  scope: FigureScope,
  zone: string,
  { metric, formula, hashtags = false }: { metric: PostMetric; formula: EngagementFormula; hashtags?: boolean }
): Promise<MeasuredPost[]> {
  const store = await postStore(db)
  const [marks, planned, times, tags, values, rate] = await Promise.all([
    markPosts(db, store, { scope, zone }), store.planned(), store.times(zone), hashtags ? store.hashtags() : undefined, store.values(metric, formula),
    isRate(metric) ? store.rate(formula) : undefined
  ])
  const { ids, networks, channels, formats } = store.columns
  const posts: MeasuredPost[] = []
  for (let at = 0; at < ids.length; at += 1) {
    if (marks[at] !== 1) continue
    const subjectId = ids[at] ?? 0
    const value = values[at] ?? NaN
    const of = planned.get(subjectId)
    const post: MeasuredPost = {
      subjectId, network: networks[at] ?? '', channelId: channels[at] ?? '', format: formats[at] ?? '',
      date: times.dates[at] ?? '', weekday: times.weekdays[at] ?? 0, hour: times.hours[at] ?? 0,
      pillarId: of?.pillarId ?? null, campaignId: of?.campaignId ?? null, hashtags: tags?.get(subjectId) ?? none,
      value: Number.isNaN(value) ? undefined : value
    }
    if (rate && !Number.isNaN(value)) post.part = { over: rate.over[at] ?? 0, under: rate.under[at] ?? 0 }
    posts.push(post)
  }
  return posts
}
