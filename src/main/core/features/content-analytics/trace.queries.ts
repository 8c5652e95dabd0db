import type { Knex } from 'knex'
import type { TraceRow } from '../../../../shared/features/analytics/content-analytics.contract'
import type { FigureColumn, SubjectKind } from '../../../../shared/features/figures/figure-columns'
import { rangeOfDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import type { AnalyticsFilters } from '../../../../shared/features/analytics/analytics-scope'
import { postBase, postFigures } from '../analytics'

export interface TraceOf {
  columns: readonly FigureColumn[]
  subjectIds: readonly number[]
  kinds: readonly SubjectKind[]
  networks: readonly string[]
  channelIds: readonly string[]
  from?: string | undefined
  to?: string | undefined
  filters: AnalyticsFilters
}

/** Pillars, campaigns, formats and hashtags narrow posts; nothing else has them. */
function ofPosts(query: Knex.QueryBuilder, db: Reader, { filters, from, to }: TraceOf, zone: string): void {
  const { pillarIds, campaignIds, formats, hashtags } = filters
  if (pillarIds.length + campaignIds.length + formats.length + hashtags.length === 0 || from === undefined || to === undefined) return
  const posts = postBase(db, { from, to, filters }, zone).select('s.id')
  void query.where((either) => void either.whereNot('s.kind', 'post').orWhereIn('s.id', posts))
}

/** Days overlap the period; what counts over a lifetime is in it when its post was published in it. */
function inDays(query: Knex.QueryBuilder, from: string, to: string, zone: string): void {
  const range = rangeOfDays(from, to, zone)
  void query.where((either) => {
    void either
      .whereRaw("(s.kind <> 'post' AND r.starts_on <> '' AND r.starts_on <= ? AND r.ends_on >= ?)", [to, from])
      .orWhereRaw("((r.starts_on = '' OR s.kind = 'post') AND (s.published_at = '' OR (s.published_at >= ? AND s.published_at < ?)))", [range.from, range.to])
  })
}

function valuesOf(db: Reader, column: FigureColumn, of: TraceOf, zone: string): Knex.QueryBuilder {
  return db('figure_row AS r')
    .join('figure_subject AS s', 's.id', 'r.subject_id')
    .join('figure_file AS file', 'file.id', 'r.file_id')
    .join('figure_import AS i', 'i.id', 'file.import_id')
    .whereNotNull(`r.${column}`)
    // Of a post only what is shown of it: its lifetime, not each day of it besides.
    .joinRaw(postFigures)
    .whereRaw("(s.kind <> 'post' OR (r.starts_on = f.starts_on AND r.ends_on = f.ends_on))")
    .modify((query) => {
      if (of.subjectIds.length > 0) void query.whereIn('r.subject_id', of.subjectIds)
      if (of.kinds.length > 0) void query.whereIn('s.kind', of.kinds)
      if (of.networks.length > 0) void query.whereIn('s.network', of.networks)
      if (of.channelIds.length > 0) void query.whereIn('s.channel_id', of.channelIds)
      if (of.from !== undefined && of.to !== undefined) inDays(query, of.from, of.to, zone)
      ofPosts(query, db, of, zone)
    })
    .select('r.id', 'r.subject_id', 's.network', 's.kind', 'r.starts_on', 'r.ends_on', 'file.name', 'file.entry', 'file.sheet', 'r.line', 'r.measured_at', 'i.created_at')
    .select(db.raw("substr(coalesce(nullif(s.title, ''), nullif(s.text, ''), nullif(s.ad, ''), s.subject_key), 1, 120) AS subject"))
    .select(db.raw(`'${column}' AS col, r.${column} AS value`))
    .select(db.raw('row_number() OVER (PARTITION BY r.subject_id, r.starts_on, r.ends_on ORDER BY r.measured_at DESC, i.created_at DESC, r.id DESC) AS newest'))
}

interface Row {
  subject_id: number
  subject: string
  network: string
  kind: SubjectKind
  col: FigureColumn
  value: number
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

/** The values that a figure is made of, from all imports that stand: the newest of each subject and day counts. */
export async function listTrace(db: Reader, of: TraceOf, zone: string, page: { offset: number; limit: number }): Promise<{ total: number; counting: number; rows: TraceRow[] }> {
  const [first, ...others] = of.columns.map((column) => valuesOf(db, column, of, zone))
  if (!first) return { total: 0, counting: 0, rows: [] }
  const all = () => db.from((others.length > 0 ? first.clone().unionAll(others.map((other) => other.clone())) : first.clone()).as('row'))
  const [counts] = (await all().select(db.raw('count(*) AS total, coalesce(sum(newest = 1), 0) AS counting'))) as { total: number; counting: number }[]
  const rows = (await all()
    .orderByRaw('starts_on DESC, subject_id, col, newest')
    .offset(page.offset)
    .limit(page.limit)
    .select('*')) as Row[]
  return {
    total: counts?.total ?? 0,
    counting: counts?.counting ?? 0,
    rows: rows.map((row) => ({
      subjectId: row.subject_id,
      subject: row.subject,
      network: row.network,
      kind: row.kind,
      column: row.col,
      value: row.value,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      file: row.name,
      entry: row.entry,
      sheet: row.sheet,
      line: row.line,
      measuredAt: row.measured_at,
      importedAt: row.created_at,
      counts: row.newest === 1
    }))
  }
}
