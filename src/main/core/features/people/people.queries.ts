import type { PeopleFilters, PersonRow } from '../../../../shared/features/people/people.schema'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
import { findMatching } from './search-people'

type Db = Reader | Tx
type Value = string | number | null

/** A card, or an author without one: `person_id` is empty then, and network and key tell who it is. */
interface EntryRow {
  person_id: string
  network: string
  person_key: string
  name: string
  messages: number
  conversations: number
  first_at: string
  last_at: string
  waiting_since: string
  next_step: string
  next_on: string | null
}

const cardsOf = (where: string): string => `SELECT p.id AS person_id, '' AS network, '' AS person_key, p.name AS name, coalesce(sum(a.messages), 0) AS messages, count(a.conversation_id) AS conversations, coalesce(min(a.first_at), '') AS first_at,
    coalesce(max(a.last_at), '') AS last_at, coalesce(min(nullif(a.waiting_since, '')), '') AS waiting_since, p.next_step AS next_step, p.next_on AS next_on
  FROM person p LEFT JOIN person_handle h ON h.person_id = p.id LEFT JOIN conversation_author a ON a.network = h.network AND a.author_key = h.person_key ${where} GROUP BY p.id`
const authorsOf = (from: string): string => `SELECT '', a.network, a.author_key, max(a.author), sum(a.messages), count(*), min(a.first_at), max(a.last_at), coalesce(min(nullif(a.waiting_since, '')), ''), '', NULL
  FROM ${from} WHERE NOT EXISTS (SELECT 1 FROM person_handle h WHERE h.network = a.network AND h.person_key = a.author_key) GROUP BY a.network, a.author_key`
const ENTRIES = `WITH entry AS (${cardsOf('')} UNION ALL ${authorsOf('conversation_author a')})`
/** The same of those that are named alone: cards by id, others by network and key. */
const NAMED = `${cardsOf('WHERE p.id IN (SELECT value FROM json_each(?))')} UNION ALL ${authorsOf('json_each(?) given CROSS JOIN conversation_author a ON a.network = given.value ->> 0 AND a.author_key = given.value ->> 1')}`

const orders: Readonly<Record<PeopleFilters['sort'], string>> = {
  last: 'last_at DESC, name COLLATE NOCASE, person_id, network, person_key',
  messages: 'messages DESC, last_at DESC, person_id, network, person_key',
  name: "name = '', name COLLATE NOCASE, person_id, network, person_key"
}

interface Where {
  sql: string
  values: Value[]
}

async function where(db: Db, filters: PeopleFilters, today: string): Promise<Where> {
  const parts: string[] = []
  const values: Value[] = []
  const add = (sql: string, ...more: Value[]): void => {
    parts.push(sql)
    values.push(...more)
  }
  const { label, network, due, unanswered, card } = filters
  if (label !== undefined) add('person_id IN (SELECT person_id FROM person_label WHERE name = ?)', label)
  if (network !== undefined) add('(network = ? OR person_id IN (SELECT person_id FROM person_handle WHERE network = ?))', network, network)
  if (due === true) add('next_on <= ?', today)
  if (unanswered === true) add("waiting_since > ''")
  if (card !== undefined) add(card ? "person_id <> ''" : "person_id = ''")
  const found = await findMatching(db, filters.search)
  if (found) {
    add("(person_id IN (SELECT value FROM json_each(?)) OR (person_id = '' AND network || ' ' || person_key IN (SELECT value FROM json_each(?))))", JSON.stringify(found.cards), JSON.stringify(found.authors))
  }
  return { sql: parts.length === 0 ? '1 = 1' : parts.join(' AND '), values }
}

async function presentEntries(db: Db, entries: readonly EntryRow[]): Promise<PersonRow[]> {
  const ids = entries.flatMap(({ person_id }) => (person_id === '' ? [] : [person_id]))
  const handles = new Map<string, PersonRow['handles']>()
  const labels = new Map<string, string[]>()
  for (const part of chunks(ids, 500)) {
    for (const { person_id, network, person_key, shown } of (await db('person_handle').whereIn('person_id', part).orderBy(['network', 'person_key'])) as { person_id: string; network: string; person_key: string; shown: string }[]) {
      handles.set(person_id, [...(handles.get(person_id) ?? []), { network, key: person_key, shown }])
    }
    for (const { person_id, name } of (await db('person_label').whereIn('person_id', part).orderBy('name')) as { person_id: string; name: string }[]) labels.set(person_id, [...(labels.get(person_id) ?? []), name])
  }
  return entries.map((row) => ({
    personId: row.person_id || null, name: row.name || row.person_key,
    handles: row.person_id === '' ? [{ network: row.network, key: row.person_key, shown: row.name || row.person_key }] : (handles.get(row.person_id) ?? []),
    labels: labels.get(row.person_id) ?? [], messages: row.messages, conversations: row.conversations, firstAt: row.first_at || null, lastAt: row.last_at || null, waitingSince: row.waiting_since || null,
    nextStep: row.next_step, nextOn: row.next_on
  }))
}

/** @param today the day it is for the client: next steps are due by it */
export async function listPeople(db: Db, filters: PeopleFilters, today: string, page: { offset: number; limit: number }): Promise<{ total: number; people: PersonRow[] }> {
  const { sql, values } = await where(db, filters, today)
  const rows = (await db.raw(`${ENTRIES} SELECT *, count(*) OVER () AS total FROM entry WHERE ${sql} ORDER BY ${orders[filters.sort]} LIMIT ? OFFSET ?`, [...values, page.limit, page.offset])) as (EntryRow & { total: number })[]
  const total = rows[0]?.total ?? (page.offset === 0 ? 0 : ((await db.raw(`${ENTRIES} SELECT count(*) AS total FROM entry WHERE ${sql}`, values)) as { total: number }[])[0]?.total ?? 0)
  return { total, people: await presentEntries(db, rows) }
}

export interface Somebody {
  personId: string
  network: string
  key: string
}

/** People by card, or by network and key; those that are not there are left out. */
export async function findPeople(db: Db, wanted: readonly Somebody[]): Promise<Map<string, PersonRow>> {
  const ids = wanted.flatMap(({ personId }) => (personId === '' ? [] : [personId]))
  const pairs = wanted.flatMap(({ personId, network, key }) => (personId === '' ? [JSON.stringify([network, key])] : []))
  const rows = (await db.raw(NAMED, [JSON.stringify([...new Set(ids)]), `[${[...new Set(pairs)].join(',')}]`])) as EntryRow[]
  const people = await presentEntries(db, rows)
  return new Map(rows.map((row, index) => [row.person_id || `${row.network} ${row.person_key}`, people[index]] as const).flatMap(([key, person]) => (person ? [[key, person] as const] : [])))
}

export async function countPeople(db: Db, today: string) {
  const [found] = (await db.raw(
    `${ENTRIES} SELECT count(*) AS people, count(*) FILTER (WHERE person_id <> '') AS cards, count(*) FILTER (WHERE waiting_since > '') AS unanswered, count(*) FILTER (WHERE next_on <= ?) AS due FROM entry`, [today]
  )) as { people: number; cards: number; unanswered: number; due: number }[]
  const labels = (await db('person_label').select('name').count({ count: '*' }).groupBy('name').orderBy([{ column: 'count', order: 'desc' }, { column: 'name' }])) as { name: string; count: number }[]
  const networks = (await db.raw('SELECT network FROM person_handle UNION SELECT network FROM conversation_author ORDER BY 1')) as { network: string }[]
  return { ...(found ?? { people: 0, cards: 0, unanswered: 0, due: 0 }), labels, networks: networks.map(({ network }) => network) }
}
