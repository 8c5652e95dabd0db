import type { CalendarPost, TodayItem } from '../../../../shared/features/calendar/calendar.contract'
import type { CoreServices } from '../../context'
import { samePlan, type SignThumbnail, thumbnailsOf, toPlanned } from '../posts'
import type { EntryRow } from './entries.queries'
import type { RangePost, RangeRows, RangeVariant } from './range.queries'

type TodayEntry = TodayItem['entry']

/** Turns rows into tiles, with signed addresses of their pictures. */
export function entryPresenter(core: Pick<CoreServices, 'urls'>, clientId: string): (row: EntryRow) => TodayEntry {
  const thumbnail = thumbnailsOf(core, clientId)
  return (row) => ({
    postId: row.post_id,
    variantId: row.variant_id,
    channelId: row.channel_id,
    network: row.network,
    format: row.format,
    state: row.state,
    planned: toPlanned(row),
    ownTime: row.own_time === 1,
    title: row.title,
    excerpt: row.excerpt,
    pillarId: row.pillar_id,
    campaignId: row.campaign_id,
    seriesId: row.series_id,
    thumbnailUrl: row.sha256 === null ? null : thumbnail(row.sha256)
  })
}

function toVariant(row: RangeVariant, post: RangePost, thumbnail: SignThumbnail): CalendarPost['variants'][number] {
  return {
    id: row.id,
    channelId: row.channel_id,
    network: row.network,
    format: row.format,
    state: row.state,
    ownTime: row.own_time === 1,
    planned: samePlan(row, post) ? null : toPlanned(row),
    excerpt: row.excerpt,
    ownMedia: row.own_media === 1,
    thumbnailUrl: row.sha256 === null ? null : thumbnail(row.sha256)
  }
}

function toPost(row: RangePost, thumbnail: SignThumbnail): CalendarPost {
  return {
    id: row.id,
    title: row.title,
    excerpt: row.excerpt,
    planned: toPlanned(row),
    pillarId: row.pillar_id,
    campaignId: row.campaign_id,
    seriesId: row.series_id,
    thumbnailUrl: row.sha256 === null ? null : thumbnail(row.sha256),
    variants: []
  }
}

/** Posts with their variants of a range in the order of time; those without a channel come last. */
export function presentRange(core: Pick<CoreServices, 'urls'>, clientId: string, { posts, variants, bare }: RangeRows): CalendarPost[] {
  const thumbnail = thumbnailsOf(core, clientId)
  const rows = new Map(posts.map((row) => [row.id, row]))
  const presented = new Map<string, CalendarPost>()
  for (const variant of variants) {
    const row = rows.get(variant.post_id)
    if (!row) continue
    const post = presented.get(row.id) ?? toPost(row, thumbnail)
    presented.set(row.id, post)
    post.variants.push(toVariant(variant, row, thumbnail))
  }
  return [...presented.values(), ...bare.map((row) => toPost(row, thumbnail))]
}
