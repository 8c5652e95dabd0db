import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'
import { updateRows } from '../../db/update-rows'
import { chunks } from '../assets'
import type { NewPostRow, PlannedColumns, PostRow } from './post-rows'

type Db = Reader | Tx

/** @throws AppError `not-found.post` */
export async function getPostRow(db: Db, id: string): Promise<PostRow> {
  const row = (await db('post').where({ id }).first()) as PostRow | undefined
  if (!row) throw new AppError('not-found.post', { post: id })
  return row
}

/** In the order asked, each once. @throws AppError `not-found.post` naming the first that is not there */
export async function getPostRows(db: Db, ids: readonly string[]): Promise<PostRow[]> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, PostRow>()
  for (const part of chunks(wanted)) {
    for (const row of (await db('post').whereIn('id', part)) as PostRow[]) found.set(row.id, row)
  }
  return wanted.map((id) => {
    const row = found.get(id)
    if (!row) throw new AppError('not-found.post', { post: id })
    return row
  })
}

export async function insertPostRows(tx: Tx, rows: readonly NewPostRow[]): Promise<void> {
  for (const part of chunks(rows, 100)) await tx('post').insert(part)
}

export async function updatePostRow(tx: Tx, id: string, change: Partial<NewPostRow>): Promise<void> {
  if (Object.keys(change).length > 0) await tx('post').where({ id }).update(change)
}

/** One change for many; rows that have it already stay untouched. @returns how many changed */
export async function updatePosts(tx: Tx, ids: readonly string[], column: keyof NewPostRow, value: string | null): Promise<number> {
  let changed = 0
  for (const part of chunks(ids)) {
    changed += await tx('post').whereIn('id', part).whereRaw('?? IS NOT ?', [column, value]).update({ [column]: value })
  }
  return changed
}

export interface PostTimeChange extends PlannedColumns {
  id: string
  stage: PostRow['stage']
  updated_at: string
}

export async function updatePostTimes(tx: Tx, changes: readonly PostTimeChange[]): Promise<void> {
  const columns = ['planned_on', 'planned_time', 'zone', 'planned_pick', 'planned_instant', 'stage', 'updated_at'] as const
  await updateRows(tx, 'post', columns, changes)
}

/** Each change of what belongs to a post writes the post too, also within the same millisecond: its versions are found by that. */
export async function touchPosts(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  for (const part of chunks([...new Set(ids)])) await tx('post').whereIn('id', part).update({ updated_at: at })
}

/** The place after the last: of ideas in a column of the board, and of posts. */
export async function findLastPosition(db: Db, stage: PostRow['stage'], column: PostRow['idea_column']): Promise<number> {
  const row = (await db('post').where({ stage, idea_column: column }).max({ last: 'position' }).first()) as { last: number | null }
  return row.last ?? 0
}

/** @throws AppError `not-found.campaign`, `not-found.pillar`, `not-found.channel` or `not-found.entry` (a voice, a template), naming the first */
export async function requireRows(db: Db, table: 'campaign' | 'pillar' | 'channel' | 'channel_voice' | 'post_template', ids: readonly (string | null | undefined)[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined)
  for (const part of chunks(wanted)) {
    const found = new Set((await db(table).whereIn('id', part).pluck('id')) as string[])
    const missing = part.find((id) => !found.has(id))
    if (missing === undefined) continue
    if (table === 'channel_voice' || table === 'post_template') throw new AppError('not-found.entry', { entry: missing })
    throw new AppError(`not-found.${table}`, { [table]: missing })
  }
}

/** Ideas of a column in their order. */
export async function listIdeaPlaces(db: Db, column: PostRow['idea_column']): Promise<{ id: string; position: number }[]> {
  return (await db('post')
    .where({ stage: 'idea', idea_column: column })
    .whereNull('trashed_at')
    .orderBy('position')
    .orderBy('search_id')
    .select('id', 'position')) as { id: string; position: number }[]
}

export async function updatePositions(tx: Tx, rows: readonly { id: string; position: number }[]): Promise<void> {
  await updateRows(tx, 'post', ['position'], rows)
}

/** @param before only what went there before this instant */
export async function countTrashed(db: Db, before?: string): Promise<number> {
  const { n } = (await trashed(db, before).count({ n: '*' }).first()) as { n: number }
  return n
}

export async function deleteTrashed(tx: Tx, before?: string): Promise<number> {
  return trashed(tx, before).delete()
}

function trashed(db: Db, before?: string) {
  const query = db('post').whereRaw("trashed_at > ''")
  return before === undefined ? query : query.where('trashed_at', '<', before)
}
