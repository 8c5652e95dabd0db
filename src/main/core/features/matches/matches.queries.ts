import type { Knex } from 'knex'
import type { matchLists } from '../../../../shared/features/figures/matches.contract'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

type Db = Reader | Tx
export type MatchList = (typeof matchLists)[number]

/** From here on a likeliest candidate leaves no real doubt, if the next one is far behind. */
export const clearScore = 0.65
export const clearLead = 0.15

const SURE = "EXISTS (SELECT 1 FROM figure_match AS m WHERE m.subject_id = s.id AND m.state IN ('sure', 'confirmed'))"
const DOUBTFUL = "EXISTS (SELECT 1 FROM figure_match AS m WHERE m.subject_id = s.id AND m.state = 'doubtful')"
const REJECTED = "EXISTS (SELECT 1 FROM figure_match AS m WHERE m.subject_id = s.id AND m.state = 'rejected')"
const best = (state: string, offset = 0): string => `coalesce((SELECT m.score FROM figure_match AS m WHERE m.subject_id = s.id AND m.state = '${state}' ORDER BY m.score DESC LIMIT 1 OFFSET ${offset}), 0)`
const CLEAR = `${best('doubtful')} >= ${clearScore} AND ${best('doubtful')} - ${best('doubtful', 1)} >= ${clearLead}`

const conditions: Record<MatchList, string> = {
  doubtful: `NOT ${SURE} AND ${DOUBTFUL}`,
  unplanned: `NOT ${SURE} AND NOT ${DOUBTFUL} AND NOT ${REJECTED}`,
  matched: SURE,
  'set-aside': `NOT ${SURE} AND NOT ${DOUBTFUL} AND ${REJECTED}`
}

/** Posts of networks whose figures count: an import that was taken back leaves none. */
const posts = (db: Db): Knex.QueryBuilder =>
  db('figure_subject AS s').where('s.kind', 'post').whereRaw('EXISTS (SELECT 1 FROM figure AS f WHERE f.subject_id = s.id)')

export async function countMatches(db: Db): Promise<{ doubtful: number; unplanned: number; matched: number; setAside: number; clear: number }> {
  const sum = (condition: string, name: string): string => `coalesce(sum(${condition}), 0) AS ${name}`
  const row = (await posts(db)
    .select(db.raw([
      sum(conditions.doubtful, 'doubtful'), sum(conditions.unplanned, 'unplanned'), sum(conditions.matched, 'matched'),
      sum(conditions['set-aside'], 'setAside'), sum(`${conditions.doubtful} AND ${CLEAR}`, 'clear')
    ].join(', ')))
    .first()) as { doubtful: number; unplanned: number; matched: number; setAside: number; clear: number }
  return row
}

export interface SubjectRow {
  id: number
  network: string
  channel_id: string
  format: string
  title: string
  text: string
  permalink: string
  published_at: string
}
const columns = ['id', 'network', 'channel_id', 'format', 'title', 'text', 'permalink', 'published_at'] as const

export async function listSubjects(db: Db, list: MatchList, page: { offset: number; limit: number }): Promise<SubjectRow[]> {
  return (await posts(db)
    .whereRaw(conditions[list])
    .orderBy([{ column: 's.published_at', order: 'desc' }, { column: 's.id', order: 'desc' }])
    .offset(page.offset)
    .limit(page.limit)
    .select(columns.map((column) => `s.${column}`))) as SubjectRow[]
}

/** In the order asked; those that are not there are left out. */
export async function listSubjectRows(db: Db, ids: readonly number[]): Promise<SubjectRow[]> {
  const found = new Map<number, SubjectRow>()
  for (const part of chunks(ids)) {
    for (const row of (await db('figure_subject').where({ kind: 'post' }).whereIn('id', part).select(columns)) as SubjectRow[]) found.set(row.id, row)
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

export interface CandidateRow {
  subject_id: number
  variant_id: string
  post_id: string
  title: string
  text: string
  at: string | null
  state: string
  permalink: string
  published_at: string | null
  score: number
  reasons_json: string
  match: 'sure' | 'doubtful' | 'confirmed' | 'rejected' | 'none'
}

const ofVariant = (db: Db) => [
  { variant_id: 'v.id', post_id: 'p.id', state: 'v.state', permalink: 'v.permalink', published_at: 'v.published_at' },
  db.raw("coalesce(nullif(p.title, ''), substr(p.text, 1, 80)) AS title, substr(coalesce(v.text, p.text), 1, 280) AS text, coalesce(v.planned_instant, v.published_at) AS at")
]

/** What is thought of these posts, the likeliest first. */
export async function listCandidates(db: Db, subjectIds: readonly number[]): Promise<CandidateRow[]> {
  const rows: CandidateRow[] = []
  for (const part of chunks(subjectIds)) {
    rows.push(...((await db('figure_match AS m')
      .join('variant AS v', 'v.id', 'm.variant_id')
      .join('post AS p', 'p.id', 'v.post_id')
      .whereIn('m.subject_id', part)
      .orderByRaw("m.state = 'confirmed' DESC, m.state = 'sure' DESC, m.state = 'rejected', m.score DESC")
      .select('m.subject_id', 'm.score', 'm.reasons_json', { match: 'm.state' })
      .select(ofVariant(db))) as CandidateRow[]))
  }
  return rows
}

/** Variants on the network of a post that are no other's: those with the words, else those nearest in time. */
export async function findVariants(db: Db, subject: SubjectRow, search: string, limit = 20): Promise<CandidateRow[]> {
  const words = search.trim().split(/\s+/).filter(Boolean)
  const like = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return (await db('variant AS v')
    .join('post AS p', 'p.id', 'v.post_id')
    .join('channel AS c', 'c.id', 'v.channel_id')
    .where('c.network', subject.network)
    .whereNull('p.trashed_at')
    .whereRaw("NOT EXISTS (SELECT 1 FROM figure_match AS m WHERE m.variant_id = v.id AND m.state IN ('sure', 'confirmed') AND m.subject_id <> ?)", [subject.id])
    .modify((query) => {
      for (const word of words) void query.whereRaw("(p.title LIKE ? ESCAPE '\\' OR coalesce(v.text, p.text) LIKE ? ESCAPE '\\')", [like(word), like(word)])
    })
    .orderByRaw('coalesce(v.published_at, v.planned_instant) IS NULL, abs(julianday(coalesce(v.published_at, v.planned_instant)) - julianday(?)), v.id', [subject.published_at])
    .limit(limit)
    .select(db.raw('? AS subject_id, 0 AS score, ? AS reasons_json, ? AS match', [subject.id, '[]', 'none']))
    .select(ofVariant(db))) as CandidateRow[]
}

/** The likeliest candidate of every doubtful post that leaves no real doubt. A variant is given to one post only, the surest. */
export async function listClearPairs(db: Db): Promise<{ subjectId: number; variantId: string }[]> {
  const rows = (await posts(db)
    .whereRaw(`${conditions.doubtful} AND ${CLEAR}`)
    .join('figure_match AS pair', 'pair.subject_id', 's.id')
    .where('pair.state', 'doubtful')
    .orderBy('pair.score', 'desc')
    .select('pair.subject_id', 'pair.variant_id')) as { subject_id: number; variant_id: string }[]
  const [subjects, variants] = [new Set<number>(), new Set<string>()]
  return rows.flatMap(({ subject_id, variant_id }) => {
    if (subjects.has(subject_id)) return []
    subjects.add(subject_id)
    if (variants.has(variant_id)) return []
    variants.add(variant_id)
    return [{ subjectId: subject_id, variantId: variant_id }]
  })
}
