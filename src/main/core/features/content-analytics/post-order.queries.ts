import type { Knex } from 'knex'
import type { PostMetric } from '../../../../shared/features/analytics/post-metrics'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { Reader } from '../../context'
import { type FigureScope, metricSql, postBase } from '../analytics'

export interface PostOrder {
  scope: FigureScope
  zone: string
  formula: EngagementFormula
  sort: 'published' | PostMetric
  descending: boolean
  search: string
}

interface Ranking {
  version: number
  ids: number[]
}

/** Pages up to here are read straight from the sorted rows: the first look at a table does not wait for all of its order. */
const direct = 1000
/** Orders that are kept for as long as nothing is written. */
const kept = 6
const rankings = new WeakMap<Reader, Map<string, Ranking>>()

const like = (search: string): string => `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function matching(db: Reader, { scope, zone, search }: PostOrder): Knex.QueryBuilder {
  const words = search.trim().split(/\s+/).filter(Boolean)
  return postBase(db, scope, zone).modify((query) => {
    for (const word of words) void query.whereRaw("(s.text LIKE ? ESCAPE '\\' OR s.title LIKE ? ESCAPE '\\' OR s.permalink LIKE ? ESCAPE '\\')", [like(word), like(word), like(word)])
  })
}

function sorted(query: Knex.QueryBuilder, { sort, descending, formula }: PostOrder): Knex.QueryBuilder {
  const direction = descending ? 'DESC' : 'ASC'
  const by = sort === 'published' ? 's.published_at' : metricSql(sort, formula)
  return query.orderByRaw(`${by} ${direction} NULLS LAST, s.id ${direction}`)
}

/** Changes with every commit to the workspace that the reader did not make itself. */
async function dataVersion(db: Reader): Promise<number> {
  const [row] = (await db.raw('PRAGMA data_version')) as { data_version: number }[]
  return row?.data_version ?? 0
}

async function readRanking(db: Reader, order: PostOrder): Promise<number[]> {
  const rows = sorted(matching(db, order), order).select('s.id')
  const [packed] = (await db.from(rows.as('row')).select(db.raw('json_group_array(id) AS ids'))) as { ids: string }[]
  return JSON.parse(packed?.ids ?? '[]') as number[]
}

const keyOf = (order: PostOrder): string => JSON.stringify(order)

/** Kept from before, if nothing was written since. */
async function knownRanking(db: Reader, order: PostOrder): Promise<Ranking | undefined> {
  const found = rankings.get(db)?.get(keyOf(order))
  return found && found.version === (await dataVersion(db)) ? found : undefined
}

async function rankingOf(db: Reader, order: PostOrder): Promise<Ranking> {
  const found = await knownRanking(db, order)
  if (found) return found
  const version = await dataVersion(db)
  const ranking = { version, ids: await readRanking(db, order) }
  const known = rankings.get(db) ?? new Map<string, Ranking>()
  rankings.set(db, known)
  known.delete(keyOf(order))
  known.set(keyOf(order), ranking)
  const [oldest] = known.keys()
  if (known.size > kept && oldest !== undefined) known.delete(oldest)
  return ranking
}

/** Ids of the subjects of one page in their order, and how many there are in all. */
export async function listPostOrder(db: Reader, order: PostOrder, page: { offset: number; limit: number }): Promise<{ total: number; ids: number[] }> {
  const known = page.offset + page.limit <= direct ? await knownRanking(db, order) : await rankingOf(db, order)
  if (known) return { total: known.ids.length, ids: known.ids.slice(page.offset, page.offset + page.limit) }
  const { n } = (await matching(db, order).count({ n: '*' }).first()) as { n: number }
  const ids = (await sorted(matching(db, order), order).offset(page.offset).limit(page.limit).pluck('s.id')) as number[]
  return { total: n, ids }
}
