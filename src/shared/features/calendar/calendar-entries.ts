import type { PlannedTime } from '../posts/posts.schema'
import type { CalendarEntry, CalendarPost, OutlinedEntry } from './calendar.contract'

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of time; what is planned for the same instant, always in the same order. */
export const inOrder = (a: OutlinedEntry, b: OutlinedEntry): number =>
  compared(a.planned.instant, b.planned.instant) || compared(a.postId, b.postId) || compared(a.variantId ?? '', b.variantId ?? '')

// Members are written out one by one: thousands of these are made for one view, and copying them over would take ten times as long.
function entryOf(post: CalendarPost, variant: CalendarPost['variants'][number], planned: PlannedTime): CalendarEntry {
  return {
    postId: post.id,
    variantId: variant.id,
    channelId: variant.channelId,
    network: variant.network,
    format: variant.format,
    state: variant.state,
    planned,
    ownTime: variant.ownTime,
    title: post.title,
    excerpt: variant.excerpt ?? post.excerpt,
    pillarId: post.pillarId,
    campaignId: post.campaignId,
    seriesId: post.seriesId,
    thumbnailUrl: variant.ownMedia ? variant.thumbnailUrl : post.thumbnailUrl
  }
}

/** A post with a time and without a channel is a draft. */
function bareEntryOf(post: CalendarPost, planned: PlannedTime): CalendarEntry {
  return {
    postId: post.id,
    variantId: null,
    channelId: null,
    network: null,
    format: null,
    state: 'draft',
    planned,
    ownTime: false,
    title: post.title,
    excerpt: post.excerpt,
    pillarId: post.pillarId,
    campaignId: post.campaignId,
    seriesId: post.seriesId,
    thumbnailUrl: post.thumbnailUrl
  }
}

/** The tiles' material: each variant at its time, with what it has from its post. In the order of time. */
export function entriesOf(posts: readonly CalendarPost[]): CalendarEntry[] {
  const entries: CalendarEntry[] = []
  for (const post of posts) {
    for (const variant of post.variants) {
      const planned = variant.planned ?? post.planned
      if (planned) entries.push(entryOf(post, variant, planned))
    }
    if (post.variants.length === 0 && post.planned) entries.push(bareEntryOf(post, post.planned))
  }
  return entries.sort(inOrder)
}
