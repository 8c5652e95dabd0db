import type { ConversationKind, ConversationType, Sentiment } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'

/** A message as it is kept. Instants in UTC with milliseconds. */
export interface NewMessage {
  network: string
  /** Empty where it is not known which of the client's channels it came to. */
  channelId: string
  kind: ConversationKind
  threadKey: string
  title: string
  permalink: string
  /** The same message has the same key, from whichever file. */
  key: string
  direction: 'in' | 'out'
  author: string
  authorKey: string
  text: string
  sentAt: string
  link: string
  media: MessageMedia
}

export interface MessageMedia {
  assetIds: string[]
  /** Names of attachments that are not here. */
  attachments: string[]
}

/** What an offline method says of a text; empty where it says nothing. */
export interface Suggestion {
  language: string
  type: ConversationType | ''
  sentiment: Sentiment | ''
  priority: number
}

const AT_ONCE = 400
const threadOf = ({ network, channelId, threadKey }: NewMessage): string => JSON.stringify([network, channelId, threadKey])

async function knownThreads(tx: Tx, threads: readonly NewMessage[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const part of chunks([...new Set(threads.map(({ threadKey }) => threadKey))])) {
    const rows = (await tx('conversation').whereIn('thread_key', part).select('id', 'network', 'channel_id', 'thread_key')) as { id: string; network: string; channel_id: string; thread_key: string }[]
    for (const row of rows) found.set(JSON.stringify([row.network, row.channel_id, row.thread_key]), row.id)
  }
  return found
}

function conversationRow(id: string, { network, channelId, kind, threadKey, title, permalink, link }: NewMessage) {
  return {
    id, network, channel_id: channelId, kind, thread_key: threadKey, title, permalink: permalink || link, variant_id: '', person_key: '', language: '', suggested_type: '', suggested_sentiment: '',
    suggested_priority: 2, first_in_at: '', last_in_at: '', last_out_at: '', waiting_since: '', messages: 0
  }
}

/** The conversations of messages, made where they are not there yet, by thread. */
async function keepThreads(tx: Tx, messages: readonly NewMessage[], newId: () => string): Promise<Map<string, string>> {
  const firsts = new Map(messages.map((message) => [threadOf(message), message]))
  const ids = await knownThreads(tx, [...firsts.values()])
  const made: ReturnType<typeof conversationRow>[] = []
  for (const [thread, message] of firsts) {
    if (ids.has(thread)) continue
    const id = newId()
    ids.set(thread, id)
    made.push(conversationRow(id, message))
  }
  for (const part of chunks(made, AT_ONCE)) await tx('conversation').insert(part)
  return ids
}

export interface Stored {
  added: number
  /** Conversations that got something new. */
  conversationIds: string[]
}

/**
 * Adds messages to an import. One that stands already is passed over; one of an import that was undone goes over to this one.
 * Nothing of them counts before the row of the import stands and `settleConversations` was run.
 */
export async function storeMessages(tx: Tx, importId: string, messages: readonly NewMessage[], newId: () => string): Promise<Stored> {
  const ids = await keepThreads(tx, messages, newId)
  for (const part of chunks(messages, AT_ONCE)) {
    const rows = part.map((message) => ({
      conversation_id: ids.get(threadOf(message)) ?? '', import_id: importId, message_key: message.key, direction: message.direction, author: message.author, author_key: message.authorKey,
      text: message.text, sent_at: message.sentAt, link: message.link, media_json: JSON.stringify(message.media), language: ''
    }))
    await tx('message').insert(rows).onConflict('message_key').merge(['import_id', 'conversation_id']).whereRaw('message.import_id NOT IN (SELECT id FROM message_import)')
  }
  const touched = (await tx('message').where({ import_id: importId }).distinct('conversation_id')) as { conversation_id: string }[]
  const { added } = (await tx('message').where({ import_id: importId }).count({ added: '*' }).first()) as { added: number }
  return { added, conversationIds: touched.map(({ conversation_id }) => conversation_id) }
}

/** Which of the keys stand. */
export async function standingKeys(db: Reader | Tx, keys: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const part of chunks(keys)) {
    const rows = (await db('message').whereIn('message_key', part).whereRaw('import_id IN (SELECT id FROM message_import)').select('message_key')) as { message_key: string }[]
    for (const { message_key } of rows) found.add(message_key)
  }
  return found
}

export interface ImportRow {
  id: string
  source: 'archive' | 'mail' | 'capture'
  name: string
  network: string
  channel_id: string
  added: number
  created_at: string
}

export async function insertImport(tx: Tx, row: ImportRow): Promise<void> {
  await tx('message_import').insert(row)
}
