import type { ThreadMessage } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader, Tx } from '../../context'
import type { MessageMedia } from './message-store.repository'

type Db = Reader | Tx

export interface MessageRow {
  id: number
  direction: 'in' | 'out'
  author: string
  author_key: string
  text: string
  sent_at: string
  link: string
  media_json: string
  language: string
  source: 'archive' | 'mail' | 'capture'
}
export interface ReplyRow {
  id: string
  text: string
  sent_at: string
  sent_by: string
}
export interface DraftRow {
  id: string
  text: string
  state: 'draft' | 'waiting' | 'approved'
  approved_by: string
  approved_hash: string
  updated_at: string
}
export interface EvidenceRow {
  id: string
  conversation_id: string
  incident_id: string
  action: 'closed' | 'hidden' | 'deleted' | 'kept'
  text: string
  author: string
  link: string
  asset_id: string | null
  seen_at: string
  reason: string
  created_at: string
}

const MOST = 2000

/** Messages that stand, the newest ones of them, in order of time. */
export async function listMessages(db: Db, conversationId: string): Promise<MessageRow[]> {
  const rows = (await db('message as m')
    .join('message_import as i', 'i.id', 'm.import_id')
    .where('m.conversation_id', conversationId)
    .orderBy([{ column: 'm.sent_at', order: 'desc' }, { column: 'm.id', order: 'desc' }])
    .limit(MOST)
    .select('m.id', 'm.direction', 'm.author', 'm.author_key', 'm.text', 'm.sent_at', 'm.link', 'm.media_json', 'm.language', 'i.source')) as MessageRow[]
  return rows.reverse()
}

export async function findLastIncoming(db: Db, conversationId: string): Promise<MessageRow | undefined> {
  return (await listMessages(db, conversationId)).filter(({ direction }) => direction === 'in').at(-1)
}

export async function listReplies(db: Db, conversationId: string): Promise<ReplyRow[]> {
  return (await db('reply').where({ conversation_id: conversationId }).orderBy('sent_at')) as ReplyRow[]
}

export async function listNotes(db: Db, conversationId: string): Promise<{ id: string; text: string; author: string; createdAt: string }[]> {
  const rows = (await db('internal_note').where({ conversation_id: conversationId }).orderBy('created_at')) as { id: string; text: string; author: string; created_at: string }[]
  return rows.map(({ id, text, author, created_at }) => ({ id, text, author, createdAt: created_at }))
}

export async function findDraft(db: Db, conversationId: string): Promise<DraftRow | undefined> {
  return (await db('reply_draft').where({ id: conversationId }).first()) as DraftRow | undefined
}

export async function listEvidence(db: Db, conversationId: string): Promise<EvidenceRow[]> {
  return (await db('care_evidence').where({ conversation_id: conversationId }).orderBy('created_at')) as EvidenceRow[]
}

/** What media a message came with; nothing where the text of it is damaged. */
export function mediaOf(json: string): MessageMedia {
  const read = JSON.parse(json) as Partial<MessageMedia>
  return { assetIds: read.assetIds ?? [], attachments: read.attachments ?? [] }
}

type Pictures = (assetIds: readonly string[]) => ThreadMessage['pictures']

const origins = { archive: 'import', mail: 'mail', capture: 'capture' } as const

/** Messages and replies in one order of time. A reply that an import brings in too stands once. */
export function threadOf(messages: readonly MessageRow[], replies: readonly ReplyRow[], pictures: Pictures): ThreadMessage[] {
  const imported = messages.map((row): ThreadMessage => {
    const { assetIds, attachments } = mediaOf(row.media_json)
    return {
      id: String(row.id), direction: row.direction, origin: origins[row.source], author: row.author, authorKey: row.author_key, text: row.text, sentAt: row.sent_at, link: row.link,
      pictures: pictures(assetIds), attachments, language: row.language
    }
  })
  const sent = new Set(imported.filter(({ direction }) => direction === 'out').map(({ text }) => text.trim()))
  const own = replies
    .filter(({ text }) => !sent.has(text.trim()))
    .map(({ id, text, sent_at, sent_by }): ThreadMessage => ({ id, direction: 'out', origin: 'reply', author: sent_by, authorKey: '', text, sentAt: sent_at, link: '', pictures: [], attachments: [], language: '' }))
  return [...imported, ...own].sort((a, b) => a.sentAt.localeCompare(b.sentAt))
}
