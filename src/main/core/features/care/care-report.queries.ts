import type { Knex } from 'knex'
import type { CareConversation, CareEvent } from '../../../../shared/features/care/care-facts'
import { conversationType, sentiment } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader } from '../../context'

export interface Reach {
  /** From this instant up to, not including, the other. */
  first: string
  end: string
  channelIds: readonly string[]
}

interface ConversationRow {
  id: string
  network: string
  channel_id: string
  type: string | null
  sentiment: string | null
  assignee: string | null
  state: string | null
  closed_at: string | null
}
interface EventRow {
  id: string
  kind: 'in' | 'out'
  at: string
  by: string
}

/** Conversations in which something came in within reach. */
function inReach(query: Knex.QueryBuilder, { first, end, channelIds }: Reach): Knex.QueryBuilder {
  void query.where('c.messages', '>', 0).whereNot('c.first_in_at', '').where('c.last_in_at', '>=', first).where('c.first_in_at', '<', end)
  return channelIds.length === 0 ? query : query.whereIn('c.channel_id', [...channelIds])
}

async function listEvents(db: Reader, reach: Reach): Promise<EventRow[]> {
  const messages = inReach(db('conversation as c').joinRaw('CROSS JOIN message AS m ON m.conversation_id = c.id'), reach)
    .whereRaw('m.import_id IN (SELECT id FROM message_import)')
    .select({ id: 'c.id', kind: 'm.direction', at: 'm.sent_at' })
  const replies = inReach(db('conversation as c').join('reply as r', 'r.conversation_id', 'c.id'), reach).select({ id: 'c.id', at: 'r.sent_at', by: 'r.sent_by' })
  const [imported, own] = [(await messages) as Omit<EventRow, 'by'>[], (await replies) as Omit<EventRow, 'kind'>[]]
  return [...imported.map((row) => ({ ...row, by: '' })), ...own.map((row) => ({ ...row, kind: 'out' as const }))]
}

const rank: Record<CareEvent['kind'], number> = { in: 0, out: 1, paused: 2, resumed: 3, reopened: 4, closed: 5 }

/** A close that a message came after is no close any more; it tells nothing of when it was done with. */
const closesOf = ({ state, closed_at }: ConversationRow): CareEvent[] =>
  closed_at !== null && (state === 'closed' || state === 'hidden') ? [{ kind: 'closed', at: closed_at }] : []

/** What happened in the conversations of some days, from their first message on. */
export async function listCareConversations(db: Reader, reach: Reach): Promise<CareConversation[]> {
  const rows = (await inReach(db('conversation as c').leftJoin('conversation_care as k', 'k.id', 'c.id'), reach).select(
    'c.id', 'c.network', 'c.channel_id', 'k.assignee', 'k.state', 'k.closed_at',
    db.raw('coalesce(k.type, c.suggested_type) AS type'), db.raw('coalesce(k.sentiment, c.suggested_sentiment) AS sentiment')
  )) as ConversationRow[]
  const events = new Map<string, CareEvent[]>(rows.map((row) => [row.id, closesOf(row)]))
  for (const { id, kind, at, by } of await listEvents(db, reach)) events.get(id)?.push({ kind, at, by })
  return rows.map((row) => ({
    id: row.id, network: row.network, channelId: row.channel_id, type: conversationType.safeParse(row.type).data ?? null, sentiment: sentiment.safeParse(row.sentiment).data ?? null,
    assignee: row.assignee ?? '', events: (events.get(row.id) ?? []).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank[a.kind] - rank[b.kind]))
  }))
}

export interface RowWords {
  author: string
  excerpt: string
}

const EXCERPT = 160

/** Author and first words of the message of each row: the one that came in at its instant. */
export async function findWords(db: Reader, wanted: readonly { conversationId: string; at: string }[]): Promise<(RowWords | undefined)[]> {
  const found: (RowWords | undefined)[] = []
  for (const { conversationId, at } of wanted) {
    const row = (await db('message')
      .where({ conversation_id: conversationId, direction: 'in', sent_at: at })
      .whereRaw('+import_id IN (SELECT id FROM message_import)')
      .first('author', db.raw('substr(text, 1, ?) AS excerpt', [EXCERPT]))) as RowWords | undefined
    found.push(row && { author: row.author, excerpt: row.excerpt.replace(/\s+/gu, ' ').trim() })
  }
  return found
}

export async function hasConversations(db: Reader): Promise<boolean> {
  return (await db('conversation').where('messages', '>', 0).whereNot('first_in_at', '').first('id')) !== undefined
}
