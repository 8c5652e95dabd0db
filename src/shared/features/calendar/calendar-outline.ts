import type { NetworkId } from '../../channels/catalog.schema'
import type { PlannedTime, PostFormat, VariantState } from '../posts/posts.schema'
import { inOrder } from './calendar-entries'
import type { OutlinedEntry } from './calendar.contract'

/** A planned time as one word a part: day, clock time, zone, pick, instant. */
type PlanText = string

/** Rows as the database writes them, member by member: thousands are sent and read at once. */
export type OutlinePost = [id: string, title: string, plan: PlanText | null, pillarId: string | null, campaignId: string | null, seriesId: string | null]
/** `plan` is null where it is that of its post. */
export type OutlineVariant = [id: string, postId: string, channelId: string, format: PostFormat, state: VariantState, ownTime: 0 | 1, plan: PlanText | null]

export interface OutlineRows {
  /** Some of them may have nothing that goes out in the range. */
  posts: OutlinePost[]
  /** Of these posts, and of some that the filter leaves out. */
  variants: OutlineVariant[]
  /** Ids of posts without a channel. */
  bare: [id: string][]
}

interface Outline {
  channels: readonly { id: string; network: NetworkId }[]
  /** `OutlineRows` as JSON. */
  rows: string
}

function plannedOf(plan: PlanText): PlannedTime {
  const [date = '', time = '', zone = '', pick, instant = ''] = plan.split(' ')
  return { date, time, zone, pick: pick === 'later' ? 'later' : 'earlier', instant }
}

type Common = Pick<OutlinedEntry, 'postId' | 'title' | 'pillarId' | 'campaignId' | 'seriesId'>
interface KnownPost extends Common {
  planned: PlannedTime | null
}

const knownPost = ([postId, title, plan, pillarId, campaignId, seriesId]: OutlinePost): KnownPost => ({
  postId, title, pillarId, campaignId, seriesId, planned: plan === null ? null : plannedOf(plan)
})

// Members are written out one by one: copying them over would take ten times as long.
function entryOf(post: KnownPost, [variantId, , channelId, format, state, ownTime, plan]: OutlineVariant, network: NetworkId | null): OutlinedEntry | undefined {
  const planned = plan === null ? post.planned : plannedOf(plan)
  const { postId, title, pillarId, campaignId, seriesId } = post
  return planned ? { postId, variantId, channelId, network, format, state, planned, ownTime: ownTime === 1, title, pillarId, campaignId, seriesId } : undefined
}

/** A post with a time and without a channel is a draft. */
function bareEntryOf({ postId, title, pillarId, campaignId, seriesId, planned }: KnownPost): OutlinedEntry | undefined {
  return planned ? { postId, variantId: null, channelId: null, network: null, format: null, state: 'draft', planned, ownTime: false, title, pillarId, campaignId, seriesId } : undefined
}

/** What `calendar.outline` answers, as entries in the order of time: the same as `entriesOf` makes of `calendar.entries`, without words and pictures. */
export function outlinedEntries({ channels, rows }: Outline): OutlinedEntry[] {
  const { posts, variants, bare } = JSON.parse(rows) as OutlineRows
  const networks = new Map(channels.map(({ id, network }) => [id, network]))
  const known = new Map(posts.map((row) => [row[0], knownPost(row)]))
  const entries: OutlinedEntry[] = []
  for (const variant of variants) {
    const post = known.get(variant[1])
    const entry = post && entryOf(post, variant, networks.get(variant[2]) ?? null)
    if (entry) entries.push(entry)
  }
  for (const [id] of bare) {
    const post = known.get(id)
    const entry = post && bareEntryOf(post)
    if (entry) entries.push(entry)
  }
  return entries.sort(inOrder)
}
