import { type Source, sourceKey } from '../../../../shared/features/analytics/analytics.schema'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import { rangeOfDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import { type FigureScope, postBase } from './figure-queries'
import { metricSql, overSql, underSql } from './metric-sql'
import { type PostStore, postStoreFor, type RateColumns } from './post-columns'
import { markPosts } from './scoped-posts'
import { type SourceSums, sumsSql, type SumsRow, toSource, toSums } from './totals.queries'

export interface PostSums extends SourceSums {
  posts: number
  /** Interactions and what they are held against, over the posts that have both. */
  over: number | null
  under: number | null
  rated: number
}

export const postFigures = ['seen', 'interactions', 'likes', 'comments', 'shares', 'saves', 'link_clicks'] as const

async function sumRows(db: Reader, scope: FigureScope, zone: string, formula: EngagementFormula): Promise<PostSums[]> {
  const expressions = new Map<string, string>(postFigures.map((name) => [name, metricSql(name, formula)]))
  const [over, under] = [overSql('engagement_rate'), underSql('engagement_rate', formula)]
  const rows = (await postBase(db, scope, zone)
    .groupBy('s.network', 's.channel_id')
    .select('s.network', 's.channel_id')
    .select(db.raw(`count(*) AS posts, ${sumsSql(expressions)}`))
    .select(db.raw(`sum(CASE WHEN rate_under > 0 THEN rate_over END) AS over, sum(CASE WHEN rate_over IS NOT NULL AND rate_under > 0 THEN rate_under END) AS under,
      count(CASE WHEN rate_under > 0 THEN rate_over END) AS rated`.replaceAll('rate_over', `(${over})`).replaceAll('rate_under', `(${under})`)))) as SumsRow[]
  return rows.map((row) => ({
    ...toSource(row),
    posts: row.posts as number,
    sums: toSums(row, postFigures),
    over: row.over as number | null,
    under: row.under as number | null,
    rated: row.rated as number
  }))
}

class SourceTally {
  posts = 0
  rated = 0
  over = 0
  under = 0
  private readonly sums = new Float64Array(postFigures.length)
  private readonly known = new Uint32Array(postFigures.length)

  constructor(private readonly source: Source) {}

  add(at: number, columns: readonly Float64Array[], rate: RateColumns): void {
    this.posts += 1
    for (let index = 0; index < columns.length; index += 1) {
      const value = columns[index]?.[at] ?? NaN
      if (Number.isNaN(value)) continue
      this.sums[index] = (this.sums[index] ?? 0) + value
      this.known[index] = (this.known[index] ?? 0) + 1
    }
    const [over, under] = [rate.over[at] ?? NaN, rate.under[at] ?? NaN]
    if (Number.isNaN(over) || !(under > 0)) return
    this.rated += 1
    this.over += over
    this.under += under
  }

  end(): PostSums {
    const { posts, rated } = this
    const sums = new Map(postFigures.map((name, index) => [name, { sum: this.known[index] ? (this.sums[index] ?? 0) : null, known: this.known[index] ?? 0 }]))
    return { ...this.source, posts, sums, rated, over: rated > 0 ? this.over : null, under: rated > 0 ? this.under : null }
  }
}

async function sumColumns(db: Reader, store: PostStore, scope: FigureScope, zone: string, formula: EngagementFormula): Promise<PostSums[]> {
  const [marks, rate, columns] = await Promise.all([markPosts(db, store, { scope, zone }), store.rate(formula), Promise.all(postFigures.map((name) => store.values(name, formula)))])
  const { networks, channels } = store.columns
  const tallies = new Map<string, SourceTally>()
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at] !== 1) continue
    const [network, channelId] = [networks[at] ?? '', channels[at] ?? '']
    const key = sourceKey({ network, channelId })
    let tally = tallies.get(key)
    if (!tally) tallies.set(key, (tally = new SourceTally({ network, channelId })))
    tally.add(at, columns, rate)
  }
  const inOrder = (a: Source, b: Source): number => (a.network === b.network ? (a.channelId < b.channelId ? -1 : 1) : a.network < b.network ? -1 : 1)
  return [...tallies.values()].map((tally) => tally.end()).sort(inOrder)
}

/** From so many posts on, adding up columns in memory is quicker than having the database read each row. */
const MANY = 4000

async function countPublished(db: Reader, { from, to }: FigureScope, zone: string): Promise<number> {
  const range = rangeOfDays(from, to, zone)
  const { n } = (await db('figure_subject').where({ kind: 'post' }).where('published_at', '>=', range.from).where('published_at', '<', range.to).count({ n: '*' }).first()) as { n: number }
  return n
}

/** Sums over the posts published in the period, channel by channel. */
export async function sumPosts(db: Reader, scope: FigureScope, zone: string, formula: EngagementFormula): Promise<PostSums[]> {
  const store = await postStoreFor(db, () => countPublished(db, scope, zone), MANY)
  return store ? sumColumns(db, store, scope, zone, formula) : sumRows(db, scope, zone, formula)
}
