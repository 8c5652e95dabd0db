import type { Knex } from 'knex'
import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { isSettled } from '../../../../shared/features/posts/post-states'
import type { PostFilter } from '../../../../shared/features/posts/posts.contract'
import { type PostFormat, type VariantState, variantState, type VariantStatus } from '../../../../shared/features/posts/posts.schema'
import type { Reader } from '../../context'
import { readPacked } from '../../db/read-packed'
import { type PlannedColumns, wherePost, whereVariant } from '../posts'

export type EntryFilter = Omit<PostFilter, 'stage' | 'unplanned' | 'trashed'>

/** A tile as the tables have it. Without a channel, `variant_id` and what comes with it is null. */
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

/** The first picture as the channel shows it: of the variant where it has its own, else of the post. */
const pictureOf = (variantId: string): string => `(
  SELECT asset.sha256 FROM post_media JOIN asset ON asset.id = post_media.asset_id
  WHERE post_media.post_id = post.id AND post_media.variant_id IS ${variantId} AND asset.trashed_at IS NULL
  ORDER BY post_media.position LIMIT 1
) AS sha256`

const times = ['planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant'] as const
const ofPost = ['post.id AS post_id', 'post.title', 'post.pillar_id', 'post.campaign_id', 'post.series_id'] as const

function variantEntries(db: Reader, filter: EntryFilter, now: string): Knex.QueryBuilder {
  const query = db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .join('channel', 'channel.id', 'variant.channel_id')
    .whereNull('post.trashed_at')
    .select(...ofPost, ...times.map((column) => `variant.${column}`))
    .select('variant.id AS variant_id', 'variant.channel_id', 'channel.network', 'variant.format', 'variant.state', 'variant.own_time')
    .select('variant.snoozed_until', db.raw(`substr(coalesce(variant.text, post.text), 1, ${EXCERPT}) AS excerpt`))
    .select(db.raw(pictureOf('CASE variant.own_media WHEN 1 THEN variant.id END')))
  wherePost(db, query, filter)
  whereVariant(query, filter, now)
  return query
}

/** Posts that have a time, and no channel yet: drafts. */
function bareEntries(db: Reader, filter: EntryFilter): Knex.QueryBuilder {
  const query = db('post')
    .whereNull('post.trashed_at')
    .whereRaw('NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id)')
    .select(...ofPost, ...times.map((column) => `post.${column}`))
    .select(db.raw(`substr(post.text, 1, ${EXCERPT}) AS excerpt`), db.raw(pictureOf('NULL')))
    .select(db.raw("NULL AS variant_id, NULL AS channel_id, NULL AS network, NULL AS format, 'draft' AS state, 0 AS own_time, NULL AS snoozed_until"))
  wherePost(db, query, filter)
  return query
}

/** Whether a post without a channel, a draft, can have one of the statuses. */
function bareStatuses(statuses: readonly VariantStatus[] | undefined, query: Knex.QueryBuilder, now: string): boolean {
  if (!statuses?.length) return true
  const [draft, overdue] = [statuses.includes('draft'), statuses.includes('overdue')]
  if (draft && !overdue) void query.where('post.planned_instant', '>', now)
  if (overdue && !draft) void query.where('post.planned_instant', '<=', now)
  return draft || overdue
}

const columns = [
  'post_id', 'variant_id', 'channel_id', 'network', 'format', 'state', 'own_time', 'snoozed_until', 'title', 'excerpt', 'pillar_id', 'campaign_id',
  'series_id', 'sha256', ...times
] as const satisfies readonly (keyof EntryRow)[]

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In the order of time; what is planned for the same instant, always in the same order. */
function inOrder(a: EntryRow, b: EntryRow): number {
  return (
    compared(a.planned_instant ?? '', b.planned_instant ?? '') ||
    compared(a.post_id, b.post_id) ||
    compared(a.variant_id ?? '', b.variant_id ?? '')
  )
}

export interface EntryRange {
  from: string
  to: string
}

/** All entries from `from` to before `to`. The one query behind every view: a scan of an index of instants. */
export async function listEntries(db: Reader, { from, to }: EntryRange, filter: EntryFilter, now: string): Promise<EntryRow[]> {
  const within = (query: Knex.QueryBuilder, table: 'variant' | 'post') =>
    query.where(`${table}.planned_instant`, '>=', from).where(`${table}.planned_instant`, '<', to)
  const rows = await readPacked<EntryRow>(db, within(variantEntries(db, filter, now), 'variant'), columns)
  const bare = within(bareEntries(db, filter), 'post')
  const possible = !filter.channelIds?.length && !filter.networks?.length && bareStatuses(filter.statuses, bare, now)
  if (possible) rows.push(...((await bare) as EntryRow[]))
  return rows.sort(inOrder)
}

/** Named one by one, so that the index by state and time is used: what is settled is nearly all of the past. */
const openStates = variantState.options.filter((state) => !isSettled(state))

/** Entries before an instant that nobody has dealt with yet, those long past among them. */
export async function listOpenEntries(db: Reader, before: string, now: string): Promise<EntryRow[]> {
  const variants = variantEntries(db, {}, now).where('variant.planned_instant', '<', before).whereIn('variant.state', openStates)
  const bare = bareEntries(db, {}).where('post.planned_instant', '<', before)
  return [...((await variants) as EntryRow[]), ...((await bare) as EntryRow[])].sort(inOrder)
}

/** Entries that wait for a review, with a time or without. */
export async function listReviewEntries(db: Reader, now: string): Promise<EntryRow[]> {
  return ((await variantEntries(db, {}, now).where('variant.state', 'in-review')) as EntryRow[]).sort(inOrder)
}

