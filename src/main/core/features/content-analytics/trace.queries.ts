import type { Knex } from 'knex'
import type { TraceRow } from '../../../../shared/features/analytics/content-analytics.contract'
import type { EngagementFormula } from '../../../../shared/features/figures/formulas'
import type { FigureColumn, SubjectKind } from '../../../../shared/features/figures/figure-columns'
import type { Reader } from '../../context'
import { followersPlace, type MetricPart, ratedSql } from '../analytics'
import { countedOf, type TraceOf } from './trace-parts.queries'

/** What a figure is worked out of. */
export interface TraceMetric {
  parts: readonly MetricPart[]
  /** Says that the followers of the channel on the day of each post are a part of it. */
  overFollowers?: EngagementFormula
  /** Instead of parts: a figure without a column, by its name. */
  more?: string | undefined
  /** Instead of parts: how many there are. */
  counted?: string
}

/** Of a post without figures over its lifetime: the newest that it has. */
const newestOf = (column: string): string =>
  `coalesce(f.${column}, (SELECT g.${column} FROM figure AS g WHERE g.subject_id = s.id ORDER BY g.ends_on DESC, g.starts_on LIMIT 1)) AS ${column}`

/** Places that count, and which of the columns of each: `u0` for the first. */
const placesOf = (query: Knex.QueryBuilder, db: Reader, { parts, overFollowers, counted }: TraceMetric): Knex.QueryBuilder =>
  (counted === undefined
    ? query.whereNotNull('f.subject_id').select('s.id AS subject_id', 'f.starts_on', 'f.ends_on')
    : query.select('s.id AS subject_id', db.raw(newestOf('starts_on')), db.raw(newestOf('ends_on')))
  ).select(db.raw(['1 AS times', ...parts.map(({ when }, at) => `${when} AS u${at}`), ...(overFollowers ? ['0 AS under'] : [])].join(', ')))

/** The day of the channel that each post is held against; `times` says of how many posts. */
const followersOf = (counted: Knex.QueryBuilder, db: Reader, { parts }: TraceMetric, formula: EngagementFormula): Knex.QueryBuilder =>
  db
    .from(counted.select(db.raw(`${followersPlace} AS place`)).whereRaw(ratedSql(formula)).as('held'))
    .groupBy('place')
    .select(db.raw(['place ->> 0 AS subject_id', 'place ->> 1 AS starts_on', 'place ->> 2 AS ends_on', 'count(*) AS times', ...parts.map((_, at) => `0 AS u${at}`), '1 AS under'].join(', ')))

const STANDS = 'r.file_id IN (SELECT file.id FROM figure_file AS file JOIN figure_import AS i ON i.id = file.import_id)'

interface Source {
  name: string
  /** SQL over a row `r`, and what it is bound to. */
  sql: string
  bound: readonly string[]
  flag: string
}

function sourcesOf({ parts, overFollowers, more, counted }: TraceMetric): Source[] {
  if (counted !== undefined) return [{ name: counted, sql: '1', bound: [], flag: 'times' }]
  if (more !== undefined) return [{ name: more, sql: '(SELECT j.value FROM json_each(r.more_json) AS j WHERE j.key = ?)', bound: [more], flag: 'times' }]
  const source = (column: FigureColumn, flag: string): Source => ({ name: column, sql: `r.${column}`, bound: [], flag })
  return [...parts.map(({ column }, at) => source(column, `u${at}`)), ...(overFollowers ? [source('followers', 'under')] : [])]
}

/** Values of a column at the places that count it; the newest of each place is the one that is shown. */
const valuesOf = (db: Reader, { name, sql, bound, flag }: Source): Knex.QueryBuilder =>
  db
    .from(db.raw('place CROSS JOIN figure_row AS r ON r.subject_id = place.subject_id AND r.starts_on = place.starts_on AND r.ends_on = place.ends_on'))
    .whereRaw(`place.${flag} AND ${sql} IS NOT NULL AND ${STANDS}`, [...bound])
    .select('r.subject_id', 'r.starts_on', 'r.ends_on', 'r.file_id', 'r.line', 'r.measured_at')
    .select(db.raw(`place.times, ? AS col, ${sql} AS value`, [name, ...bound]))
    .select(db.raw('row_number() OVER (PARTITION BY r.subject_id, r.starts_on, r.ends_on ORDER BY r.measured_at DESC, r.id DESC) AS newest'))

async function allValues(db: Reader, kinds: readonly SubjectKind[], metric: TraceMetric, of: TraceOf): Promise<() => Knex.QueryBuilder> {
  const places: Knex.QueryBuilder[] = []
  for (const kind of kinds) {
    const counted = await countedOf(db, kind, of)
    places.push(placesOf(counted(), db, metric))
    if (kind === 'post' && metric.overFollowers) places.push(followersOf(counted(), db, metric, metric.overFollowers))
  }
  const [first, ...others] = places
  return () => {
    const [value, ...more] = sourcesOf(metric).map((source) => valuesOf(db, source))
    const place = first?.clone().unionAll(others.map((other) => other.clone()))
    const values = value?.unionAll(more)
    return db.withMaterialized('place', place ?? db.raw('SELECT 1')).with('traced', values ?? db.raw('SELECT 1'))
  }
}

interface Row {
  subject_id: number
  subject: string
  network: string
  kind: SubjectKind
  col: string
  value: number
  times: number
  starts_on: string
  ends_on: string
  name: string
  entry: string
  sheet: string
  line: number
  measured_at: string
  created_at: string
  newest: number
}
/** What the values that count of a column add up to. */
export interface TraceSum {
  column: string
  total: number
  counting: number
  sum: number | null
}

const toRow = (row: Row): TraceRow => ({
  subjectId: row.subject_id, subject: row.subject, network: row.network, kind: row.kind, column: row.col, value: row.value, times: row.times,
  startsOn: row.starts_on, endsOn: row.ends_on, file: row.name, entry: row.entry, sheet: row.sheet, line: row.line, measuredAt: row.measured_at,
  importedAt: row.created_at, counts: row.newest === 1
})

/** The values that a figure is made of, from all imports that stand: the newest of each subject and day counts. */
export async function listTrace(
  db: Reader,
  kinds: readonly SubjectKind[],
  metric: TraceMetric,
  of: TraceOf,
  page: { offset: number; limit: number }
): Promise<{ sums: TraceSum[]; rows: TraceRow[] }> {
  if (kinds.length === 0) return { sums: [], rows: [] }
  const all = await allValues(db, kinds, metric, of)
  const sums = (await all()
    .from('traced')
    .groupBy('col')
    .select(db.raw('col AS "column", count(*) AS total, sum(newest = 1) AS counting, sum(CASE newest WHEN 1 THEN value * times END) AS sum'))) as TraceSum[]
  const shown = db.from('traced').orderByRaw('starts_on DESC, subject_id, col, newest').offset(page.offset).limit(page.limit).select('*')
  const rows = (await all()
    .from(shown.as('row'))
    .join('figure_subject AS s', 's.id', 'row.subject_id')
    .join('figure_file AS file', 'file.id', 'row.file_id')
    .join('figure_import AS i', 'i.id', 'file.import_id')
    .orderByRaw('row.starts_on DESC, row.subject_id, row.col, row.newest')
    .select('row.*', 's.network', 's.kind', 'file.name', 'file.entry', 'file.sheet', 'i.created_at')
    .select(db.raw("substr(coalesce(nullif(s.title, ''), nullif(s.text, ''), nullif(s.ad, ''), s.subject_key), 1, 120) AS subject"))) as Row[]
  return { sums, rows: rows.map(toRow) }
}
