import { createHash } from 'node:crypto'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { ConversationThread } from '../../../../shared/features/inbox/inbox.schema'
import type { CallContext, Tx } from '../../context'
import { changeCare, dropDraft, getConversation, insertNote, insertReply, putDraft } from './care.repository'
import { sensitiveBy, type ConversationRow } from './conversations.queries'
import { settleConversations } from './settle-conversations.repository'
import { findDraft, type DraftRow } from './thread.queries'

type Inputs = AppInputs['inbox']
const hashOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex')

const isApproved = (draft: DraftRow | undefined, text: string): boolean => draft?.state === 'approved' && draft.approved_hash === hashOf(text)

export function presentDraft(draft: DraftRow | undefined, row: ConversationRow): ConversationThread['draft'] {
  if (!draft) return null
  const { text, state, approved_by, updated_at } = draft
  return { text, state, approvedBy: approved_by, needsApproval: sensitiveBy(row).length > 0 && !isApproved(draft, text), updatedAt: updated_at }
}

/** @throws AppError `not-found.conversation` */
export function saveDraft(context: CallContext, { clientId, conversationId, text }: Inputs['saveDraft']): Promise<ConversationThread['draft']> {
  const now = context.core.now()
  return context.command(
    clientId,
    async (tx) => {
      const row = await getConversation(tx, conversationId, now)
      const known = await findDraft(tx, conversationId)
      if (text.trim() === '') {
        if (known) await dropDraft(tx, conversationId)
        return null
      }
      const kept = isApproved(known, text)
      const next: DraftRow = { id: conversationId, text, state: kept ? 'approved' : 'draft', approved_by: kept ? (known?.approved_by ?? '') : '', approved_hash: kept ? (known?.approved_hash ?? '') : '', updated_at: now }
      if (known?.text !== text) await putDraft(tx, next)
      return presentDraft(known?.text === text ? known : next, row)
    },
    { merge: `inbox.saveDraft ${conversationId}` }
  )
}

/** @throws AppError `conflict.no-draft` */
async function getDraft(tx: Tx, id: string): Promise<DraftRow> {
  const draft = await findDraft(tx, id)
  if (!draft) throw new AppError('conflict.no-draft')
  return draft
}

/** @throws AppError `not-found.conversation`, `conflict.no-draft` */
export async function askApproval(context: CallContext, { clientId, conversationId }: Inputs['askApproval']): Promise<void> {
  await context.command(clientId, async (tx) => {
    await getConversation(tx, conversationId, context.core.now())
    const draft = await getDraft(tx, conversationId)
    if (draft.state === 'draft') await putDraft(tx, { ...draft, state: 'waiting', updated_at: context.core.now() })
  })
}

/** @throws AppError `not-found.conversation`, `conflict.no-draft`, `conflict.draft-changed` */
export async function approveDraft(context: CallContext, { clientId, conversationId, text, by }: Inputs['approveDraft']): Promise<void> {
  await context.command(clientId, async (tx) => {
    await getConversation(tx, conversationId, context.core.now())
    const draft = await getDraft(tx, conversationId)
    if (hashOf(draft.text) !== hashOf(text)) throw new AppError('conflict.draft-changed')
    await putDraft(tx, { ...draft, state: 'approved', approved_by: by, approved_hash: hashOf(text), updated_at: context.core.now() })
  })
}

/** An instant that is not to come. @throws AppError `validation.message-later` */
export function pastInstant(at: string | undefined, now: string): string {
  if (at === undefined) return now
  const read = new Date(at)
  // Clocks of two machines differ by a little.
  if (Number.isNaN(read.getTime()) || read.getTime() > Date.parse(now) + 60_000) throw new AppError('validation.message-later', { at, now })
  return read.toISOString()
}

/** @throws AppError `not-found.conversation`, `conflict.approval-missing`, `validation.message-later` */
export function confirmSent(context: CallContext, input: Inputs['confirmSent']): Promise<{ replyId: string }> {
  const { clientId, conversationId, text, by = '' } = input
  const now = context.core.now()
  const sentAt = pastInstant(input.sentAt, now)
  return context.command(clientId, async (tx) => {
    const row = await getConversation(tx, conversationId, now)
    if (sensitiveBy(row).length > 0 && !isApproved(await findDraft(tx, conversationId), text)) throw new AppError('conflict.approval-missing')
    const replyId = context.core.newId()
    await insertReply(tx, { id: replyId, conversation_id: conversationId, text, sent_at: sentAt, sent_by: by, created_at: now })
    await dropDraft(tx, conversationId)
    // What is written down later was done with when it was sent.
    const state = input.close === true ? ({ state: 'closed', closed_at: [row.last_in_at, sentAt].sort().at(-1) ?? sentAt, snoozed_until: null } as const) : {}
    const isRead = row.read_at !== null && row.read_at >= row.last_in_at
    await changeCare(tx, conversationId, { ...(!isRead && { read_at: [row.last_in_at, now].sort().at(-1) ?? now }), ...state }, now)
    await settleConversations(tx, [conversationId])
    return { replyId }
  })
}

/** @throws AppError `not-found.conversation` */
export function addNote(context: CallContext, { clientId, conversationId, text, author = '' }: Inputs['addNote']): Promise<{ noteId: string }> {
  return context.command(clientId, async (tx) => {
    await getConversation(tx, conversationId, context.core.now())
    const noteId = context.core.newId()
    await insertNote(tx, { id: noteId, conversation_id: conversationId, text, author, created_at: context.core.now() })
    return { noteId }
  })
}
