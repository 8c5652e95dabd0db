import type { Knex } from 'knex'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import type { PostFilter } from '../../../../shared/features/posts/posts.contract'
import type { PostFormat, VariantState, VariantStatus } from '../../../../shared/features/posts/posts.schema'
import type { Reader } from '../../context'
import { readPacked } from '../../db/read-packed'
import { type PlannedColumns, wherePost, whereVariant } from '../posts'
import { pictureOf } from './entries.queries'

export type EntryFilter = Omit<PostFilter, 'stage' | 'unplanned' | 'trashed'>

export interface EntryRange {
  from: string
  to: string
}

export interface RangePost extends PlannedColumns {
  id: string
  title: string
  excerpt: string
  pillar_id: string | null
  campaign_id: string | null
  series_id: string | null
  sha256: string | null
}

export interface RangeVariant extends PlannedColumns {
  id: string
  post_id: string
  channel_id: string
  network: NetworkId
  format: PostFormat
  state: VariantState
  own_time: number
  /** Null: as the post has it. */
  excerpt: string | null
  own_media: number
  sha256: string | null
}

/** Characters of a text that tiles show. */
export const EXCERPT = 140
const times = ['planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant'] as const
const postColumns = ['id', 'title', 'excerpt', 'pillar_id', 'campaign_id', 'series_id', 'sha256', ...times] as const
const variantColumns = ['id', 'post_id', 'channel_id', 'network', 'format', 'state', 'own_time', 'excerpt', 'own_media', 'sha256', ...times] as const

export const within = (query: Knex.QueryBuilder, table: 'variant' | 'post', { from, to }: EntryRange): Knex.QueryBuilder =>
  query.where(`${table}.planned_instant`, '>=', from).where(`${table}.planned_instant`, '<', to)

const postsOf = (db: Reader, filter: EntryFilter): Knex.QueryBuilder => {
  const query = db('post')
    .whereNull('post.trashed_at')
    .select('post.id', 'post.title', 'post.pillar_id', 'post.campaign_id', 'post.series_id', ...times.map((column) => `post.${column}`))
    .select(db.raw(`substr(post.text, 1, ${EXCERPT}) AS excerpt`), db.raw(`${pictureOf('NULL')} AS sha256`))
  wherePost(db, query, filter, 'few')
  return query
}

/** Of the posts that `posts` asks for, those that have a time and no channel yet, drafts; undefined where the filter asks for none. */
export function barePosts(posts: Knex.QueryBuilder, range: EntryRange, filter: EntryFilter, now: string): Knex.QueryBuilder | undefined {
  if (filter.channelIds?.length || filter.networks?.length) return undefined
  const query = within(posts, 'post', range).whereRaw('NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id)')
  return bareStatuses(filter.statuses, query, now) ? query : undefined
}

/** Whether a post without a channel, a draft, can have one of the statuses. */
function bareStatuses(statuses: readonly VariantStatus[] | undefined, query: Knex.QueryBuilder, now: string): boolean {
  if (!statuses?.length) return true
  const [draft, overdue] = [statuses.includes('draft'), statuses.includes('overdue')]
  if (draft && !overdue) void query.where('post.planned_instant', '>', now)
  if (overdue && !draft) void query.where('post.planned_instant', '<=', now)
  return draft || overdue
}

export interface RangeRows {
  posts: RangePost[]
  /** Of these posts, and of some that the filter leaves out; in the order of time. */
  variants: RangeVariant[]
  /** Posts without a channel. */
  bare: RangePost[]
}

/**
 * All that goes out from `from` to before `to`: a scan of an index of instants. Posts and
 * variants are read apart, so that what a post has in common for its channels is read once.
 */
export async function listRange(db: Reader, range: EntryRange, filter: EntryFilter, now: string): Promise<RangeRows> {
  const inRange = (): Knex.QueryBuilder => {
    const query = within(db('variant'), 'variant', range)
    whereVariant(query, filter, now)
    return query
  }
  const variants = inRange()
    .join('channel', 'channel.id', 'variant.channel_id')
    .select('variant.id', 'variant.post_id', 'variant.channel_id', 'channel.network', 'variant.format', 'variant.state', 'variant.own_time')
    .select('variant.own_media', ...times.map((column) => `variant.${column}`), db.raw(`substr(variant.text, 1, ${EXCERPT}) AS excerpt`))
    // Nearly none has pictures of its own: the others are not looked up.
    .select(db.raw(`CASE variant.own_media WHEN 1 THEN ${pictureOf('variant.id', 'variant.post_id')} END AS sha256`))
    .orderBy(['variant.planned_instant', 'variant.post_id', 'variant.id'])
  const bare = barePosts(postsOf(db, filter), range, filter, now)
  const found = await readPacked(db, {
    posts: { query: postsOf(db, filter).whereIn('post.id', inRange().select('variant.post_id')), columns: postColumns },
    variants: { query: variants, columns: variantColumns },
    ...(bare && { bare: { query: bare, columns: postColumns } })
  })
  return { ...found, bare: found.bare ?? [] }
}
