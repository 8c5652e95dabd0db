import type { Recurrence } from '../../../../shared/calendar'
import { AppError } from '../../../../shared/errors/app-error'
import { outStates } from '../../../../shared/features/posts/post-states'
import type { Reader, Tx } from '../../context'
import { updateRows } from '../../db/update-rows'

type Db = Reader | Tx

interface SeriesRow {
  id: string
  rule: string
  starts_on: string
  time: string
  zone: string
  until_on: string | null
  excluded_json: string
  made_until: string
  created_at: string
}

/** A post that repeats, with the day up to which its repeats have been made. */
export interface Series extends Recurrence {
  id: string
  time: string
  zone: string
  madeUntil: string
  createdAt: string
}

const toSeries = (row: SeriesRow): Series => ({
  id: row.id,
  rule: row.rule,
  startsOn: row.starts_on,
  time: row.time,
  zone: row.zone,
  untilOn: row.until_on,
  excluded: JSON.parse(row.excluded_json) as string[],
  madeUntil: row.made_until,
  createdAt: row.created_at
})

const toRow = (series: Series): SeriesRow => ({
  id: series.id,
  rule: series.rule,
  starts_on: series.startsOn,
  time: series.time,
  zone: series.zone,
  until_on: series.untilOn,
  excluded_json: JSON.stringify(series.excluded),
  made_until: series.madeUntil,
  created_at: series.createdAt
})

export async function listSeries(db: Db): Promise<Series[]> {
  return ((await db('post_series').orderBy('id')) as SeriesRow[]).map(toSeries)
}

/** @throws AppError `not-found.series` */
export async function getSeries(db: Db, id: string | null, postId: string): Promise<Series> {
  const row = id === null ? undefined : ((await db('post_series').where({ id }).first()) as SeriesRow | undefined)
  if (!row) throw new AppError('not-found.series', { post: postId })
  return toSeries(row)
}

export async function insertSeries(tx: Tx, series: Series): Promise<void> {
  await tx('post_series').insert(toRow(series))
}

export async function updateSeries(tx: Tx, series: Series): Promise<void> {
  const { id, ...columns } = toRow(series)
  await tx('post_series').where({ id }).update(columns)
}

/** Its posts stay, and belong to no series. */
export async function removeSeries(tx: Tx, id: string): Promise<void> {
  await tx('post_series').where({ id }).delete()
}

/** A post of a series. */
export interface Occurrence {
  id: string
  /** The day that the rule gave. */
  on: string
  trashed: boolean
  /** Handed over or published on some channel: nothing changes it any more. */
  out: boolean
}

export async function listOccurrences(db: Db, seriesId: string): Promise<Occurrence[]> {
  const out = db('variant').whereRaw('variant.post_id = post.id').whereIn('variant.state', [...outStates]).select(db.raw('1'))
  const rows = (await db('post')
    .where({ series_id: seriesId })
    .whereNotNull('series_on')
    .orderBy(['series_on', 'id'])
    .select('id', 'series_on', 'trashed_at', db.raw('EXISTS ? AS is_out', [out]))) as {
    id: string
    series_on: string
    trashed_at: string | null
    is_out: number
  }[]
  return rows.map((row) => ({ id: row.id, on: row.series_on, trashed: row.trashed_at !== null, out: row.is_out === 1 }))
}

/** Puts posts into a series, each on the day that the rule gives it. */
export async function updateMembership(tx: Tx, rows: readonly { id: string; series_id: string | null; series_on: string | null }[]): Promise<void> {
  await updateRows(tx, 'post', ['series_id', 'series_on'], rows)
}

/** The step of the change log in which a series was set up, or undefined once it cannot be undone. */
export async function findStepOfSeries(db: Db, seriesId: string): Promise<number | undefined> {
  const row = (await db('change')
    .join('change_step', 'change_step.id', 'change.step_id')
    .where({ table_name: 'post_series', row_id: seriesId, 'change_step.state': 'live', 'change_step.kind': 'do' })
    .whereNull('change.before_json')
    .first('change.step_id AS step')) as { step: number } | undefined
  return row?.step
}
