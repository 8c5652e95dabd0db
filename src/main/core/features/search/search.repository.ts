import type { SearchKind } from '../../../../shared/features/search/search.contract'
import type { Reader } from '../../context'
import type { PlannedColumns } from '../posts'

/** A row that holds the words, best first by how often and where they stand. */
export interface FoundRow extends Partial<PlannedColumns> {
  kind: SearchKind
  id: string
  title: string
  excerpt: string
}

interface Source {
  /** The table of words, and what its columns weigh. */
  words: string
  weights: string
  table: string
  columns: string
  where: string
}

const planned = 'post.planned_on, post.planned_time, post.zone, post.planned_pick, post.planned_instant'
const post = (stage: 'idea' | 'post'): Source => ({
  words: 'post_search',
  weights: '10, 4, 4, 3, 1',
  table: 'post',
  columns: `post.title, ${planned}`,
  where: `post.trashed_at IS NULL AND post.stage = '${stage}'`
})

const sources: Record<SearchKind, Source> = {
  post: post('post'),
  idea: post('idea'),
  campaign: { words: 'campaign_search', weights: '10, 3, 1', table: 'campaign', columns: 'campaign.name AS title', where: '1 = 1' },
  asset: { words: 'asset_search', weights: '10, 4, 4, 3', table: 'asset', columns: 'asset.title', where: 'asset.trashed_at IS NULL' }
}

const wordsAround = 12

/**
 * The rows of a kind that hold the words.
 * @param match a query of the full-text index
 */
export async function findWords(db: Reader, kind: SearchKind, match: string, limit: number): Promise<FoundRow[]> {
  const { words, weights, table, columns, where } = sources[kind]
  const rows = (await db.raw(
    `SELECT ${words}.rowid AS number, ${table}.id, ${columns} FROM ${words} JOIN ${table} ON ${table}.search_id = ${words}.rowid
     WHERE ${words} MATCH ? AND ${where} ORDER BY bm25(${words}, ${weights}), ${words}.rowid DESC LIMIT ?`,
    [match, limit]
  )) as (Omit<FoundRow, 'kind' | 'excerpt'> & { number: number })[]
  // Only of those that are shown: an excerpt of every match would cost more than finding them.
  const around = (await db.raw(
    `SELECT rowid AS number, snippet(${words}, -1, '', '', '…', ${wordsAround}) AS excerpt FROM ${words}
     WHERE ${words} MATCH ? AND rowid IN (SELECT value FROM json_each(?))`,
    [match, JSON.stringify(rows.map(({ number }) => number))]
  )) as { number: number; excerpt: string }[]
  const excerpts = new Map(around.map(({ number, excerpt }) => [number, excerpt]))
  return rows.map(({ number, ...row }) => ({ ...row, kind, excerpt: (excerpts.get(number) ?? '').replace(/\s+/g, ' ').trim() }))
}
