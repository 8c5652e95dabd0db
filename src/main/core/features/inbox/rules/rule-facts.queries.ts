import type { Reader, Tx } from '../../../context'

type Db = Reader | Tx

/** What conditions and changes need to know of conversations beside their rows, by conversation. */
export interface BesideRows {
  texts: Map<string, { text: string; authors: Set<string> }>
  labels: Map<string, string[]>
  personLabels: Map<string, string[]>
}

/** What is longer is judged by its beginning. */
const LONGEST = 100_000

async function loadTexts(db: Db, ids: readonly string[], { texts }: BesideRows): Promise<void> {
  // From each conversation to its messages, by their index: the other way round every message of an import would be looked at for each
  // part. Since the last answer; the last one where everything has one.
  const rows = (await db.raw(
    `SELECT c.id, m.text, m.author, m.author_key FROM conversation c CROSS JOIN message m ON m.conversation_id = c.id
     WHERE c.id IN (SELECT value FROM json_each(?)) AND m.sent_at >= min(c.last_out_at, c.last_in_at) AND m.direction = 'in' AND +m.import_id IN (SELECT id FROM message_import)
       AND (m.sent_at > c.last_out_at OR m.sent_at = c.last_in_at)
     ORDER BY m.sent_at, m.id`,
    [JSON.stringify(ids)]
  )) as { id: string; text: string; author: string; author_key: string }[]
  for (const { id, text, author, author_key } of rows) {
    const known = texts.get(id) ?? { text: '', authors: new Set<string>() }
    if (known.text.length < LONGEST) known.text += `${known.text === '' ? '' : '\n'}${text.slice(0, LONGEST)}`
    known.authors.add(author).add(author_key)
    texts.set(id, known)
  }
}

/** At most 500 at once. */
export async function loadBesideRows(db: Db, ids: readonly string[]): Promise<BesideRows> {
  const beside: BesideRows = { texts: new Map(), labels: new Map(), personLabels: new Map() }
  await loadTexts(db, ids, beside)
  const labels = (await db('conversation_label').whereIn('conversation_id', [...ids]).select({ id: 'conversation_id' }, 'name')) as { id: string; name: string }[]
  for (const { id, name } of labels) beside.labels.set(id, [...(beside.labels.get(id) ?? []), name])
  const ofPeople = (await db('conversation_author as a')
    .join('person_handle as h', (on) => on.on('h.network', 'a.network').andOn('h.person_key', 'a.author_key'))
    .join('person_label as l', 'l.person_id', 'h.person_id')
    .whereIn('a.conversation_id', [...ids])
    .select({ id: 'a.conversation_id' }, 'l.name')) as { id: string; name: string }[]
  for (const { id, name } of ofPeople) beside.personLabels.set(id, [...(beside.personLabels.get(id) ?? []), name])
  return beside
}
