import { AppError } from '../../../../shared/errors/app-error'
import { replyTone, type SavedReply } from '../../../../shared/features/replies/replies.schema'
import type { Reader, Tx } from '../../context'

interface ReplyRow {
  id: string
  title: string
  text: string
  language: string
  tone: string
  asset_id: string | null
  position: number
}

const toReply = ({ id, title, text, language, tone, asset_id, position }: ReplyRow): SavedReply => ({ id, title, text, language, tone: replyTone.safeParse(tone).data ?? 'any', assetId: asset_id, position })
const toRow = ({ id, title, text, language, tone, assetId, position }: SavedReply): ReplyRow => ({ id, title, text, language, tone, asset_id: assetId, position })

/** In their order. */
export async function listReplies(db: Reader | Tx): Promise<SavedReply[]> {
  return ((await db('saved_reply').orderBy(['position', 'id'])) as ReplyRow[]).map(toReply)
}

/** @throws AppError `not-found.care-item` */
export async function getReply(db: Reader | Tx, id: string): Promise<SavedReply> {
  const row = (await db('saved_reply').where({ id }).first()) as ReplyRow | undefined
  if (!row) throw new AppError('not-found.care-item', { item: id })
  return toReply(row)
}

async function assertFree(tx: Tx, { id, title, language, tone }: Omit<SavedReply, 'position'>): Promise<void> {
  if (await tx('saved_reply').where({ title, language, tone }).whereNot({ id }).first('id')) throw new AppError('conflict.name-in-use', { name: title })
}

/** Comes last. @throws AppError `conflict.name-in-use` */
export async function insertReply(tx: Tx, reply: Omit<SavedReply, 'position'>): Promise<SavedReply> {
  await assertFree(tx, reply)
  const { last } = (await tx('saved_reply').max({ last: 'position' }).first()) as { last: number | null }
  const made = { ...reply, position: (last ?? -1) + 1 }
  await tx('saved_reply').insert(toRow(made))
  return made
}

/** @throws AppError `conflict.name-in-use` */
export async function updateReply(tx: Tx, reply: SavedReply): Promise<void> {
  await assertFree(tx, reply)
  await tx('saved_reply').where({ id: reply.id }).update(toRow(reply))
}

/** @throws AppError `not-found.care-item` */
export async function removeReply(tx: Tx, id: string): Promise<void> {
  if ((await tx('saved_reply').where({ id }).delete()) === 0) throw new AppError('not-found.care-item', { item: id })
}

/** @throws AppError `not-found.care-item` */
export async function reorderReplies(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = (await listReplies(tx)).map(({ id }) => id)
  const missing = ids.find((id) => !known.includes(id))
  if (missing !== undefined) throw new AppError('not-found.care-item', { item: missing })
  for (const [position, id] of [...new Set([...ids, ...known])].entries()) await tx('saved_reply').where({ id }).whereNot({ position }).update({ position })
}
