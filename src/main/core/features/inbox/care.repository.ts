import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'
import { findConversation, type ConversationRow } from './conversations.queries'
import type { DraftRow, EvidenceRow } from './thread.queries'

export interface CareRow {
  id: string
  state: 'open' | 'snoozed' | 'closed' | 'hidden'
  assignee: string
  snoozed_until: string | null
  type: string | null
  priority: number | null
  sentiment: string | null
  sensitive: number
  reason: string
  read_at: string | null
  closed_at: string | null
  /** When its state was set last. */
  updated_at: string
}

/** @throws AppError `not-found.conversation` */
export async function getConversation(db: Reader | Tx, id: string, now: string): Promise<ConversationRow> {
  const row = await findConversation(db, id, now)
  if (!row) throw new AppError('not-found.conversation', { conversation: id })
  return row
}

/** Changes what a person set on a conversation; what is the same already is not written. @returns true where something changed */
export async function changeCare(tx: Tx, id: string, change: Partial<Omit<CareRow, 'id'>>, now: string): Promise<boolean> {
  const known = (await tx('conversation_care').where({ id }).first()) as CareRow | undefined
  const empty: CareRow = { id, state: 'open', assignee: '', snoozed_until: null, type: null, priority: null, sentiment: null, sensitive: 0, reason: '', read_at: null, closed_at: null, updated_at: now }
  const next: CareRow = { ...(known ?? empty), ...change }
  const same = (Object.keys(empty) as (keyof CareRow)[]).every((name) => name === 'updated_at' || next[name] === (known ?? empty)[name])
  if (same) return false
  if (change.state !== undefined) next.updated_at = now
  if (known) await tx('conversation_care').where({ id }).update(next)
  else await tx('conversation_care').insert(next)
  return true
}

export async function setLabels(tx: Tx, conversationId: string, add: readonly string[], remove: readonly string[], newId: () => string): Promise<boolean> {
  const known = new Set(((await tx('conversation_label').where({ conversation_id: conversationId }).pluck('name')) as string[]).map((name) => name.toLowerCase()))
  // Of two spellings the first one stays.
  const fresh = [...new Map([...add].reverse().map((name) => [name.toLowerCase(), name])).entries()].filter(([key]) => !known.has(key))
  const gone = remove.filter((name) => known.has(name.toLowerCase()))
  for (const [, name] of fresh) await tx('conversation_label').insert({ id: newId(), conversation_id: conversationId, name })
  for (const name of gone) await tx('conversation_label').where({ conversation_id: conversationId, name }).delete()
  return fresh.length + gone.length > 0
}

export async function putDraft(tx: Tx, draft: DraftRow): Promise<void> {
  const { id, ...fields } = draft
  const found = await tx('reply_draft').where({ id }).update(fields)
  if (found === 0) await tx('reply_draft').insert(draft)
}

export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx('reply_draft').where({ id }).delete()
}

export async function insertReply(tx: Tx, row: { id: string; conversation_id: string; text: string; sent_at: string; sent_by: string; created_at: string }): Promise<void> {
  await tx('reply').insert(row)
}

export async function insertNote(tx: Tx, row: { id: string; conversation_id: string; text: string; author: string; created_at: string }): Promise<void> {
  await tx('internal_note').insert(row)
}

/** @throws AppError `not-found.care-item` */
export async function updateNote(tx: Tx, id: string, text: string): Promise<void> {
  if ((await tx('internal_note').where({ id }).update({ text })) === 0) throw new AppError('not-found.care-item', { item: id })
}

/** @throws AppError `not-found.care-item` */
export async function removeNote(tx: Tx, id: string): Promise<void> {
  if ((await tx('internal_note').where({ id }).delete()) === 0) throw new AppError('not-found.care-item', { item: id })
}

export async function insertEvidence(tx: Tx, row: EvidenceRow): Promise<void> {
  await tx('care_evidence').insert(row)
}
