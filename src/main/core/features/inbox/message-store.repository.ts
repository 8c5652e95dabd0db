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
/** Messages of one conversation, at most: their numbers begin with that of it. */
export const MESSAGES_OF_ONE = 2 ** 21
const threadOf = ({ network, channelId, threadKey }: Pick<NewMessage, 'network' | 'channelId' | 'threadKey'>): string => JSON.stringify([network, channelId, threadKey])

interface Thread {
  id: string
  number: number
  /** The number of its last message so far. */
  last: number
}

const LAST = `coalesce((SELECT max(m.id) FROM message m WHERE m.id > c.number * ${MESSAGES_OF_ONE} AND m.id < (c.number + 1) * ${MESSAGES_OF_ONE}), c.number * ${MESSAGES_OF_ONE})`

async function knownThreads(tx: Tx, messages: readonly NewMessage[]): Promise<Map<string, Thread>> {
  const found = new Map<string, Thread>()
  const places = new Map(messages.map((message) => [JSON.stringify([message.network, message.channelId]), message]))
  for (const { network, channelId } of places.values()) {
    const keys = messages.filter((message) => message.network === network && message.channelId === channelId).map(({ threadKey }) => threadKey)
    for (const part of chunks(keys)) {
      const rows = (await tx('conversation as c').where({ network, channel_id: channelId }).whereIn('thread_key', part).select('id', 'number', 'thread_key', tx.raw(`${LAST} AS last`))) as (Thread & { thread_key: string })[]
      for (const { thread_key: threadKey, ...thread } of rows) found.set(threadOf({ network, channelId, threadKey }), thread)
    }
  }
  return found
}

function conversationRow({ id, number }: Thread, { network, channelId, kind, threadKey, title, permalink, link }: NewMessage) {
  return {
    number, id, network, channel_id: channelId, kind, thread_key: threadKey, title, permalink: permalink || link, variant_id: '', person_key: '', language: '', suggested_type: '', suggested_sentiment: '',
    suggested_priority: 2, first_in_at: '', last_in_at: '', last_out_at: '', waiting_since: '', messages: 0
  }
}

/** The conversations of messages, made where they are not there yet, by thread. */
async function keepThreads(tx: Tx, messages: readonly NewMessage[], newId: () => string): Promise<Map<string, Thread>> {
  const firsts = new Map(messages.map((message) => [threadOf(message), message]))
  const threads = await knownThreads(tx, [...firsts.values()])
  const made: ReturnType<typeof conversationRow>[] = []
  let { number } = (await tx('conversation').max({ number: 'number' }).first()) as { number: number | null }
  for (const [name, message] of firsts) {
    if (threads.has(name)) continue
    number = (number ?? 0) + 1
    const thread = { id: newId(), number, last: number * MESSAGES_OF_ONE }
    threads.set(name, thread)
    made.push(conversationRow(thread, message))
  }
  for (const part of chunks(made, AT_ONCE)) await tx('conversation').insert(part)
  return threads
}

function messageRow(message: NewMessage, thread: Thread, importId: string) {
  thread.last += 1
  return {
    id: thread.last, conversation_id: thread.id, import_id: importId, message_key: message.key, direction: message.direction, author: message.author, author_key: message.authorKey, text: message.text,
    sent_at: message.sentAt, link: message.link, media_json: JSON.stringify(message.media), language: ''
  }
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
  const threads = await keepThreads(tx, messages, newId)
  for (const part of chunks(messages, AT_ONCE)) {
    await tx('message').whereIn('message_key', part.map(({ key }) => key)).whereRaw('import_id NOT IN (SELECT id FROM message_import)').whereNot('import_id', importId).delete()
  }
  const rows = messages.flatMap((message) => {
    const thread = threads.get(threadOf(message))
    return thread === undefined ? [] : [messageRow(message, thread, importId)]
  })
  // The index of words is written quickest in the order of numbers.
  for (const part of chunks(rows.sort((a, b) => a.id - b.id), AT_ONCE)) await tx('message').insert(part).onConflict('message_key').ignore()
  const touched = (await tx('message').where({ import_id: importId }).distinct('conversation_id')) as { conversation_id: string }[]
  const { added } = (await tx('message').where({ import_id: importId }).count({ added: '*' }).first()) as { added: number }
  return { added, conversationIds: touched.map(({ conversation_id }) => conversation_id) }
}

/** Which of the keys stand. */
export async function standingKeys(db: Reader | Tx, keys: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const part of chunks(keys)) {
    const rows = (await db('message').whereIn('message_key', part).whereRaw('+import_id IN (SELECT id FROM message_import)').select('message_key')) as { message_key: string }[]
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
