import { AppError } from '../../../../shared/errors/app-error'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
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
  set_by_json: string
}

/** Who set a field, or a label (`label:refund`); `removed`: a person took the label away. A value without an entry is a person's. */
export type SetBy = Readonly<Record<string, 'person' | 'rule' | 'removed'>>
export const labelField = (name: string): string => `label:${name.toLowerCase()}`
export const setByOf = (row: { set_by_json: string | null } | undefined): SetBy => JSON.parse(row?.set_by_json ?? '{}') as SetBy

const TOLD = ['type', 'priority', 'sentiment', 'sensitive', 'assignee', 'state'] as const

/** What was set goes by the one who set it; what went back to the suggestion goes by nobody. A person who sets what a rule has set makes it theirs. */
function nowSetBy(known: CareRow, change: Partial<Omit<CareRow, 'id'>>, by: 'person' | 'rule'): SetBy {
  const next = new Map(Object.entries(setByOf(known)))
  for (const field of TOLD) {
    if (change[field] === undefined) continue
    if (change[field] === null) next.delete(field)
    else if (change[field] !== known[field] || next.get(field) === 'rule') next.set(field, by)
  }
  return Object.fromEntries(next)
}

/** @throws AppError `not-found.conversation` */
export async function getConversation(db: Reader | Tx, id: string, now: string): Promise<ConversationRow> {
  const row = await findConversation(db, id, now)
  if (!row) throw new AppError('not-found.conversation', { conversation: id })
  return row
}

/** Changes what is set on a conversation; what is the same already is not written. @returns true where something changed */
export async function changeCare(tx: Tx, id: string, change: Partial<Omit<CareRow, 'id'>>, now: string, by: 'person' | 'rule' = 'person'): Promise<boolean> {
  const found = (await tx('conversation_care').where({ id }).first()) as CareRow | undefined
  const known: CareRow = found ?? { id, state: 'open', assignee: '', snoozed_until: null, type: null, priority: null, sentiment: null, sensitive: 0, reason: '', read_at: null, closed_at: null, updated_at: now, set_by_json: '{}' }
  const next: CareRow = { ...known, ...change, set_by_json: JSON.stringify(nowSetBy({ ...known, set_by_json: change.set_by_json ?? known.set_by_json }, change, by)) }
  const same = (Object.keys(known) as (keyof CareRow)[]).every((name) => name === 'updated_at' || next[name] === known[name])
  if (same) return false
  if (change.state !== undefined) next.updated_at = now
  if (found) await tx('conversation_care').where({ id }).update(next)
  else await tx('conversation_care').insert(next)
  return true
}

/** Labels that are known not to be there yet. */
export async function addLabels(tx: Tx, rows: readonly { id: string; conversation_id: string; name: string }[]): Promise<void> {
  for (const part of chunks([...rows], 300)) await tx('conversation_label').insert(part)
}

export interface LabelChange {
  add: readonly string[]
  remove: readonly string[]
}

/** As a person adds them and takes them away. @returns true where something changed */
export async function setLabels(tx: Tx, conversationId: string, { add, remove }: LabelChange, { newId, now }: { newId: () => string; now: string }): Promise<boolean> {
  const known = new Set(((await tx('conversation_label').where({ conversation_id: conversationId }).pluck('name')) as string[]).map((name) => name.toLowerCase()))
  // Of two spellings the first one stays.
  const fresh = [...new Map([...add].reverse().map((name) => [name.toLowerCase(), name])).entries()].filter(([key]) => !known.has(key)).map(([, name]) => name)
  const gone = remove.filter((name) => known.has(name.toLowerCase()))
  for (const name of fresh) await tx('conversation_label').insert({ id: newId(), conversation_id: conversationId, name })
  for (const name of gone) await tx('conversation_label').where({ conversation_id: conversationId, name }).delete()
  await tellLabels(tx, conversationId, { added: fresh, removed: gone }, now)
  return fresh.length + gone.length > 0
}

/** Remembers which labels a person took away, so that no rule puts them back. */
async function tellLabels(tx: Tx, id: string, labels: { added: readonly string[]; removed: readonly string[] }, now: string): Promise<void> {
  const row = (await tx('conversation_care').where({ id }).first('set_by_json')) as { set_by_json: string } | undefined
  const next = new Map(Object.entries(setByOf(row)))
  for (const name of labels.added) next.delete(labelField(name))
  for (const name of labels.removed) next.set(labelField(name), 'removed')
  await changeCare(tx, id, { set_by_json: JSON.stringify(Object.fromEntries(next)) }, now)
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
