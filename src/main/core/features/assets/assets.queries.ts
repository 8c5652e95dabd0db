import type { Knex } from 'knex'
import type { z } from 'zod'
import type { assetFilter } from '../../../../shared/features/assets/assets.contract'
import type { Reader } from '../../context'
import type { AssetRow } from './assets.repository'

export type AssetFilter = z.infer<typeof assetFilter>

const sortColumns = { added: 'asset.added_at', name: 'asset.title', size: 'asset.bytes' } as const

/**
 * Words as a full-text query: each quoted, so that nothing a person types is an operator, the last one open-ended.
 * @returns undefined when there is no word to look for
 */
export function matchExpression(search: string): string | undefined {
  const words = search.normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return words.length === 0 ? undefined : words.map((word) => `"${word}"*`).join(' ')
}

function filtered(db: Reader, filter: AssetFilter): Knex.QueryBuilder {
  const query = db('asset')
  void (filter.trashed ? query.whereNotNull('asset.trashed_at') : query.whereNull('asset.trashed_at'))
  if (filter.starred !== undefined) void query.where('asset.starred', filter.starred ? 1 : 0)
  if (filter.missingAltText) void query.where('asset.alt_text', '')
  if (filter.tag) {
    const { tag } = filter
    void query.whereIn('asset.id', db('asset_tag').where('name', tag).select('asset_id'))
  }
  const match = filter.search ? matchExpression(filter.search) : undefined
  if (match) {
    void query.whereIn('asset.search_id', db('asset_search').whereRaw('asset_search MATCH ?', [match]).select('rowid'))
  }
  return query
}

function ordered(query: Knex.QueryBuilder, filter: AssetFilter): Knex.QueryBuilder {
  const direction = filter.descending ? 'desc' : 'asc'
  return query.orderBy(sortColumns[filter.sort], direction).orderBy('asset.id', direction)
}

export async function listAssets(
  db: Reader,
  filter: AssetFilter,
  page: { offset: number; limit: number }
): Promise<{ total: number; rows: AssetRow[] }> {
  const { n } = (await filtered(db, filter).count({ n: '*' }).first()) as { n: number }
  const rows = (await ordered(filtered(db, filter), filter).select('asset.*').offset(page.offset).limit(page.limit)) as AssetRow[]
  return { total: n, rows }
}

export async function listAssetIds(db: Reader, filter: AssetFilter): Promise<string[]> {
  return (await ordered(filtered(db, filter), filter).pluck('asset.id')) as string[]
}

export interface AssetCounts {
  all: number
  starred: number
  missingAltText: number
  trashed: number
  tags: { name: string; count: number }[]
}

export async function countAssets(db: Reader): Promise<AssetCounts> {
  const count = async (query: Knex.QueryBuilder) => ((await query.count({ n: '*' }).first()) as { n: number }).n
  const shown = () => db('asset').whereNull('trashed_at')
  const tags = (await db('asset_tag')
    .join('asset', 'asset.id', 'asset_tag.asset_id')
    .whereNull('asset.trashed_at')
    .groupBy('asset_tag.name')
    .orderBy('asset_tag.name')
    .select('asset_tag.name')
    .count({ count: '*' })) as unknown as { name: string; count: number }[]
  return {
    all: await count(shown()),
    starred: await count(shown().where('starred', 1)),
    missingAltText: await count(shown().where('alt_text', '')),
    trashed: await count(db('asset').whereNotNull('trashed_at')),
    tags
  }
}
