import type { Knex } from 'knex'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { openStates } from '../../../../shared/features/posts/post-states'
import type { PostFormat, VariantState } from '../../../../shared/features/posts/posts.schema'
import type { Reader } from '../../context'
import type { PlannedColumns } from '../posts'

/** What waits, as the tables have it. Without a channel, `variant_id` and what comes with it is null. */
export interface EntryRow extends PlannedColumns {
  post_id: string
  variant_id: string | null
  channel_id: string | null
  network: NetworkId | null
  format: PostFormat | null
  state: VariantState
  own_time: number
  snoozed_until: string | null
  title: string
  excerpt: string
  pillar_id: string | null
  campaign_id: string | null
  series_id: string | null
  sha256: string | null
}

const EXCERPT = 140

/** The first picture of a variant that has its own, or of the post: SQL for its content hash. */
export const pictureOf = (variantId: string, postId = 'post.id'): string => `(
  SELECT asset.sha256 FROM post_media JOIN asset ON asset.id = post_media.asset_id
  WHERE post_media.post_id = ${postId} AND post_media.variant_id IS ${variantId} AND asset.trashed_at IS NULL
  ORDER BY post_media.position LIMIT 1
)`

const times = ['planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant'] as const
const ofPost = ['post.id AS post_id', 'post.title', 'post.pillar_id', 'post.campaign_id', 'post.series_id'] as const

const variantEntries = (db: Reader): Knex.QueryBuilder =>
  db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .join('channel', 'channel.id', 'variant.channel_id')
    .whereNull('post.trashed_at')
    .select(...ofPost, ...times.map((column) => `variant.${column}`))
    .select('variant.id AS variant_id', 'variant.channel_id', 'channel.network', 'variant.format', 'variant.state', 'variant.own_time')
    .select('variant.snoozed_until', db.raw(`substr(coalesce(variant.text, post.text), 1, ${EXCERPT}) AS excerpt`))
    .select(db.raw(`${pictureOf('CASE variant.own_media WHEN 1 THEN variant.id END')} AS sha256`))

/** Posts that have a time, and no channel yet: drafts. */
const bareEntries = (db: Reader): Knex.QueryBuilder =>
  db('post')
    .whereNull('post.trashed_at')
    .whereRaw('NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id)')
    .select(...ofPost, ...times.map((column) => `post.${column}`))
    .select(db.raw(`substr(post.text, 1, ${EXCERPT}) AS excerpt`), db.raw(`${pictureOf('NULL')} AS sha256`))
    .select(db.raw("NULL AS variant_id, NULL AS channel_id, NULL AS network, NULL AS format, 'draft' AS state, 0 AS own_time, NULL AS snoozed_until"))

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of time; what is planned for the same instant, always in the same order. */
function inOrder(a: EntryRow, b: EntryRow): number {
  return (
    compared(a.planned_instant ?? '', b.planned_instant ?? '') ||
    compared(a.post_id, b.post_id) ||
    compared(a.variant_id ?? '', b.variant_id ?? '')
  )
}

/** Entries before an instant that nobody has dealt with yet, those long past among them. */
export async function listOpenEntries(db: Reader, before: string): Promise<EntryRow[]> {
  // Named one by one, so that the index by state and time is used: what is settled is nearly all of the past.
  const variants = variantEntries(db).where('variant.planned_instant', '<', before).whereIn('variant.state', openStates)
  const bare = bareEntries(db).where('post.planned_instant', '<', before)
  return [...((await variants) as EntryRow[]), ...((await bare) as EntryRow[])].sort(inOrder)
}

/** Entries that wait for a review, with a time or without. */
export async function listReviewEntries(db: Reader): Promise<EntryRow[]> {
  return ((await variantEntries(db).where('variant.state', 'in-review')) as EntryRow[]).sort(inOrder)
}
