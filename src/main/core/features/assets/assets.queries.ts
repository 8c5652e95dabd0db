import type { Knex } from 'knex'
import type { z } from 'zod'
import type { assetFilter } from '../../../../shared/features/assets/assets.contract'
import { ENDING_DAYS } from '../../../../shared/features/assets/rights'
import { VIDEO_FORMATS } from '../../../../shared/media/video'
import { addDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import type { AssetRow } from './assets.repository'

/** `today` in the client's zone: what rights that end are counted from. */
export type AssetFilter = z.infer<typeof assetFilter> & { today?: string }

/** As the indexes have them: another collation would sort 100,000 rows for one page. */
const sortColumns = { added: 'asset.added_at', name: 'asset.title COLLATE NOCASE', size: 'asset.bytes' } as const

// Written out, not bound: SQLite takes a partial index only where it can read the condition.
const STARRED = 'asset.starred = 1'
const NO_ALT_TEXT = "asset.alt_text = ''"
// A range, since SQLite looks through all rows for what is merely not null.
const TRASHED = "asset.trashed_at > ''"

/**
 * Words as a full-text query: each quoted, so that nothing a person types is an operator, the last one open-ended.
 * @returns undefined when there is no word to look for
 */
export function matchExpression(search: string): string | undefined {
  const words = search.normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return words.length === 0 ? undefined : words.map((word) => `"${word}"*`).join(' ')
}

/** Assets whose rights have ended, end soon, or wait for the consent of who is shown. */
function wantingRights(db: Reader, today: string): Knex.QueryBuilder {
  return db('asset_rights')
    .where('ends_on', '<=', addDays(today, ENDING_DAYS))
    .orWhere((waits) => void waits.whereNot('people', '').whereNull('consent_on'))
    .select('asset_id')
}

function filtered(db: Reader, filter: AssetFilter): Knex.QueryBuilder {
  const query = db('asset')
  void (filter.trashed ? query.whereRaw(TRASHED) : query.whereNull('asset.trashed_at'))
  if (filter.starred !== undefined) void query.whereRaw(filter.starred ? STARRED : 'asset.starred = 0')
  // Networks show no alternative text of a video.
  if (filter.missingAltText) void query.whereRaw(NO_ALT_TEXT).whereNotIn('asset.format', VIDEO_FORMATS)
  if (filter.video !== undefined) void query[filter.video ? 'whereIn' : 'whereNotIn']('asset.id', db('asset_video').select('asset_id'))
  if (filter.rights && filter.today !== undefined) void query.whereIn('asset.id', wantingRights(db, filter.today))
  if (filter.tag) {
    const { tag } = filter
    void query.whereIn('asset.id', db('asset_tag').where('name', tag).select('asset_id'))
  }
  const match = filter.search ? matchExpression(filter.search) : undefined
  if (match) void query.whereIn('asset.search_id', matching(db, match).select('rowid'))
  return query
}

const matching = (db: Reader, match: string): Knex.QueryBuilder => db('asset_search').whereRaw('asset_search MATCH ?', [match])

const countOf = async (query: Knex.QueryBuilder): Promise<number> => ((await query.count({ n: '*' }).first()) as { n: number }).n

/** Words alone are counted in the full-text index, less the trashed: a letter that nearly all have costs a tenth so. */
async function countFiltered(db: Reader, filter: AssetFilter): Promise<number> {
  const { search, tag, starred, missingAltText, video, rights, trashed } = filter
  const match = search ? matchExpression(search) : undefined
  if (!match || tag || starred !== undefined || missingAltText || video !== undefined || rights || trashed) return countOf(filtered(db, filter))
  const hidden = matching(db, match).whereRaw('asset_search.rowid = asset.search_id')
  return (await countOf(matching(db, match))) - (await countOf(db('asset').whereRaw(TRASHED).whereExists(hidden)))
}

function ordered(query: Knex.QueryBuilder, filter: AssetFilter): Knex.QueryBuilder {
  const direction = filter.descending ? 'desc' : 'asc'
  return query.orderByRaw(`${sortColumns[filter.sort]} ${direction}, asset.search_id ${direction}`)
}

export async function listAssets(
  db: Reader,
  filter: AssetFilter,
  page: { offset: number; limit: number }
): Promise<{ total: number; rows: AssetRow[] }> {
  const total = await countFiltered(db, filter)
  const rows = (await ordered(filtered(db, filter), filter).select('asset.*').offset(page.offset).limit(page.limit)) as AssetRow[]
  return { total, rows }
}

export async function listAssetIds(db: Reader, filter: AssetFilter): Promise<string[]> {
  return (await ordered(filtered(db, filter), filter).pluck('asset.id')) as string[]
}

export interface AssetCounts {
  all: number
  starred: number
  missingAltText: number
  videos: number
  unreadVideos: number
  rights: number
  trashed: number
  tags: { name: string; count: number }[]
}

export async function countAssets(db: Reader, today: string): Promise<AssetCounts> {
  const shown = () => db('asset').whereNull('trashed_at')
  return {
    all: await countOf(shown()),
    starred: await countOf(shown().whereRaw(STARRED)),
    // Less those of videos, which are few: the index of what has no text does not know what a file is.
    missingAltText: (await countOf(shown().whereRaw(NO_ALT_TEXT))) - (await countOf(shown().whereRaw(NO_ALT_TEXT).whereIn('id', db('asset_video').select('asset_id')))),
    videos: await countOf(shown().whereIn('id', db('asset_video').select('asset_id'))),
    unreadVideos: await countOf(shown().whereIn('id', db('asset_video').whereNull('read_at').select('asset_id'))),
    rights: await countOf(shown().whereIn('id', wantingRights(db, today))),
    trashed: await countOf(db('asset').whereRaw(TRASHED)),
    tags: await countTags(db)
  }
}

/** Equal for names that SQLite's NOCASE takes for the same: it knows the letters of ASCII only. */
const folded = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** All tags less those of trashed assets, which are few: asking each tagged asset takes ten times as long. */
async function countTags(db: Reader): Promise<AssetCounts['tags']> {
  const byName = async (query: Knex.QueryBuilder) =>
    (await query.groupBy('name').orderBy('name').select('name').count({ count: '*' })) as unknown as AssetCounts['tags']
  const every = await byName(db('asset_tag'))
  const trashed = db('asset').whereRaw(TRASHED).select('id')
  const hidden = new Map((await byName(db('asset_tag').whereIn('asset_id', trashed))).map(({ name, count }) => [folded(name), count]))
  return every
    .map(({ name, count }) => ({ name, count: count - (hidden.get(folded(name)) ?? 0) }))
    .filter(({ count }) => count > 0)
}
