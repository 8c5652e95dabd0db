import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { findFormat } from '../../../../shared/channels/formats'
import type { PlannedTime, PostFormat, VariantState } from '../../../../shared/features/posts/posts.schema'
import { addDays } from '../../../../shared/time'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

type Db = Reader | Tx

export interface OutgoingMedia {
  assetId: string
  /** That of the post, or of the asset where the post has none of its own. */
  altText: string
  trashed: boolean
}

/** A variant with everything that it inherits from its post. */
export interface Outgoing {
  id: string
  postId: string
  channelId: string
  channelName: string
  handle: string
  channelLink: string
  network: NetworkId
  format: PostFormat
  state: VariantState
  stateNote: string
  title: string
  text: string
  link: string
  firstComment: string
  parts: string[] | null
  fields: Record<string, string>
  language: string
  /** What the client's people set in the place of the network's limit of a post; null where they did not. */
  postLimit: number | null
  planned: PlannedTime | null
  snoozedUntil: string | null
  handedOverAt: string | null
  publishedAt: string | null
  publishedBy: string
  permalink: string
  media: OutgoingMedia[]
}

interface Row {
  id: string
  post_id: string
  channel_id: string
  channel_name: string
  handle: string
  channel_link: string
  network: NetworkId
  format: PostFormat
  state: VariantState
  state_note: string
  title: string
  text: string
  link: string
  first_comment: string
  own_first_comment: string | null
  parts_json: string | null
  fields_json: string
  language: string
  post_limit: number | null
  own_media: number
  planned_on: string | null
  planned_time: string | null
  zone: string | null
  planned_pick: PlannedTime['pick']
  planned_instant: string | null
  snoozed_until: string | null
  handed_over_at: string | null
  published_at: string | null
  published_by: string
  permalink: string
}

const columns = [
  'variant.id', 'variant.post_id', 'variant.channel_id', 'variant.format', 'variant.state', 'variant.state_note', 'variant.parts_json',
  'variant.fields_json', 'variant.own_media', 'variant.planned_on', 'variant.planned_time', 'variant.zone', 'variant.planned_pick',
  'variant.planned_instant', 'variant.snoozed_until', 'variant.handed_over_at', 'variant.published_at', 'variant.published_by',
  'variant.permalink', 'variant.first_comment as own_first_comment', 'post.title', 'post.language', 'channel.name as channel_name', 'channel.handle', 'channel.link as channel_link', 'channel.network'
] as const

/** What the variant overrides, or what the post has. */
const inherited = 'coalesce(variant.text, post.text) AS text, coalesce(variant.link, post.link) AS link, coalesce(variant.first_comment, post.first_comment) AS first_comment'

const joined = (db: Db) =>
  db('variant')
    .join('post', 'post.id', 'variant.post_id')
    .join('channel', 'channel.id', 'variant.channel_id')
    .leftJoin('limit_override', (join) => join.on('limit_override.network', 'channel.network').andOnVal('limit_override.field', 'post'))
    .select(...columns, 'limit_override.max_value as post_limit', db.raw(inherited))

function plannedOf(row: Row): PlannedTime | null {
  const { planned_on: date, planned_time: time, zone, planned_instant: instant } = row
  return date && time && zone && instant ? { date, time, zone, pick: row.planned_pick, instant } : null
}

/** A network without first comments goes without the post's own. */
function commentOf({ network, format, first_comment, own_first_comment }: Row): string {
  const taken = (findFormat(network, format)?.firstComment ?? null) !== null
  return taken ? first_comment : (own_first_comment ?? '')
}

function toOutgoing(row: Row, media: OutgoingMedia[]): Outgoing {
  return {
    id: row.id,
    postId: row.post_id,
    channelId: row.channel_id,
    channelName: row.channel_name,
    handle: row.handle,
    channelLink: row.channel_link,
    network: row.network,
    format: row.format,
    state: row.state,
    stateNote: row.state_note,
    title: row.title,
    text: row.text,
    link: row.link,
    firstComment: commentOf(row),
    parts: row.parts_json === null ? null : (JSON.parse(row.parts_json) as string[]),
    fields: JSON.parse(row.fields_json) as Record<string, string>,
    language: row.language,
    postLimit: row.post_limit,
    planned: plannedOf(row),
    snoozedUntil: row.snoozed_until,
    handedOverAt: row.handed_over_at,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    permalink: row.permalink,
    media
  }
}

interface MediaRow {
  post_id: string
  variant_id: string | null
  asset_id: string
  alt_text: string | null
  asset_alt: string
  trashed_at: string | null
}

async function mediaOf(db: Db, rows: readonly Row[]): Promise<Map<string, OutgoingMedia[]>> {
  const found: MediaRow[] = []
  for (const ids of chunks([...new Set(rows.map((row) => row.post_id))])) {
    found.push(
      ...((await db('post_media')
        .join('asset', 'asset.id', 'post_media.asset_id')
        .whereIn('post_id', ids)
        .orderBy('position')
        .select('post_id', 'variant_id', 'asset_id', 'post_media.alt_text', 'asset.alt_text as asset_alt', 'asset.trashed_at')) as MediaRow[])
    )
  }
  const byOwner = new Map<string, OutgoingMedia[]>()
  for (const row of found) {
    const owner = row.variant_id ?? row.post_id
    const media = { assetId: row.asset_id, altText: row.alt_text ?? row.asset_alt, trashed: row.trashed_at !== null }
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), media])
  }
  return byOwner
}

async function withMedia(db: Db, rows: Row[]): Promise<Outgoing[]> {
  const media = await mediaOf(db, rows)
  return rows.map((row) => toOutgoing(row, media.get(row.own_media === 1 ? row.id : row.post_id) ?? []))
}

/** In the order of their time; those without one come last. */
function inOrder(rows: Row[]): Row[] {
  const key = (row: Row) => row.planned_instant ?? '9999'
  return rows.sort((a, b) => key(a).localeCompare(key(b), 'en') || a.post_id.localeCompare(b.post_id, 'en'))
}

export async function findOutgoing(db: Db, variantId: string): Promise<Outgoing | undefined> {
  const [found] = await withMedia(db, (await joined(db).where('variant.id', variantId)) as Row[])
  return found
}

export async function listOutgoing(db: Db, variantIds: readonly string[]): Promise<Outgoing[]> {
  const rows: Row[] = []
  for (const ids of chunks([...new Set(variantIds)])) rows.push(...((await joined(db).whereIn('variant.id', ids)) as Row[]))
  return withMedia(db, inOrder(rows))
}

/** Variants of posts, in the order of their time and place. */
export async function listOutgoingOfPosts(db: Db, postIds: readonly string[]): Promise<Outgoing[]> {
  const rows: Row[] = []
  for (const ids of chunks([...new Set(postIds)])) rows.push(...((await joined(db).whereIn('variant.post_id', ids).orderBy('variant.position')) as Row[]))
  return withMedia(db, inOrder(rows))
}

/** What goes out from one day to another as the clock of each variant's zone shows them; without trashed posts, ideas and what is archived. */
export async function listOutgoingOfDays(db: Db, fromDay: string, toDay: string): Promise<Outgoing[]> {
  const rows = (await joined(db)
    // The index is on instants, which lie within a day of the same wall clock in UTC.
    .whereBetween('variant.planned_instant', [addDays(fromDay, -1), addDays(toDay, 2)])
    .whereBetween('variant.planned_on', [fromDay, toDay])
    .whereNull('post.trashed_at')
    .where('post.stage', 'post')
    .whereNot('variant.state', 'archived')
    .orderBy('variant.position')) as Row[]
  return withMedia(db, inOrder(rows))
}

/** The first of the ids that no post has. */
export async function missingPost(db: Db, postIds: readonly string[]): Promise<string | undefined> {
  const known = new Set<string>()
  for (const ids of chunks([...new Set(postIds)])) for (const { id } of (await db('post').whereIn('id', ids).select('id')) as { id: string }[]) known.add(id)
  return postIds.find((id) => !known.has(id))
}
