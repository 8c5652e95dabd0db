import type { Reader, Tx } from '../../context'
import { authorKey } from '../inbox'
import { knownBy, type KnownBy } from './erase-words'
import { readMerged } from './merge.repository'
import { handlesJson, isOneOf, type Person } from './resolve-person'

type Db = Reader | Tx

/** All rows that tell of a person, by id. */
export interface Scope {
  person: Person
  known: KnownBy
  /** The card, and those that went into it at any time. */
  cardIds: string[]
  /** Conversations with nobody else, and those with others. */
  alone: string[]
  shared: string[]
  messageIds: number[]
  outgoingIds: number[]
  replyIds: string[]
  draftIds: string[]
  noteIds: string[]
  evidenceIds: string[]
  incidentEntryIds: string[]
  outreachIds: string[]
  bookEntryIds: string[]
  bookPersonIds: string[]
  assetIds: string[]
  jobIds: string[]
}

interface Texts {
  id: string
  conversation_id: string
  text: string
}

const pluck = async <T>(query: PromiseLike<unknown>): Promise<T[]> => ((await query) as { id: T }[]).map(({ id }) => id)

async function conversationsOf(db: Db, person: Person): Promise<{ alone: string[]; shared: string[] }> {
  const own = isOneOf('c.network', 'm.author_key')
  const rows = (await db.raw(
    `WITH own AS (SELECT DISTINCT m.conversation_id AS id FROM json_each(?) given JOIN message m ON m.author_key = given.value ->> 1 JOIN conversation c ON c.id = m.conversation_id AND c.network = given.value ->> 0)
     SELECT o.id, EXISTS (SELECT 1 FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.conversation_id = o.id AND m.direction = 'in' AND m.author_key <> '' AND NOT ${own}) AS others FROM own o`,
    [handlesJson(person), handlesJson(person)]
  )) as { id: string; others: 0 | 1 }[]
  return { alone: rows.flatMap(({ id, others }) => (others ? [] : [id])), shared: rows.flatMap(({ id, others }) => (others ? [id] : [])) }
}

/** Cards that went into this one, and those that had one of its handles and are gone: the log tells. */
async function cardsOf(db: Db, { card, handles }: Person): Promise<string[]> {
  const ids = new Set(card ? [card.id] : [])
  if (card) for (const { merged_json } of (await db('person_merge').where({ person_id: card.id })) as { merged_json: string }[]) ids.add(readMerged(merged_json).card.id)
  const logged = (await db('change').where({ table_name: 'person_handle' }).select('before_json', 'after_json')) as { before_json: string | null; after_json: string | null }[]
  const own = new Set(handles.map(({ network, person_key }) => `${network} ${person_key}`))
  const living = new Set((await db('person').pluck('id')) as string[])
  for (const json of logged.flatMap(({ before_json, after_json }) => [before_json, after_json])) {
    if (json === null) continue
    const row = JSON.parse(json) as { person_id: string; network: string; person_key: string }
    if (own.has(`${row.network} ${row.person_key}`) && (!living.has(row.person_id) || row.person_id === card?.id)) ids.add(row.person_id)
  }
  return [...ids]
}

/** In conversations with nobody else all are about the person; in others those that name the person. */
async function textsIn(db: Db, table: 'reply' | 'internal_note' | 'reply_draft', { alone, shared, known }: Pick<Scope, 'alone' | 'shared' | 'known'>): Promise<string[]> {
  const place = table === 'reply_draft' ? 'id' : 'conversation_id'
  const all = await pluck<string>(db.raw('SELECT id FROM ?? WHERE ?? IN (SELECT value FROM json_each(?))', [table, place, JSON.stringify(alone)]))
  const some = (await db.raw('SELECT id, text FROM ?? WHERE ?? IN (SELECT value FROM json_each(?))', [table, place, JSON.stringify(shared)])) as Texts[]
  return [...all, ...some.filter(({ text }) => known.names(text)).map(({ id }) => id)]
}

async function messagesOf(db: Db, person: Person, { alone, shared, known }: Pick<Scope, 'alone' | 'shared' | 'known'>): Promise<{ incoming: number[]; outgoing: number[] }> {
  const inAlone = (await db.raw('SELECT id, direction FROM message WHERE conversation_id IN (SELECT value FROM json_each(?))', [JSON.stringify(alone)])) as { id: number; direction: string }[]
  const inShared = (await db.raw(
    `SELECT m.id, m.direction, m.text, ${isOneOf('c.network', 'm.author_key')} AS own FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.conversation_id IN (SELECT value FROM json_each(?))`, [handlesJson(person), JSON.stringify(shared)]
  )) as { id: number; direction: string; text: string; own: 0 | 1 }[]
  const incoming = [...inAlone.filter(({ direction }) => direction === 'in'), ...inShared.filter(({ own }) => own)]
  const outgoing = [...inAlone.filter(({ direction }) => direction === 'out'), ...inShared.filter(({ own, direction, text }) => !own && direction === 'out' && known.names(text))]
  return { incoming: incoming.map(({ id }) => id), outgoing: outgoing.map(({ id }) => id) }
}

interface Evidence extends Texts {
  author: string
  asset_id: string | null
}

async function evidenceOf(db: Db, person: Person, { alone, known }: Pick<Scope, 'alone' | 'known'>): Promise<Evidence[]> {
  const inAlone = new Set(alone)
  const keys = new Set(person.handles.map(({ person_key }) => person_key))
  const rows = (await db('care_evidence').select('id', 'conversation_id', 'author', 'text', 'asset_id')) as Evidence[]
  return rows.filter(({ conversation_id, author }) => inAlone.has(conversation_id) || (author !== '' && (keys.has(authorKey(author)) || known.names(author))))
}

/** Pictures of the person's words, those aside that a post uses. */
async function picturesOf(db: Db, messageIds: readonly number[], evidence: readonly Evidence[]): Promise<string[]> {
  const rows = (await db.raw('SELECT DISTINCT j.value AS id FROM message m, json_each(m.media_json, \'$.assetIds\') j WHERE m.id IN (SELECT value FROM json_each(?))', [JSON.stringify(messageIds)])) as { id: string }[]
  const ids = [...new Set([...rows.map(({ id }) => id), ...evidence.flatMap(({ asset_id }) => asset_id ?? [])])]
  return pluck<string>(db.raw('SELECT a.id FROM asset a WHERE a.id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM post_media p WHERE p.asset_id = a.id)', [JSON.stringify(ids)]))
}

async function handleBookOf(db: Db, { handles }: Person): Promise<{ entries: string[]; people: string[] }> {
  const own = new Set(handles.map(({ network, person_key }) => `${network} ${person_key}`))
  const rows = (await db('handle_entry').select('id', 'person_id', 'network', 'handle')) as { id: string; person_id: string; network: string; handle: string }[]
  const entries = rows.filter(({ network, handle }) => own.has(`${network} ${authorKey(handle)}`))
  const gone = new Set(entries.map(({ id }) => id))
  const people = [...new Set(entries.map(({ person_id }) => person_id))].filter((id) => rows.every((row) => row.person_id !== id || gone.has(row.id)))
  return { entries: [...gone], people }
}

async function jobsOf(db: Db, cardIds: readonly string[], { handles }: Person): Promise<string[]> {
  const own = new Set([...cardIds, ...handles.map(({ network, person_key }) => `${network} ${person_key}`)])
  const rows = (await db('job').where({ kind: 'people.export' }).select('id', 'input_json')) as { id: string; input_json: string }[]
  return rows.flatMap(({ id, input_json }) => {
    const { person } = JSON.parse(input_json) as { person: { personId?: string; network?: string; key?: string } }
    return own.has(person.personId ?? `${person.network ?? ''} ${person.key ?? ''}`) ? [id] : []
  })
}

/** Finds everything that tells of a person, whether it counts at present or was undone. */
export async function findScope(db: Db, person: Person): Promise<Scope> {
  const authors = (await db.raw(`SELECT DISTINCT m.author AS author FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE ${isOneOf('c.network', 'm.author_key')}`, [handlesJson(person)])) as { author: string }[]
  const known = knownBy(person, authors.map(({ author }) => author))
  const places = { ...(await conversationsOf(db, person)), known }
  const { incoming, outgoing } = await messagesOf(db, person, places)
  const evidence = await evidenceOf(db, person, places)
  const cardIds = await cardsOf(db, person)
  const book = await handleBookOf(db, person)
  const inAlone = new Set(places.alone)
  const entries = (await db('incident_entry').whereNot('conversation_id', '').select('id', 'conversation_id', 'text')) as Texts[]
  const near = new Set([...places.alone, ...places.shared])
  return {
    person, ...places, cardIds, messageIds: incoming, outgoingIds: outgoing, replyIds: await textsIn(db, 'reply', places), draftIds: await textsIn(db, 'reply_draft', places), noteIds: await textsIn(db, 'internal_note', places),
    evidenceIds: evidence.map(({ id }) => id), incidentEntryIds: entries.filter(({ conversation_id, text }) => inAlone.has(conversation_id) || (near.has(conversation_id) && known.names(text))).map(({ id }) => id),
    outreachIds: await pluck<string>(db.raw('SELECT id FROM outreach WHERE person_id IN (SELECT value FROM json_each(?))', [JSON.stringify(cardIds)])),
    bookEntryIds: book.entries, bookPersonIds: book.people, assetIds: await picturesOf(db, incoming, evidence), jobIds: await jobsOf(db, cardIds, person)
  }
}
