import { conversationType, sentiment, type InboxRow } from '../../../../shared/features/inbox/inbox.schema'
import type { RowPost } from '../../../../shared/features/inbox/starting-post.schema'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
import { nameOf } from '../posts'
import { setByOf } from './care.repository'
import { sensitiveBy, type ConversationRow } from './conversations.queries'
import type { ResponseClocks } from './response-clocks.service'
import { findStarts } from './starting-posts.queries'

type Db = Reader | Tx

interface Beside {
  channels: Map<string, string>
  /** The message that the row shows, by conversation. */
  texts: Map<string, { text: string; author: string; author_key: string }>
  names: Map<string, { id: string; name: string }>
  labels: Map<string, string[]>
  drafts: Set<string>
  posts: Map<string, RowPost>
}

const EXCERPT = 200
const personOf = (network: string, key: string): string => `${network} ${key}`
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, EXCERPT)

const LAST_TEXT = `(SELECT m.id FROM message m WHERE m.conversation_id = c.id AND m.import_id IN (SELECT id FROM message_import)
  ORDER BY m.direction = 'in' DESC, m.sent_at DESC, m.id DESC LIMIT 1)`

/** The posts that conversations began under, by conversation; those without one are left out. */
export async function listRowPosts(db: Db, ids: readonly string[]): Promise<Map<string, RowPost>> {
  const starts = await findStarts(db, ids)
  return new Map([...starts].flatMap(([id, { post }]): [string, RowPost][] => {
    if (!post) return []
    const { text: _text, ...told } = post
    return [[id, { ...told, title: nameOf(post) }]]
  }))
}

async function loadPart(db: Db, part: readonly string[], beside: Beside): Promise<void> {
  const texts = (await db('conversation as c').join('message as t', (on) => on.on('t.id', db.raw(LAST_TEXT))).whereIn('c.id', part).select('c.id', 't.text', 't.author', 't.author_key')) as { id: string; text: string; author: string; author_key: string }[]
  for (const { id, ...text } of texts) beside.texts.set(id, text)
  const people = (await db('conversation as c')
    .join('person_handle as h', (on) => on.on('h.network', 'c.network').andOn('h.person_key', 'c.person_key'))
    .join('person as p', 'p.id', 'h.person_id')
    .whereIn('c.id', part)
    .select('c.network', 'c.person_key', 'p.id', 'p.name')) as { network: string; person_key: string; id: string; name: string }[]
  for (const { network, person_key, id, name } of people) beside.names.set(personOf(network, person_key), { id, name })
  const labels = (await db('conversation_label').whereIn('conversation_id', part).orderBy('name')) as { conversation_id: string; name: string }[]
  for (const { conversation_id, name } of labels) beside.labels.set(conversation_id, [...(beside.labels.get(conversation_id) ?? []), name])
  for (const { id } of (await db('reply_draft').whereIn('id', part).select('id')) as { id: string }[]) beside.drafts.add(id)
  for (const [id, post] of await listRowPosts(db, part)) beside.posts.set(id, post)
}

async function loadBeside(db: Db, rows: readonly ConversationRow[]): Promise<Beside> {
  const channels = (await db('channel').select('id', 'name')) as { id: string; name: string }[]
  const beside: Beside = { channels: new Map(channels.map(({ id, name }) => [id, name])), texts: new Map(), names: new Map(), labels: new Map(), drafts: new Set(), posts: new Map() }
  for (const part of chunks(rows.map(({ id }) => id), 1000)) await loadPart(db, part, beside)
  return beside
}

function judged<T>(set: unknown, suggested: unknown, by: 'person' | 'rule' | 'removed' | undefined, parse: (value: unknown) => T | null): { value: T | null; by: 'suggested' | 'person' | 'rule' } {
  const own = set === null ? null : parse(set)
  return own === null ? { value: parse(suggested), by: 'suggested' } : { value: own, by: by === 'rule' ? 'rule' : 'person' }
}
const asType = (value: unknown) => conversationType.safeParse(value).data ?? null
const asSentiment = (value: unknown) => sentiment.safeParse(value).data ?? null
const asPriority = (value: unknown) => (typeof value === 'number' && value >= 1 && value <= 3 ? value : null)

export interface RowContext {
  clientId: string
  clocks: ResponseClocks
  now: string
}

function toRow(row: ConversationRow, beside: Beside, { clientId, clocks, now }: RowContext): InboxRow {
  const text = beside.texts.get(row.id)
  const known = beside.names.get(personOf(row.network, row.person_key))
  const waits = row.state === 'open' || row.state === 'snoozed' ? row.waiting_since : ''
  const clock = clocks.read({ since: waits, pausedFrom: row.state === 'snoozed' ? row.updated_at : null, channelId: row.channel_id }, now)
  const [set, because] = [setByOf(row), sensitiveBy(row)]
  const author = text?.author_key === row.person_key ? text.author : ''
  return {
    id: row.id, clientId, network: row.network, channelId: row.channel_id || null, channelName: beside.channels.get(row.channel_id) ?? '', kind: row.kind, title: row.title,
    person: { network: row.network, key: row.person_key, name: known?.name || author || row.title || row.person_key, personId: known?.id ?? null },
    excerpt: oneLine(text?.text ?? ''),
    type: judged(row.type, row.suggested_type, set['type'], asType), sentiment: judged(row.sentiment, row.suggested_sentiment, set['sentiment'], asSentiment),
    priority: judged(row.priority, row.suggested_priority, set['priority'], asPriority), sensitive: because.length > 0, sensitiveBy: because, state: row.state, assignee: row.assignee ?? '', snoozedUntil: row.state === 'snoozed' ? row.snoozed_until : null,
    labels: beside.labels.get(row.id) ?? [], unread: row.last_in_at !== '' && (row.read_at === null || row.read_at < row.last_in_at), hasDraft: beside.drafts.has(row.id), language: row.language,
    messages: row.messages, lastInAt: row.last_in_at || null, lastOutAt: row.last_out_at || null, waitingSince: waits || null, post: beside.posts.get(row.id) ?? null, clock
  }
}

/** Rows as lists and threads show them. */
export async function presentRows(db: Db, rows: readonly ConversationRow[], context: RowContext): Promise<InboxRow[]> {
  const beside = await loadBeside(db, rows)
  return rows.map((row) => toRow(row, beside, context))
}
