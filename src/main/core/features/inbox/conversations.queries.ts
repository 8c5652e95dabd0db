import type { Knex } from 'knex'
import type { ConversationKind, InboxFilters, InboxView } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader, Tx } from '../../context'
import { matchExpression } from '../assets'
import { MESSAGES_OF_ONE } from './message-store.repository'

type Db = Reader | Tx

/** A conversation with what a person set on it; `state` is what it is now. */
export interface ConversationRow {
  id: string
  network: string
  channel_id: string
  kind: ConversationKind
  title: string
  permalink: string
  variant_id: string
  person_key: string
  language: string
  suggested_type: string
  suggested_sentiment: string
  suggested_priority: number
  last_in_at: string
  last_out_at: string
  waiting_since: string
  messages: number
  state: 'open' | 'snoozed' | 'closed' | 'hidden'
  assignee: string | null
  snoozed_until: string | null
  type: string | null
  priority: number | null
  sentiment: string | null
  sensitive: number | null
  reason: string | null
  read_at: string | null
  closed_at: string | null
  updated_at: string | null
  set_by_json: string | null
  /** 1 where one of its labels, or its type, asks for an approval of replies. */
  sensitive_label: number
  sensitive_type: number
}

/** What a conversation is now: the end of a snooze opens it. A new message has opened it already. */
const STATE = "CASE WHEN c.care = 'snoozed' AND c.snoozed_until <= ? THEN 'open' ELSE c.care END"
const MARKS = "(SELECT value_json FROM workspace_setting WHERE id = 'care.sensitive')"
const SENSITIVE_LABEL = `EXISTS (SELECT 1 FROM conversation_label l JOIN json_each(${MARKS}, '$.labels') s ON s.value = l.name COLLATE NOCASE WHERE l.conversation_id = c.id)`
const SENSITIVE_TYPE = `EXISTS (SELECT 1 FROM json_each(${MARKS}, '$.types') s WHERE s.value = coalesce(k.type, c.suggested_type))`
const COLUMNS = [
  'c.id', 'c.network', 'c.channel_id', 'c.kind', 'c.title', 'c.permalink', 'c.variant_id', 'c.person_key', 'c.language', 'c.suggested_type', 'c.suggested_sentiment', 'c.suggested_priority', 'c.last_in_at',
  'c.last_out_at', 'c.waiting_since', 'c.messages', 'k.assignee', 'k.snoozed_until', 'k.type', 'k.priority', 'k.sentiment', 'k.sensitive', 'k.reason', 'k.read_at', 'k.closed_at', 'k.updated_at', 'k.set_by_json'
]

const standing = (db: Db): Knex.QueryBuilder => db('conversation as c').where('c.messages', '>', 0)
const conversations = (db: Db): Knex.QueryBuilder => standing(db).leftJoin('conversation_care as k', 'k.id', 'c.id')

function inState(query: Knex.QueryBuilder, state: string, now: string): Knex.QueryBuilder {
  // Two states by an index each would have to be sorted: the order of the list comes from an index of its own.
  if (state === 'open') return query.whereRaw("(+c.care = 'open' OR (+c.care = 'snoozed' AND c.snoozed_until <= ?))", [now])
  void query.where('c.care', state)
  return state === 'snoozed' ? query.where('c.snoozed_until', '>', now) : query
}

function inView(query: Knex.QueryBuilder, view: InboxView, now: string, me: string): void {
  if (view === 'unanswered') void inState(query, 'open', now).whereRaw("c.waiting_since > ''")
  else if (view === 'mine') void inState(query, 'open', now).where('c.assignee', me).whereNot('c.assignee', '')
  else if (view === 'waiting-approval') void query.whereRaw("c.id IN (SELECT id FROM reply_draft WHERE state = 'waiting')")
  else if (view !== 'all') void inState(query, view, now)
}

/** Where all messages stand, their numbers alone tell the conversations. */
const FOUND = `SELECT DISTINCT rowid / ${MESSAGES_OF_ONE} AS number FROM message_search WHERE message_search MATCH ?`
const FOUND_STANDING = `SELECT DISTINCT s.rowid / ${MESSAGES_OF_ONE} AS number FROM message_search s CROSS JOIN message m ON m.id = s.rowid
  WHERE s.message_search MATCH ? AND m.import_id IN (SELECT id FROM message_import)`
/** From so many on, going through a list in its order is quicker than looking each of them up and sorting them. */
const MANY = 1000

interface Found {
  /** Numbers of conversations, as JSON: a page and its count ask the full-text index once. */
  numbers: string
  count: number
}

/** What is asked for; `found` is what the words were found in, undefined where nothing is looked for. */
export interface InboxQuery {
  filters: InboxFilters
  now: string
  found: Found | undefined
}

async function searchFor(db: Db, { search }: InboxFilters): Promise<Found | undefined> {
  const match = matchExpression(search)
  if (match === undefined) return undefined
  const [counts] = (await db.raw('SELECT (SELECT count(*) FROM message) AS there, (SELECT coalesce(sum(messages), 0) FROM conversation) AS standing')) as { there: number; standing: number }[]
  const numbers = counts?.there === counts?.standing ? FOUND : FOUND_STANDING
  const [found] = (await db.raw(`SELECT json_group_array(number) AS numbers, count(*) AS count FROM (${numbers})`, [match])) as Found[]
  return found
}

export const readQuery = async (db: Db, filters: InboxFilters, now: string): Promise<InboxQuery> => ({ filters, now, found: await searchFor(db, filters) })

function filtered(db: Db, { filters, now, found }: InboxQuery): Knex.QueryBuilder {
  const query = standing(db)
  inView(query, filters.view, now, filters.me)
  const { network, channelId, kind, language, assignee, unread } = filters
  if (network !== undefined) void query.where('c.network', network)
  if (channelId !== undefined) void query.where('c.channel_id', channelId)
  if (kind !== undefined) void query.where('c.kind', kind)
  if (language !== undefined) void query.where('c.language', language)
  if (assignee !== undefined) void query.where('c.assignee', assignee)
  if (unread !== undefined) void query.where('c.unread', unread ? 1 : 0)
  byJudgment(query, filters)
  if (filters.label !== undefined) void query.whereRaw('c.id IN (SELECT conversation_id FROM conversation_label WHERE name = ?)', [filters.label])
  if (filters.personId !== undefined) {
    void query.whereRaw('EXISTS (SELECT 1 FROM person_handle h WHERE h.person_id = ? AND h.network = c.network AND h.person_key = c.person_key)', [filters.personId])
  }
  if (found) void query.whereRaw(`${found.count < MANY ? '' : '+'}c.number IN (SELECT value FROM json_each(?))`, [found.numbers])
  return query
}

/** What a person or a rule set counts, else what is suggested. Few are set, so the others need no look at their row of care. */
function byJudgment(query: Knex.QueryBuilder, filters: InboxFilters): void {
  for (const field of ['type', 'sentiment', 'priority'] as const) {
    const value = filters[field]
    if (value === undefined) continue
    const set = `SELECT id FROM conversation_care WHERE ${field}`
    void query.whereRaw(`((c.suggested_${field} = ? AND c.id NOT IN (${set} IS NOT NULL)) OR +c.id IN (${set} = ?))`, [value, value])
  }
}

export interface Page {
  offset: number
  limit: number
}

const withState = (db: Db, query: Knex.QueryBuilder, now: string): Knex.QueryBuilder => query.select(...COLUMNS, db.raw(`${STATE} AS state, ${SENSITIVE_LABEL} AS sensitive_label, ${SENSITIVE_TYPE} AS sensitive_type`, [now]))

const NARROWING = ['network', 'channelId', 'kind', 'type', 'sentiment', 'priority', 'label', 'assignee', 'language', 'unread', 'personId'] as const

export async function countConversations(db: Db, query: InboxQuery): Promise<number> {
  const { found, filters } = query
  // Words were found in messages that stand, and so do their conversations.
  if (found && filters.view === 'all' && NARROWING.every((name) => filters[name] === undefined)) return found.count
  return ((await filtered(db, query).count({ n: '*' }).first()) as { n: number }).n
}

/** What a conversation is ordered by. */
export interface ConversationPlace {
  id: string
  channelId: string
  waitingSince: string
  lastAt: string
}

async function placesOf(query: Knex.QueryBuilder, { offset, limit }: Page): Promise<ConversationPlace[]> {
  return (await query.offset(offset).limit(limit).select({ id: 'c.id', channelId: 'c.channel_id', waitingSince: 'c.waiting_since', lastAt: 'c.last_at' })) as ConversationPlace[]
}

/** The newest message first. */
export const listNewest = (db: Db, query: InboxQuery, page: Page): Promise<ConversationPlace[]> =>
  placesOf(filtered(db, query).orderBy([{ column: 'c.last_at', order: 'desc' }, { column: 'c.id', order: 'desc' }]), page)

/** `except` turns the channels around. */
export interface Channels {
  ids: readonly string[]
  except: boolean
}

function onChannels(query: Knex.QueryBuilder, { ids, except }: Channels): Knex.QueryBuilder {
  if (!except) return query.whereIn('c.channel_id', [...ids])
  return ids.length === 0 ? query : query.whereNotIn('c.channel_id', [...ids])
}

/** Those of some channels that wait longest. */
export const listWaiting = (db: Db, query: InboxQuery, page: Page, channels: Channels): Promise<ConversationPlace[]> =>
  placesOf(onChannels(filtered(db, query), channels).orderBy('c.waiting_since').orderBy('c.id'), page)

export async function findConversation(db: Db, id: string, now: string): Promise<ConversationRow | undefined> {
  return (await withState(db, conversations(db), now).where('c.id', id).first()) as ConversationRow | undefined
}

export async function findConversations(db: Db, ids: readonly string[], now: string): Promise<ConversationRow[]> {
  return (await withState(db, conversations(db), now).whereIn('c.id', [...ids])) as ConversationRow[]
}

/** Conversations in the order of the ids; those that are not there are left out. */
export async function listInOrder(db: Db, ids: readonly string[], now: string): Promise<ConversationRow[]> {
  const rows = new Map((await findConversations(db, ids, now)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Ids of a view, the oldest wait first. */
export async function listIdsInView(db: Db, view: InboxView, now: string): Promise<string[]> {
  const query = standing(db)
  inView(query, view, now, '')
  return ((await query.orderBy('c.waiting_since').orderBy('c.id').select('c.id')) as { id: string }[]).map(({ id }) => id)
}

/** Why replies need an approval; empty where they do not. */
export function sensitiveBy(row: Pick<ConversationRow, 'sensitive' | 'sensitive_label' | 'sensitive_type'>): ('mark' | 'label' | 'type')[] {
  return [...(row.sensitive === 1 ? ['mark' as const] : []), ...(row.sensitive_label === 1 ? ['label' as const] : []), ...(row.sensitive_type === 1 ? ['type' as const] : [])]
}

/** How many conversations each view holds, and how many have something unread. */
export async function countViews(db: Db, now: string, me: string): Promise<{ counts: Record<InboxView, number>; unread: number }> {
  const query = standing(db).groupByRaw('1')
  const sums = "count(*) AS n, sum(c.waiting_since > '') AS waiting, sum(c.assignee <> '' AND c.assignee = ?) AS mine, sum(c.unread) AS unread"
  const rows = (await query.select(db.raw(`${STATE} AS state, ${sums}`, [now, me]))) as { state: string; n: number; waiting: number; mine: number; unread: number }[]
  const of = (state: string) => rows.find((row) => row.state === state)
  const all = (what: 'n' | 'unread'): number => rows.reduce((sum, row) => sum + row[what], 0)
  const approval = await countConversations(db, { filters: { view: 'waiting-approval', search: '', me }, now, found: undefined })
  const counts = {
    unanswered: of('open')?.waiting ?? 0, open: of('open')?.n ?? 0, mine: of('open')?.mine ?? 0, snoozed: of('snoozed')?.n ?? 0, 'waiting-approval': approval, closed: of('closed')?.n ?? 0,
    hidden: of('hidden')?.n ?? 0, all: all('n')
  }
  return { counts, unread: all('unread') }
}

/** How many of those who wait on some channels wait since an instant or longer. */
export async function countWaits(db: Db, now: string, since: string, channels: Channels): Promise<number> {
  const query = onChannels(standing(db).where('c.waiting_since', '<=', since), channels)
  inView(query, 'unanswered', now, '')
  return ((await query.count({ n: '*' }).first()) as { n: number }).n
}

export async function listFacets(db: Db): Promise<{ networks: string[]; labels: string[]; assignees: string[]; languages: string[] }> {
  const texts = async (query: Knex.QueryBuilder): Promise<string[]> => ((await query) as { value: string }[]).map(({ value }) => value)
  return {
    networks: await texts(db('conversation').where('messages', '>', 0).distinct({ value: 'network' }).orderBy('value')),
    labels: await texts(db('conversation_label').distinct({ value: 'name' }).orderBy('value')),
    assignees: await texts(db('conversation_care').whereNot('assignee', '').distinct({ value: 'assignee' }).orderBy('value')),
    languages: await texts(db('conversation').where('messages', '>', 0).whereNot('language', '').distinct({ value: 'language' }).orderBy('value'))
  }
}
