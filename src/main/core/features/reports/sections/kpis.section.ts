import type { AppOutputs } from '../../../../../shared/contract'
import type { FigureTotal } from '../../../../../shared/features/analytics/analytics.schema'
import type { ReportMetric } from '../../../../../shared/features/reports/report-sections'
import { chartBlock, moved, unitOf } from '../../../../../shared/reports/blocks'
import type { Block, Tile } from '../../../../../shared/reports/report-data'
import type { ReportContext, SectionWriter } from '../report-context'
import { seriesChart } from '../series-chart'

type Overview = AppOutputs['analytics']['overview']

interface Found {
  total: FigureTotal
  of: 'days' | 'posts' | 'stock'
}

const named = (totals: readonly FigureTotal[], name: string): FigureTotal | undefined => totals.find((one) => one.name === name)

/** What views are told of: the days of channels only where every channel with posts has them, since days of some and posts of others make no sum. */
export const seenBasis = (sources: readonly Pick<Overview['sources'][number], 'seen' | 'postSeen'>[]): 'days' | 'posts' =>
  sources.some(({ seen, postSeen }) => seen.value === null && postSeen.value !== null) ? 'posts' : 'days'

/** A figure where the dashboards have it: of the channels by day, else of the posts of the period. */
export function findTotal({ days, posts, followers, sources }: Overview, metric: ReportMetric): Found | undefined {
  if (metric === 'followers') return followers ? { total: followers, of: 'stock' } : undefined
  const ofPosts = named(posts.totals, metric)
  // These are worked out of posts by the formula of the client; days of channels have other interactions in them.
  if (metric === 'interactions' || metric === 'engagement_rate') return ofPosts && { total: ofPosts, of: 'posts' }
  const isSeen = metric === 'seen' || metric === 'views' || metric === 'impressions'
  const ofSeen = isSeen && seenBasis(sources) === 'posts' ? named(posts.totals, 'seen') : undefined
  if (ofSeen) return { total: ofSeen, of: 'posts' }
  const ofDays = named(days.totals, isSeen ? 'seen' : metric)
  if (ofDays) return { total: ofDays, of: 'days' }
  return ofPosts && { total: ofPosts, of: 'posts' }
}

function notesOf({ words, report }: ReportContext, { total: { now }, of }: Found, why: string | null): string | null {
  const { t } = words
  if (now.value === null) return t('report.figure.missing')
  const parts = [
    why,
    of === 'stock' ? t('report.figure.stock', { date: words.day(report.to) }) : null,
    of === 'posts' ? t('report.figure.posts', { n: now.known }) : null,
    of === 'days' && now.known < now.expected ? t('report.figure.partly', { n: now.expected - now.known }) : null
  ]
  return parts.filter((part) => part !== null).join('. ') || null
}

function toTile(context: ReportContext, overview: Overview, metric: ReportMetric): Tile {
  const { words, frame } = context
  const unit = unitOf(metric)
  const found = findTotal(overview, metric)
  if (!found || found.total.now.value === null) {
    return { label: words.metric(metric), value: words.figure(null, unit), raw: null, unit, change: null, direction: 'none', note: words.t('report.figure.missing') }
  }
  const { change, direction, note } = moved(words, found.total.change, frame.compared !== undefined)
  const better = metric === 'lost_followers' ? { up: 'down', down: 'up', same: 'same', none: 'none' } as const : undefined
  return {
    label: words.metric(metric), value: words.figure(found.total.now.value, unit), raw: found.total.now.value, unit,
    change, direction: better ? better[direction] : direction, note: notesOf(context, found, note)
  }
}

/** Tiles of the figures that were chosen, and the curve of one. */
export const writeKpis: SectionWriter = async (context, { options }) => {
  const overview = await context.overview()
  const { words, frame } = context
  const tiles = (options.metrics ?? []).map((metric) => toTile(context, overview, metric))
  if (tiles.every(({ raw }) => raw === null)) return []
  const blocks: Block[] = [{ kind: 'tiles', title: null, tiles }]
  if (frame.compared) blocks.push({ kind: 'note', text: words.t('report.change.note', { period: words.period(frame.compared.from, frame.compared.to) }) })
  if (options.chart) blocks.push(...chartBlock(words, await seriesChart(context, frame, options.metric ?? 'seen', overview)))
  return blocks
}
