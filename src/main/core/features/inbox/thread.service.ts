import type { ConversationThread, ThreadMessage } from '../../../../shared/features/inbox/inbox.schema'
import type { CallContext, Reader } from '../../context'
import { presentAssets } from '../assets'
import { getConversation } from './care.repository'
import { presentDraft } from './drafts.service'
import { presentRows, type RowContext } from './present-rows'
import { findStarts } from './starting-posts.queries'
import { reasonsOf } from './suggestion'
import { findDraft, listEvidence, listMessages, listNotes, listReplies, mediaOf, threadOf } from './thread.queries'

type Picture = ThreadMessage['pictures'][number]

async function picturesOf(context: CallContext, db: Reader, clientId: string, assetIds: readonly string[]): Promise<Map<string, Picture>> {
  if (assetIds.length === 0) return new Map()
  const rows = (await db('asset').whereIn('id', [...new Set(assetIds)])) as Parameters<typeof presentAssets>[3]
  const assets = await presentAssets(context, db, clientId, rows)
  return new Map(assets.map(({ id, thumbnailUrl, altText }) => [id, { assetId: id, thumbnailUrl, alt: altText }]))
}

/** @throws AppError `not-found.conversation` */
export async function getThread(context: CallContext, db: Reader, conversationId: string, rows: RowContext): Promise<ConversationThread> {
  const row = await getConversation(db, conversationId, rows.now)
  const [messages, evidence] = [await listMessages(db, conversationId), await listEvidence(db, conversationId)]
  const ids = [...messages.flatMap(({ media_json }) => mediaOf(media_json).assetIds), ...evidence.flatMap(({ asset_id }) => (asset_id === null ? [] : [asset_id]))]
  const pictures = await picturesOf(context, db, rows.clientId, ids)
  const [presented] = await presentRows(db, [row], rows)
  const start = (await findStarts(db, [conversationId])).get(conversationId)
  if (!presented || !start) throw new Error('a conversation without its row')
  return {
    row: presented,
    messages: threadOf(messages, await listReplies(db, conversationId), (assetIds) => assetIds.map((id) => pictures.get(id)).filter((one) => one !== undefined)),
    notes: await listNotes(db, conversationId),
    draft: presentDraft(await findDraft(db, conversationId), row),
    evidence: evidence.map(({ id, action, text, author, link, asset_id, seen_at, reason, created_at }) => ({
      id, action, text, author, link, picture: pictures.get(asset_id ?? '') ?? null, seenAt: seen_at, reason, createdAt: created_at
    })),
    post: start.post,
    postBy: start.by,
    hasLinkedPost: start.linked !== null,
    reasons: reasonsOf(messages.findLast(({ direction }) => direction === 'in')?.text ?? ''),
    permalink: row.permalink || (messages.findLast(({ link }) => link !== '')?.link ?? ''),
    reason: row.reason ?? '',
    closedAt: row.state === 'closed' || row.state === 'hidden' ? row.closed_at : null
  }
}
