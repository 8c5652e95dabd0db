import type { Tx } from '../../context'
import { chunks } from '../assets'
import type { Suggestion } from './message-store.repository'

// The plus keeps SQLite from going through all messages of each import: those of a conversation have an index of their own.
const STANDS = 'm.conversation_id = conversation.id AND +m.import_id IN (SELECT id FROM message_import)'
const ofMessages = (what: string, direction: 'in' | 'out'): string => `(SELECT ${what} FROM message m WHERE ${STANDS} AND m.direction = '${direction}')`

/** Each column from the messages, replies and closes that stand. */
const FACTS = `UPDATE conversation SET
  messages = (SELECT count(*) FROM message m WHERE ${STANDS}),
  first_in_at = coalesce(${ofMessages('min(m.sent_at)', 'in')}, ''),
  last_in_at = coalesce(${ofMessages('max(m.sent_at)', 'in')}, ''),
  last_out_at = max(coalesce(${ofMessages('max(m.sent_at)', 'out')}, ''), coalesce((SELECT max(r.sent_at) FROM reply r WHERE r.conversation_id = conversation.id), '')),
  person_key = coalesce((SELECT m.author_key FROM message m WHERE ${STANDS} AND m.direction = 'in' ORDER BY m.sent_at, m.id LIMIT 1), '')`

/** The first message after the last answer, or after a close: from then on somebody waits. */
const WAITING = `UPDATE conversation SET waiting_since = coalesce((
    SELECT min(m.sent_at) FROM message m WHERE ${STANDS} AND m.direction = 'in'
      AND m.sent_at > max(conversation.last_out_at, coalesce((SELECT k.closed_at FROM conversation_care k WHERE k.id = conversation.id), ''))
  ), '')`

/** Who wrote in a conversation, and who of them wrote after the last answer or close. */
const AUTHORS = `INSERT INTO conversation_author (conversation_id, network, author_key, author, messages, first_at, last_at, waiting_since)
  SELECT conversation.id, conversation.network, m.author_key, max(m.author), count(*), min(m.sent_at), max(m.sent_at),
    coalesce(min(CASE WHEN m.sent_at > max(conversation.last_out_at, coalesce(k.closed_at, '')) THEN m.sent_at END), '')
  FROM conversation JOIN message m ON ${STANDS} LEFT JOIN conversation_care k ON k.id = conversation.id
  WHERE m.direction = 'in' AND m.author_key <> '' AND conversation.id IN`

/** What nobody has done anything with, and then what a person did: as the triggers of `conversation_care` keep it. */
const UNTOUCHED = `UPDATE conversation SET last_at = max(last_in_at, last_out_at), care = 'open', snoozed_until = '', assignee = '', unread = last_in_at <> ''`
const CARE = `UPDATE conversation SET
  care = CASE
    WHEN k.state = 'closed' AND last_in_at > k.closed_at THEN 'open'
    WHEN k.state = 'snoozed' AND last_in_at > k.updated_at THEN 'open'
    ELSE k.state END,
  snoozed_until = coalesce(k.snoozed_until, ''), assignee = k.assignee, unread = last_in_at <> '' AND coalesce(k.read_at, '') < last_in_at
  FROM conversation_care k WHERE k.id = conversation.id`

/** Works the derived columns of conversations out anew. Belongs to the transaction that changed what they follow from. */
export async function settleConversations(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of chunks([...new Set(ids)], 500)) {
    const places = part.map(() => '?').join(', ')
    await tx.raw(`${FACTS} WHERE id IN (${places})`, part)
    await tx.raw(`${WAITING} WHERE id IN (${places})`, part)
    await tx.raw(`${UNTOUCHED} WHERE id IN (${places})`, part)
    await tx.raw(`${CARE} AND conversation.id IN (${places})`, part)
    await tx('conversation_author').whereIn('conversation_id', part).delete()
    await tx.raw(`${AUTHORS} (${places}) GROUP BY conversation.id, m.author_key`, part)
  }
}

interface LastText {
  id: string
  text: string
}

/** Reads what came in last in each conversation, and keeps what a method says of it. */
export async function suggestFor(tx: Tx, ids: readonly string[], suggest: (text: string) => Suggestion): Promise<void> {
  for (const part of chunks(ids, 500)) {
    const rows = (await tx('conversation')
      .whereIn('id', part)
      .select('id', tx.raw(`(SELECT m.text FROM message m WHERE ${STANDS} AND m.direction = 'in' ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) AS text`))) as (LastText | { id: string; text: null })[]
    for (const { id, text } of rows) {
      if (text === null || text.trim() === '') continue
      const { language, type, sentiment, priority } = suggest(text)
      await tx('conversation').where({ id }).update({ language, suggested_type: type, suggested_sentiment: sentiment, suggested_priority: priority })
    }
  }
}

/** Tables from which the derived columns follow. */
export const followedTables: readonly string[] = ['message_import', 'reply', 'conversation_care']

/** After undo or redo: conversations follow what stands. Belongs to the transaction of the replay. */
export async function followConversations(tx: Tx, stepId: number): Promise<void> {
  const ids = (await tx.raw(
    `SELECT DISTINCT m.conversation_id AS id FROM change c JOIN message m ON m.import_id = c.row_id WHERE c.step_id = ? AND c.table_name = 'message_import'
     UNION SELECT c.row_id FROM change c WHERE c.step_id = ? AND c.table_name = 'conversation_care'
     UNION SELECT coalesce(json_extract(c.after_json, '$.conversation_id'), json_extract(c.before_json, '$.conversation_id')) FROM change c WHERE c.step_id = ? AND c.table_name = 'reply'`,
    [stepId, stepId, stepId]
  )) as { id: string | null }[]
  await settleConversations(tx, ids.map(({ id }) => id).filter((id) => id !== null))
}
