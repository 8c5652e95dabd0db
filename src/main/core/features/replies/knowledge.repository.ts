import { AppError } from '../../../../shared/errors/app-error'
import type { KnowledgeEntry } from '../../../../shared/features/replies/replies.schema'
import type { Reader, Tx } from '../../context'

/** As it is kept: whether it is stale goes by the day that it is. */
export type KeptKnowledge = Omit<KnowledgeEntry, 'stale'>

interface KnowledgeRow {
  id: string
  title: string
  text: string
  source: string
  link: string
  checked_on: string | null
  language: string
}

const COLUMNS = ['id', 'title', 'text', 'source', 'link', 'checked_on', 'language'] as const
const toEntry = ({ checked_on, ...row }: KnowledgeRow): KeptKnowledge => ({ ...row, checkedOn: checked_on })
const toRow = ({ checkedOn, ...entry }: KeptKnowledge): KnowledgeRow => ({ ...entry, checked_on: checkedOn })

/** By title. */
export async function listKnowledge(db: Reader | Tx): Promise<KeptKnowledge[]> {
  return ((await db('knowledge').orderByRaw('title COLLATE NOCASE, id').select(...COLUMNS)) as KnowledgeRow[]).map(toEntry)
}

/** @throws AppError `not-found.care-item` */
export async function getKnowledge(db: Reader | Tx, id: string): Promise<KeptKnowledge> {
  const row = (await db('knowledge').where({ id }).first(...COLUMNS)) as KnowledgeRow | undefined
  if (!row) throw new AppError('not-found.care-item', { item: id })
  return toEntry(row)
}

export async function insertKnowledge(tx: Tx, entry: KeptKnowledge, now: string): Promise<void> {
  await tx('knowledge').insert({ ...toRow(entry), created_at: now })
}

export async function updateKnowledge(tx: Tx, entry: KeptKnowledge): Promise<void> {
  await tx('knowledge').where({ id: entry.id }).update(toRow(entry))
}

/** @throws AppError `not-found.care-item` */
export async function removeKnowledge(tx: Tx, id: string): Promise<void> {
  if ((await tx('knowledge').where({ id }).delete()) === 0) throw new AppError('not-found.care-item', { item: id })
}
