import type { HistoryEntry, OutreachItem, PersonCard, PersonHandle } from '../../../../shared/features/people/people.schema'
import { conversationType, sentiment } from '../../../../shared/features/inbox/inbox.schema'
import type { Reader } from '../../context'
import { listRowPosts } from '../inbox'
import { listMerges } from './merge.repository'
import { listOutreach } from './outreach.repository'
import { handlesJson, type Person } from './resolve-person'

const EXCERPT = 240
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, EXCERPT)

const OWN = 'WITH own AS (SELECT a.* FROM json_each(?) given JOIN conversation_author a ON a.network = given.value ->> 0 AND a.author_key = given.value ->> 1)'

interface Totals {
  messages: number
  conversations: number
  praise: number
  complaints: number
  answers: number
  waiting: number
  first_at: string | null
  last_at: string | null
  waiting_since: string | null
}

async function totalsOf(db: Reader, person: Person): Promise<Totals> {
  const [found] = (await db.raw(
    `${OWN}, talk AS (
       SELECT o.conversation_id AS id, sum(o.messages) AS messages, min(o.first_at) AS first_at, max(o.last_at) AS last_at, min(nullif(o.waiting_since, '')) AS waiting_since FROM own o GROUP BY o.conversation_id)
     SELECT coalesce(sum(t.messages), 0) AS messages, count(*) AS conversations, count(*) FILTER (WHERE coalesce(k.type, c.suggested_type) = 'praise') AS praise,
       count(*) FILTER (WHERE coalesce(k.type, c.suggested_type) = 'complaint') AS complaints,
       coalesce(sum((SELECT count(*) FROM reply r WHERE r.conversation_id = c.id) + (SELECT count(*) FROM message m WHERE m.conversation_id = c.id AND m.direction = 'out' AND m.import_id IN (SELECT id FROM message_import)
         AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.conversation_id = c.id AND trim(r.text) = trim(m.text)))), 0) AS answers,
       count(t.waiting_since) AS waiting, min(t.first_at) AS first_at, max(t.last_at) AS last_at, min(t.waiting_since) AS waiting_since
     FROM talk t JOIN conversation c ON c.id = t.id LEFT JOIN conversation_care k ON k.id = c.id`,
    [handlesJson(person)]
  )) as Totals[]
  if (!found) throw new Error('a sum without a row')
  return found
}

async function handlesOf(db: Reader, person: Person): Promise<PersonHandle[]> {
  const seen = (await db.raw(`${OWN} SELECT network, author_key, sum(messages) AS messages, max(last_at) AS last_at FROM own GROUP BY network, author_key`, [handlesJson(person)])) as {
    network: string; author_key: string; messages: number; last_at: string
  }[]
  const facts = new Map(seen.map((row) => [`${row.network} ${row.author_key}`, row]))
  return person.handles.map(({ id, network, person_key, shown }) => {
    const fact = facts.get(`${network} ${person_key}`)
    return { id, network, key: person_key, shown, messages: fact?.messages ?? 0, lastAt: fact?.last_at ?? null }
  })
}

export async function getPersonCard(db: Reader, person: Person): Promise<PersonCard> {
  const { card, name } = person
  const { first_at, last_at, waiting_since, ...counts } = await totalsOf(db, person)
  const outreach: OutreachItem[] = card ? (await listOutreach(db, { personId: card.id, offset: 0, limit: 200 })).items : []
  const labels = card ? ((await db('person_label').where({ person_id: card.id }).orderBy('name').pluck('name')) as string[]) : []
  return {
    personId: card?.id ?? null, name, notes: card?.notes ?? '', consent: card?.consent ?? '', consentOn: card?.consent_on ?? null, nextStep: card?.next_step ?? '', nextOn: card?.next_on ?? null,
    createdAt: card?.created_at ?? null, handles: await handlesOf(db, person), labels, counts, firstAt: first_at, lastAt: last_at, waitingSince: waiting_since, outreach,
    merges: card ? await listMerges(db, card.id) : []
  }
}

interface HistoryRow {
  id: string
  network: string
  channel: string | null
  kind: HistoryEntry['kind']
  title: string
  messages: number
  first_at: string
  last_at: string
  waiting_since: string | null
  type: string
  sentiment: string
  text: string | null
  answer_text: string | null
  answer_at: string | null
}

/** Conversations the person took part in, the newest first, each with its last answer. */
export async function listHistory(db: Reader, person: Person, page: { offset: number; limit: number }): Promise<{ total: number; entries: HistoryEntry[] }> {
  const rows = (await db.raw(
    `${OWN}, talk AS (
       SELECT o.conversation_id AS id, sum(o.messages) AS messages, min(o.first_at) AS first_at, max(o.last_at) AS last_at, min(nullif(o.waiting_since, '')) AS waiting_since, max(o.author_key) AS author_key FROM own o GROUP BY o.conversation_id),
     shown AS (SELECT t.*, count(*) OVER () AS total FROM talk t ORDER BY t.last_at DESC, t.id LIMIT ? OFFSET ?)
     SELECT t.*, c.network, c.kind, c.title, ch.name AS channel, coalesce(k.type, c.suggested_type) AS type, coalesce(k.sentiment, c.suggested_sentiment) AS sentiment,
       (SELECT m.text FROM message m WHERE m.conversation_id = t.id AND m.author_key = t.author_key AND m.direction = 'in' AND m.import_id IN (SELECT id FROM message_import) ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) AS text,
       a.text AS answer_text, a.sent_at AS answer_at
     FROM shown t JOIN conversation c ON c.id = t.id LEFT JOIN conversation_care k ON k.id = c.id LEFT JOIN channel ch ON ch.id = c.channel_id
     LEFT JOIN (
       SELECT conversation_id, text, max(sent_at) AS sent_at FROM (
         SELECT r.conversation_id, r.text, r.sent_at FROM reply r WHERE r.conversation_id IN (SELECT id FROM shown)
         UNION ALL SELECT m.conversation_id, m.text, m.sent_at FROM message m WHERE m.conversation_id IN (SELECT id FROM shown) AND m.direction = 'out' AND +m.import_id IN (SELECT id FROM message_import)
       ) GROUP BY conversation_id) a ON a.conversation_id = t.id
     ORDER BY t.last_at DESC, t.id`,
    [handlesJson(person), page.limit, page.offset]
  )) as (HistoryRow & { total: number })[]
  const total = rows[0]?.total ?? (page.offset === 0 ? 0 : (await totalsOf(db, person)).conversations)
  const posts = await listRowPosts(db, rows.map(({ id }) => id))
  return {
    total,
    entries: rows.map((row) => ({
      conversationId: row.id, network: row.network, channelName: row.channel ?? '', kind: row.kind, title: row.title, excerpt: oneLine(row.text ?? ''),
      answer: row.answer_at === null ? null : { text: oneLine(row.answer_text ?? ''), sentAt: row.answer_at }, messages: row.messages, firstAt: row.first_at, lastAt: row.last_at, waitingSince: row.waiting_since,
      type: conversationType.safeParse(row.type).data ?? null, sentiment: sentiment.safeParse(row.sentiment).data ?? null,
      post: posts.get(row.id) ?? null
    }))
  }
}
