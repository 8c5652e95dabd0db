import { createHash } from 'node:crypto'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppInputs } from '../../../../shared/contract'
import { webAddress } from '../../../../shared/features/channels/handles'
import type { CallContext, Tx } from '../../context'
import { requireAssets } from '../assets'
import { getAccount } from '../channels'
import { getConversation } from './care.repository'
import { pastInstant } from './drafts.service'
import { authorKey } from './author-key'
import { erasedAmong } from './erased-authors'
import { insertImport, storeMessages, type NewMessage } from './message-store.repository'
import { runRules } from './rules/run-rules.service'
import { settleConversations, suggestFor } from './settle-conversations.repository'
import { setStart } from './starting-posts.service'
import { suggestion } from './suggestion'

type Input = AppInputs['inbox']['capture']
const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** @throws AppError `validation.link` */
function linkOf(text: string): string {
  if (text.trim() === '') return ''
  const link = webAddress(text)
  if (!link) throw new AppError('validation.link', { link: text })
  return link
}

interface Place {
  network: string
  channelId: string
  threadKey: string
}

/** The conversation that a capture joins or begins. */
async function placeOf(tx: Tx, input: Input, message: { link: string; key: string; now: string; id: string }): Promise<Place> {
  if (input.conversationId !== undefined) {
    await getConversation(tx, input.conversationId, message.now)
    const row = (await tx('conversation').where({ id: input.conversationId }).first('network', 'channel_id', 'thread_key')) as { network: string; channel_id: string; thread_key: string }
    return { network: row.network, channelId: row.channel_id, threadKey: row.thread_key }
  }
  const { network, channelId = '', kind = 'comment' } = input
  // A direct message goes on with the same person; under a link each person has a thread; what has neither stands alone.
  const threadKey = kind === 'message' && message.key !== '' ? `capture person ${message.key}` : message.link !== '' ? `capture link ${message.link} ${message.key}` : `capture ${message.id}`
  return { network, channelId, threadKey }
}

function check(input: Input): void {
  if ((input.text ?? '').trim() === '' && (input.assetIds ?? []).length === 0) throw new AppError('validation.capture-empty')
}

/**
 * Takes down what somebody wrote: one step.
 * @throws AppError `validation.capture-empty`, `validation.link`, `validation.message-later`, `not-found.channel`, `not-found.asset`, `not-found.variant`, `not-found.conversation`, `conflict.author-erased`
 */
export function capture(context: CallContext, input: Input): Promise<{ conversationId: string; added: boolean }> {
  check(input)
  const { core } = context
  const now = core.now()
  const { network, kind = 'comment', author = '', direction = 'in', assetIds = [], erased = 'leave-out' } = input
  const [link, sentAt, text] = [linkOf(input.link ?? ''), pastInstant(input.sentAt, now), (input.text ?? '').trim()]
  const [key, importId] = [authorKey(author), core.newId()]
  return context.command(input.clientId, async (tx, workspace) => {
    if (input.channelId !== undefined) await getAccount(tx, input.channelId)
    await requireAssets(tx, assetIds)
    const place = await placeOf(tx, input, { link, key, now, id: importId })
    if (erased === 'leave-out' && direction === 'in' && key !== '' && (await erasedAmong(tx, [{ network: place.network, key }])).size > 0) throw new AppError('conflict.author-erased')
    const known = hash([place.network, place.channelId, place.threadKey.startsWith('capture ') && link === '' ? '' : place.threadKey, key, input.sentAt === undefined ? importId : sentAt, text, ...assetIds])
    const message: NewMessage = { ...place, kind, title: '', permalink: link, key: `capture ${known}`, direction, author: author.trim(), authorKey: key, text, sentAt, link, media: { assetIds, attachments: [] } }
    const standing = (await tx('message').where({ message_key: message.key }).whereRaw('+import_id IN (SELECT id FROM message_import)').first('conversation_id')) as { conversation_id: string } | undefined
    if (standing) {
      if (input.postVariantId !== undefined) await setStart(tx, standing.conversation_id, input.postVariantId)
      return { conversationId: standing.conversation_id, added: false }
    }
    const { conversationIds } = await storeMessages(tx, importId, [message], () => core.newId())
    await insertImport(tx, { id: importId, source: 'capture', name: '', network, channel_id: place.channelId, added: 1, created_at: now })
    if (input.postVariantId !== undefined) for (const id of conversationIds) await setStart(tx, id, input.postVariantId)
    await settleConversations(tx, conversationIds)
    await suggestFor(tx, conversationIds, suggestion)
    await runRules(tx, core, workspace, conversationIds)
    return { conversationId: conversationIds[0] ?? '', added: true }
  })
}
