import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

interface EvergreenRow {
  id: string
  post_id: string
  cooldown_days: number
  max_repeats: number
  texts_json: string
  active: number
}

/** How a post comes round again. */
export interface Evergreen {
  id: string
  postId: string
  cooldownDays: number
  maxRepeats: number
  texts: string[]
  active: boolean
}

const toEvergreen = (row: EvergreenRow): Evergreen => ({
  id: row.id,
  postId: row.post_id,
  cooldownDays: row.cooldown_days,
  maxRepeats: row.max_repeats,
  texts: JSON.parse(row.texts_json) as string[],
  active: row.active === 1
})

const toRow = (evergreen: Evergreen): EvergreenRow => ({
  id: evergreen.id,
  post_id: evergreen.postId,
  cooldown_days: evergreen.cooldownDays,
  max_repeats: evergreen.maxRepeats,
  texts_json: JSON.stringify(evergreen.texts),
  active: evergreen.active ? 1 : 0
})

export async function findEvergreen(db: Db, postId: string): Promise<Evergreen | undefined> {
  const row = (await db('evergreen').where({ post_id: postId }).first()) as EvergreenRow | undefined
  return row && toEvergreen(row)
}

/** Those that are on, of posts that are not in the trash. */
export async function listActiveEvergreens(db: Db): Promise<Evergreen[]> {
  const rows = (await db('evergreen')
    .join('post', 'post.id', 'evergreen.post_id')
    .where('evergreen.active', 1)
    .whereNull('post.trashed_at')
    .orderBy('evergreen.id')
    .select('evergreen.*')) as EvergreenRow[]
  return rows.map(toEvergreen)
}

export async function putEvergreen(tx: Tx, evergreen: Evergreen): Promise<void> {
  const { id, post_id, ...columns } = toRow(evergreen)
  const known = (await tx('evergreen').where({ post_id }).first()) as EvergreenRow | undefined
  if (!known) await tx('evergreen').insert({ id, post_id, ...columns })
  else if ((Object.keys(columns) as (keyof typeof columns)[]).some((column) => known[column] !== columns[column])) {
    await tx('evergreen').where({ post_id }).update(columns)
  }
}

export async function removeEvergreen(tx: Tx, postId: string): Promise<void> {
  await tx('evergreen').where({ post_id: postId }).delete()
}

export interface Appearances {
  /** Days for which the post, and what was made of it, is planned or on which it went out. */
  days: string[]
  /** How often it was made again. */
  repeats: number
}

/** What was missed or put away did not appear. */
export async function listAppearances(db: Db, postId: string): Promise<Appearances> {
  const rows = (await db('post')
    .leftJoin('variant', 'variant.post_id', 'post.id')
    .whereNull('post.trashed_at')
    .where((either) => void either.where('post.id', postId).orWhere('post.recycle_of', postId))
    .where((either) => void either.whereNull('variant.state').orWhereNotIn('variant.state', ['missed', 'archived']))
    .select('post.id', db.raw('coalesce(variant.planned_on, post.planned_on) AS day'))) as { id: string; day: string | null }[]
  const days = new Map<string, string>()
  for (const { id, day } of rows) if (day !== null && (days.get(id) ?? '') < day) days.set(id, day)
  return { days: [...days.values()].sort(), repeats: [...days.keys()].filter((id) => id !== postId).length }
}
