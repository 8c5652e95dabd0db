import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import type { CallContext, CoreServices, Tx } from '../../context'
import { runHidden } from '../../db/hidden-step'
import { requireAssets } from '../assets'
import { changeCare, getConversation, insertEvidence, setLabels, type CareRow } from './care.repository'
import { findConversations, type ConversationRow } from './conversations.queries'
import { settleConversations } from './settle-conversations.repository'
import { findLastIncoming, type EvidenceRow } from './thread.queries'

type Inputs = AppInputs['inbox']
type Many = { clientId: string; conversationIds: string[] }

/** Does something with each conversation that is there: one transaction, one step. */
async function each(context: CallContext, { clientId, conversationIds }: Many, run: (tx: Tx, row: ConversationRow) => Promise<boolean>, check?: (tx: Tx, rows: ConversationRow[]) => Promise<void>): Promise<{ changed: number }> {
  const ids = [...new Set(conversationIds)]
  return context.command(
    clientId,
    async (tx) => {
      const rows = await findConversations(tx, ids, context.core.now())
      await check?.(tx, rows)
      let changed = 0
      for (const row of rows) if (await run(tx, row)) changed += 1
      await settleConversations(tx, rows.map(({ id }) => id))
      return { changed }
    },
    { data: { count: ids.length } }
  )
}

const changeEach = (context: CallContext, input: Many, change: (row: ConversationRow) => Partial<CareRow>): Promise<{ changed: number }> =>
  each(context, input, (tx, row) => changeCare(tx, row.id, change(row), context.core.now()))

export const assign = (context: CallContext, input: Inputs['assign']) => changeEach(context, input, () => ({ assignee: input.assignee.trim() }))

/** @throws AppError `validation.snooze-past` */
export function snooze(context: CallContext, input: Inputs['snooze']) {
  const until = new Date(input.until)
  if (Number.isNaN(until.getTime()) || until.toISOString() <= context.core.now()) throw new AppError('validation.snooze-past', { until: input.until })
  return changeEach(context, input, () => ({ state: 'snoozed', snoozed_until: until.toISOString(), closed_at: null }))
}

export const label = (context: CallContext, input: Inputs['label']) =>
  each(context, input, (tx, { id }) =>
    setLabels(tx, id, { add: input.add ?? [], remove: input.remove ?? [] }, { newId: () => context.core.newId(), now: context.core.now() })
  )

export function classify(context: CallContext, input: Inputs['classify']) {
  const { type, priority, sentiment, sensitive } = input
  return changeEach(context, input, () => ({
    ...(type !== undefined && { type }), ...(priority !== undefined && { priority }), ...(sentiment !== undefined && { sentiment }), ...(sensitive !== undefined && { sensitive: sensitive ? 1 : 0 })
  }))
}

/** Read up to the last message, also where its clock is ahead of this one. */
export const mark = (context: CallContext, input: Inputs['mark']) =>
  changeEach(context, input, ({ last_in_at }) => ({ read_at: input.read ? [last_in_at, context.core.now()].sort().at(-1) ?? null : null }))

/** @throws AppError `not-found.conversation` */
export async function see(context: CallContext, { clientId, conversationId }: Inputs['see']): Promise<void> {
  const workspace = await context.workspace(clientId)
  const now = context.core.now()
  const row = await getConversation(workspace.reader, conversationId, now)
  if (isRead(row) || (await workspace.profile()).archivedAt) return
  const readAt = [row.last_in_at, now].sort().at(-1) ?? now
  await runHidden(workspace, context.operation, now, (tx) => changeCare(tx, conversationId, { read_at: readAt }, now).then(() => undefined))
  context.core.emit({ type: 'workspace.changed', clientId, operation: context.operation, tables: ['conversation_care'] })
}

export const reopen = (context: CallContext, input: Inputs['reopen']) =>
  changeEach(context, input, () => ({ state: 'open', snoozed_until: null, closed_at: null, reason: '' }))

type Core = Pick<CoreServices, 'now' | 'newId'>
const isCriticism = (row: ConversationRow): boolean => (row.sentiment ?? row.suggested_sentiment) === 'negative' || (row.type ?? row.suggested_type) === 'complaint'
const isUnanswered = ({ waiting_since }: ConversationRow): boolean => waiting_since !== ''
/** Closes with a reason only, and its evidence is kept. */
const needsReason = (row: ConversationRow): boolean => isCriticism(row) && isUnanswered(row)

type Kept = Pick<EvidenceRow, 'action' | 'reason'> & { assetId?: string | undefined }

/** Text, author and time of the last message that came in. */
async function keep(tx: Tx, core: Core, row: ConversationRow, { action, reason, assetId }: Kept): Promise<void> {
  const last = await findLastIncoming(tx, row.id)
  const now = core.now()
  await insertEvidence(tx, {
    id: core.newId(), conversation_id: row.id, incident_id: '', action, text: last?.text ?? '', author: last?.author ?? '', link: last?.link || row.permalink, asset_id: assetId ?? null,
    seen_at: last?.sent_at ?? now, reason, created_at: now
  })
}

const isRead = (row: ConversationRow): boolean => row.last_in_at === '' || (row.read_at !== null && row.read_at >= row.last_in_at)
/** What is put away needs no reading any more. */
const readBy = (row: ConversationRow, at: string): Partial<CareRow> => (isRead(row) ? {} : { read_at: [row.last_in_at, at].sort().at(-1) ?? at })

/** Belongs to the transaction of a step; `settleConversations` comes after it. @returns true where it was not closed before */
export async function closeOne(tx: Tx, core: Core, row: ConversationRow, reason: string, by: 'person' | 'rule'): Promise<boolean> {
  if (row.state === 'closed') return false
  if (needsReason(row)) await keep(tx, core, row, { action: 'closed', reason })
  const closedAt = [row.last_in_at, core.now()].sort().at(-1) ?? ''
  return changeCare(tx, row.id, { state: 'closed', snoozed_until: null, closed_at: closedAt, reason, ...readBy(row, closedAt) }, core.now(), by)
}

/** @throws AppError `validation.reason-missing` where criticism without an answer is among them */
export function close(context: CallContext, input: Inputs['close']) {
  const reason = (input.reason ?? '').trim()
  return each(
    context,
    input,
    (tx, row) => closeOne(tx, context.core, row, reason, 'person'),
    (_tx, rows) => {
      const count = rows.filter((row) => row.state !== 'closed' && needsReason(row)).length
      return count > 0 && reason === '' ? Promise.reject(new AppError('validation.reason-missing', { count })) : Promise.resolve()
    }
  )
}

/** @throws AppError `validation.reason-missing`, `not-found.asset` */
export function hide(context: CallContext, input: Inputs['hide']) {
  const reason = input.reason.trim()
  if (reason === '') throw new AppError('validation.reason-missing', { count: input.conversationIds.length })
  return each(
    context,
    input,
    async (tx, row) => {
      if (row.state === 'hidden') return false
      await keep(tx, context.core, row, { action: 'hidden', reason, assetId: input.assetId })
      const at = context.core.now()
      return changeCare(tx, row.id, { state: 'hidden', snoozed_until: null, closed_at: at, reason, ...readBy(row, at) }, at)
    },
    (tx) => requireAssets(tx, input.assetId === undefined ? [] : [input.assetId])
  )
}

/** @throws AppError `not-found.conversation`, `not-found.asset` */
export async function keepEvidence(context: CallContext, input: Inputs['keepEvidence']): Promise<void> {
  const { clientId, conversationId, assetId, reason = '', action = 'kept' } = input
  await context.command(clientId, async (tx) => {
    if (assetId !== undefined) await requireAssets(tx, [assetId])
    await keep(tx, context.core, await getConversation(tx, conversationId, context.core.now()), { action, reason, assetId })
  })
}
