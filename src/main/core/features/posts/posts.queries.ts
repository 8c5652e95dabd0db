import type { Knex } from 'knex'
import type { z } from 'zod'
import { openStates, overdueBefore } from '../../../../shared/features/posts/post-states'
import type { PostFilter, postSort } from '../../../../shared/features/posts/posts.contract'
import type { VariantStatus } from '../../../../shared/features/posts/posts.schema'
import type { Reader } from '../../context'
import { matchExpression } from '../assets'
import { summaryColumns, type SummaryRow } from './summaries.queries'

export type PostSort = z.infer<typeof postSort>

// Written out, not bound: SQLite takes a partial index only where it can read the condition.
const TRASHED = "post.trashed_at > ''"

/** As the indexes have them. What has no time comes last, whichever way the list is turned. */
const sortColumns: Record<PostSort, string> = {
  planned: 'post.planned_instant',
  updated: 'post.updated_at',
  created: 'post.search_id',
  title: 'post.title COLLATE NOCASE',
  position: 'post.position'
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** A status as SQL on the columns `state` and `planned_instant` of `row`; the same as `variantStatus` says. */
function statusSql(row: string, status: VariantStatus, now: string): { sql: string; bindings: string[] } {
  // By name: the index has states and instants, and a list of what it is not could not use it.
  const open = `${row}.state IN (${marks(openStates)})`
  switch (status) {
    case 'due':
      return { sql: `(${row}.state = 'scheduled' AND ${row}.planned_instant BETWEEN ? AND ?)`, bindings: [overdueBefore(now), now] }
    case 'overdue':
      return {
        sql: `(${open} AND ${row}.planned_instant <= ? AND (${row}.state <> 'scheduled' OR ${row}.planned_instant < ?))`,
        bindings: [...openStates, now, overdueBefore(now)]
      }
    case 'handed-over':
    case 'published':
    case 'missed':
    case 'archived':
      return { sql: `${row}.state = ?`, bindings: [status] }
    default:
      return { sql: `(${row}.state = ? AND (${row}.planned_instant IS NULL OR ${row}.planned_instant > ?))`, bindings: [status, now] }
  }
}

/** Rows of variants that a filter asks for: by channel, network and status, all of the same row. */
export function whereVariant(query: Knex.QueryBuilder, filter: Pick<PostFilter, 'channelIds' | 'networks' | 'statuses'>, now: string): void {
  const { channelIds, networks, statuses } = filter
  if (channelIds?.length) void query.whereIn('variant.channel_id', channelIds)
  if (networks?.length) void query.whereRaw(`variant.channel_id IN (SELECT id FROM channel WHERE network IN (${marks(networks)}))`, networks)
  if (statuses?.length) {
    const parts = statuses.map((status) => statusSql('variant', status, now))
    void query.whereRaw(`(${parts.map(({ sql }) => sql).join(' OR ')})`, parts.flatMap(({ bindings }) => bindings))
  }
}

/** A post without a channel is a draft, and overdue once its time has come. */
const bareStatusSql = (status: VariantStatus): string | undefined => {
  if (status === 'draft') return '(post.planned_instant IS NULL OR post.planned_instant > ?)'
  return status === 'overdue' ? 'post.planned_instant <= ?' : undefined
}

/**
 * How posts are found by their variants. `gather` collects all that match and sorts them: best where few do. `walk` goes
 * through the posts in their order and looks at the variants of each, until the page is full: best where many do.
 */
type Way = 'gather' | 'walk'
/** From so many matches on, a page is full before long. */
const manyMatches = 2000

function whereChannels(db: Reader, query: Knex.QueryBuilder, filter: PostFilter, now: string, way: Way): void {
  const { channelIds, networks, statuses } = filter
  if (!channelIds?.length && !networks?.length && !statuses?.length) return
  // By name: without figures about its tables, SQLite would look through all variants of a state for each post.
  const rows = way === 'walk' ? db(db.raw('variant INDEXED BY variant_post')).whereRaw('variant.post_id = post.id') : db('variant')
  whereVariant(rows, filter, now)
  const bare = channelIds?.length || networks?.length ? [] : (statuses ?? []).flatMap((status) => bareStatusSql(status) ?? [])
  void query.where((either) => {
    void (way === 'walk' ? either.whereExists(rows.select(db.raw('1'))) : either.whereIn('post.id', rows.select('variant.post_id')))
    for (const sql of bare) void either.orWhereRaw(`(${sql} AND NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id))`, [now])
  })
}

/**
 * Rows of `post` that a filter asks for, by what belongs to the post itself.
 *
 * @param from what else the query asks for leaves `all` posts, or so `few` that each is looked up among those with the words
 */
export function wherePost(db: Reader, query: Knex.QueryBuilder, filter: Omit<PostFilter, 'trashed'>, from: 'all' | 'few' = 'all'): void {
  const { stage, pillarIds, campaignIds, labels, owner, assetId, search } = filter
  if (stage) void query.where('post.stage', stage)
  if (pillarIds?.length) void query.whereIn('post.pillar_id', pillarIds)
  if (campaignIds?.length) void query.whereIn('post.campaign_id', campaignIds)
  if (owner !== undefined) void query.where('post.owner', owner)
  if (labels?.length) void query.whereIn('post.id', db('post_label').whereIn('name', labels).select('post_id'))
  if (assetId) void query.whereIn('post.id', db('post_media').where('asset_id', assetId).select('post_id'))
  const match = search ? matchExpression(search) : undefined
  // The plus keeps SQLite from going through all posts that have the words: nearly all have the first letter that is typed.
  if (match) void query.whereRaw(`${from === 'few' ? '+' : ''}post.search_id IN (SELECT rowid FROM post_search WHERE post_search MATCH ?)`, [match])
}

const NO_TIME = 'post.planned_instant IS NULL AND NOT EXISTS (SELECT 1 FROM variant WHERE variant.post_id = post.id AND variant.planned_instant IS NOT NULL)'

function filtered(db: Reader, filter: PostFilter, now: string, way: Way = 'gather'): Knex.QueryBuilder {
  const query = db('post')
  void (filter.trashed ? query.whereRaw(TRASHED) : query.whereNull('post.trashed_at'))
  if (filter.unplanned !== undefined) void query.whereRaw(filter.unplanned ? NO_TIME : `NOT (${NO_TIME})`)
  wherePost(db, query, filter)
  whereChannels(db, query, filter, now, way)
  return query
}

function ordered(query: Knex.QueryBuilder, sort: PostSort, descending: boolean): Knex.QueryBuilder {
  const direction = descending ? 'DESC' : 'ASC'
  const last = sort === 'planned' ? ' NULLS LAST' : ''
  const second = sort === 'created' ? '' : `, post.search_id ${direction}`
  return query.orderByRaw(`${sortColumns[sort]} ${direction}${last}${second}`)
}

export async function listPosts(
  db: Reader,
  filter: PostFilter & { sort: PostSort; descending: boolean; offset: number; limit: number },
  now: string
): Promise<{ total: number; rows: SummaryRow[] }> {
  const counted = (await filtered(db, filter, now).count({ n: '*' }).first()) as { n: number }
  const matching = filtered(db, filter, now, counted.n > manyMatches ? 'walk' : 'gather')
  const page = ordered(matching, filter.sort, filter.descending).offset(filter.offset).limit(filter.limit)
  const rows = (await page.select(summaryColumns(db))) as SummaryRow[]
  return { total: counted.n, rows }
}

export async function listPostIds(db: Reader, filter: PostFilter, now: string): Promise<string[]> {
  return (await ordered(filtered(db, filter, now), 'planned', false).pluck('post.id')) as string[]
}
