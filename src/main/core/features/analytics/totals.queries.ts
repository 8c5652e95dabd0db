import type { Knex } from 'knex'
import type { Source } from '../../../../shared/features/analytics/analytics.schema'
import type { Grain, Period } from '../../../../shared/features/analytics/periods'
import type { SubjectKind } from '../../../../shared/features/figures/figure-columns'
import { rangeOfDays, type WeekStart } from '../../../../shared/time'
import type { Reader } from '../../context'
import { dailyBase, figureSql, type FigureName, type FigureScope } from './figure-queries'

interface Sums {
  sum: number | null
  known: number
}

/** Sums of a channel by figure, with how many days or posts have it. */
export interface SourceSums extends Source {
  sums: ReadonlyMap<string, Sums>
}

export type SumsRow = Record<string, unknown> & { network: string; channel_id: string }

export const sumsSql = (expressions: ReadonlyMap<string, string>): string =>
  [...expressions.values()].map((sql, index) => `sum(${sql}) AS sum_${index}, count(${sql}) AS known_${index}`).join(', ')

export const toSums = (row: SumsRow, names: readonly string[]): SourceSums['sums'] =>
  new Map(names.map((name, index) => [name, { sum: row[`sum_${index}`] as number | null, known: row[`known_${index}`] as number }]))

export const toSource = ({ network, channel_id }: SumsRow): Source => ({ network, channelId: channel_id })

/** Sums over the days of the period, channel by channel. Only for figures that may be summed over days. */
export async function sumDays(db: Reader, scope: FigureScope, names: readonly FigureName[], kind: SubjectKind = 'account'): Promise<SourceSums[]> {
  const expressions = new Map<string, string>(names.map((name) => [name, figureSql(name)]))
  const rows = (await dailyBase(db, scope, kind)
    .where('s.subject_key', 'account')
    .groupBy('s.network', 's.channel_id')
    .select('s.network', 's.channel_id')
    .select(db.raw(sumsSql(expressions)))) as SumsRow[]
  return rows.map((row) => ({ ...toSource(row), sums: toSums(row, names) }))
}

/** SQL of the first day of the bucket that a day of figures falls in. */
function bucketSql(grain: Grain, weekStart: WeekStart): string {
  if (grain === 'day') return 'f.starts_on'
  if (grain === 'month') return "substr(f.starts_on, 1, 8) || '01'"
  // The last day of its week, and six days back.
  return `date(f.starts_on, 'weekday ${{ monday: 0, sunday: 6, saturday: 5 }[weekStart]}', '-6 days')`
}

export interface BucketRow extends Source {
  bucket: string
  values: Record<string, number | null>
  known: Record<string, number>
}

/** Means of the known days of each bucket, channel by channel, in order. */
export async function listBuckets(
  db: Reader,
  scope: FigureScope,
  names: readonly FigureName[],
  { grain, weekStart, kind = 'account' }: { grain: Grain; weekStart: WeekStart; kind?: SubjectKind }
): Promise<BucketRow[]> {
  const values = names.map((name, index) => `avg(${figureSql(name)}) AS mean_${index}, count(${figureSql(name)}) AS known_${index}`).join(', ')
  const rows = (await dailyBase(db, scope, kind)
    .where('s.subject_key', 'account')
    .groupByRaw('s.network, s.channel_id, bucket')
    .orderByRaw('bucket')
    .select('s.network', 's.channel_id')
    .select(db.raw(`${bucketSql(grain, weekStart)} AS bucket, ${values}`))) as (SumsRow & { bucket: string })[]
  return rows.map((row) => ({
    ...toSource(row),
    bucket: row.bucket,
    values: Object.fromEntries(names.map((name, index) => [name, row[`mean_${index}`] as number | null])),
    known: Object.fromEntries(names.map((name, index) => [name, row[`known_${index}`] as number]))
  }))
}

/**
 * From when to when posts can be known: the publishing of the first one, and the making of the newest file of an import that
 * stands. Undefined where no post is known. Beyond these, no posts is not the same as none published.
 */
export async function findPostSpan(db: Reader): Promise<{ first: string; last: string } | undefined> {
  const [posts, files] = (await Promise.all([
    db('figure_subject').where({ kind: 'post' }).where('published_at', '>', '').first(db.raw('min(published_at) AS first, max(published_at) AS last')),
    db('figure_file').join('figure_import', 'figure_import.id', 'figure_file.import_id').first(db.raw('max(figure_file.measured_at) AS last'))
  ])) as [{ first: string | null; last: string | null } | undefined, { last: string | null } | undefined]
  if (!posts?.first || !posts.last) return undefined
  return { first: posts.first, last: [posts.last, files?.last ?? ''].sort().at(-1) ?? posts.last }
}

/** Whether no posts in these days are none at all: only where a file was made after they were over. @param span of `findPostSpan` */
export function coversDays(span: { first: string; last: string } | undefined, days: Period, zone: string): boolean {
  const { to } = rangeOfDays(days.from, days.to, zone)
  return span !== undefined && span.first < to && span.last >= to
}

/** First and last known day of each channel's days, over all that was imported. */
export async function listKnownSpans(db: Reader, channelIds: readonly string[]): Promise<(Source & { first: string; last: string })[]> {
  const rows = (await db('figure_subject AS s')
    .joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id')
    .where({ 's.kind': 'account', 's.subject_key': 'account' })
    .whereRaw("f.starts_on = f.ends_on AND f.starts_on > ''")
    .modify((query: Knex.QueryBuilder) => {
      if (channelIds.length > 0) void query.whereIn('s.channel_id', channelIds)
    })
    .groupBy('s.network', 's.channel_id')
    .select('s.network', 's.channel_id')
    .min({ first: 'f.starts_on' })
    .max({ last: 'f.starts_on' })) as (SumsRow & { first: string; last: string })[]
  return rows.map((row) => ({ ...toSource(row), first: row.first, last: row.last }))
}

/** Days of the period that a channel has any figure of. */
export async function listKnownDays(db: Reader, scope: FigureScope): Promise<(Source & { day: string })[]> {
  const rows = (await dailyBase(db, scope, 'account')
    .where('s.subject_key', 'account')
    .orderBy('f.starts_on')
    .select('s.network', 's.channel_id', 'f.starts_on')) as (SumsRow & { starts_on: string })[]
  return rows.map((row) => ({ ...toSource(row), day: row.starts_on }))
}

/** Where a channel's own files went from impressions to views: the first day of views after the last of impressions. */
export async function listSwitches(db: Reader, scope: FigureScope): Promise<(Source & { on: string })[]> {
  const rows = (await dailyBase(db, scope, 'account')
    .where('s.subject_key', 'account')
    .groupBy('s.network', 's.channel_id')
    .select('s.network', 's.channel_id')
    .select(db.raw('max(CASE WHEN f.impressions IS NOT NULL AND f.views IS NULL THEN f.starts_on END) AS last_old'))
    .select(db.raw('min(CASE WHEN f.views IS NOT NULL THEN f.starts_on END) AS first_new'))) as (SumsRow & { last_old: string | null; first_new: string | null })[]
  return rows.flatMap((row) => (row.last_old && row.first_new && row.last_old < row.first_new ? [{ ...toSource(row), on: row.first_new }] : []))
}
