import type { Reader, Tx } from '../../context'
import { matchExpression } from '../assets'

/** Authors that one search looks at, at most. */
const MOST = 20_000

/** Without accents and case: `Zoë` is found by `zoe`. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** Each word is the beginning of one, or the text stands in it whole, as a part of a handle does. */
function isMeant(text: string, query: string, words: readonly string[]): boolean {
  if (folded(text).includes(query)) return true
  const own = wordsOf(text)
  return words.every((word) => own.some((one) => one.startsWith(word)))
}

async function findCards(db: Reader | Tx, query: string, words: readonly string[]): Promise<string[]> {
  const rows = (await db.raw(
    `SELECT p.id, p.name || ' ' || coalesce((SELECT group_concat(h.shown || ' ' || h.person_key, ' ') FROM person_handle h WHERE h.person_id = p.id), '') || ' '
       || coalesce((SELECT group_concat(s.author, ' ') FROM (SELECT DISTINCT a.author FROM person_handle h JOIN conversation_author a ON a.network = h.network AND a.author_key = h.person_key WHERE h.person_id = p.id) s), '') AS text
     FROM person p`
  )) as { id: string; text: string }[]
  return rows.flatMap(({ id, text }) => (isMeant(text, query, words) ? [id] : []))
}

/** Of authors of messages the full-text index knows the names; keys are looked at as they are. */
async function findAuthors(db: Reader | Tx, search: string): Promise<string[]> {
  const match = matchExpression(search)
  const like = `%${search.trim().replace(/^@/, '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = (await db.raw(
    `${match === undefined ? '' : `SELECT DISTINCT c.network || ' ' || m.author_key AS who FROM message_search s CROSS JOIN message m ON m.id = s.rowid JOIN conversation c ON c.id = m.conversation_id WHERE s.message_search MATCH ? UNION `}
     SELECT DISTINCT network || ' ' || author_key FROM conversation_author WHERE author_key LIKE ? ESCAPE '\\' LIMIT ${MOST}`,
    [...(match === undefined ? [] : [`author : (${match})`]), like]
  )) as { who: string }[]
  return rows.map(({ who }) => who)
}

/** Cards by id, and authors as `network key`; undefined where nothing is looked for. */
export async function findMatching(db: Reader | Tx, search: string): Promise<{ cards: string[]; authors: string[] } | undefined> {
  const query = folded(search.trim().replace(/^@/, ''))
  if (query === '') return undefined
  return { cards: await findCards(db, query, wordsOf(search)), authors: await findAuthors(db, search) }
}
