import { AppError } from '../../../../shared/errors/app-error'
import type { FanRow } from '../../../../shared/features/people/people.schema'
import { addDays } from '../../../../shared/time'
import type { Reader } from '../../context'
import { findPeople } from './people.queries'

interface Counted {
  person_id: string
  network: string
  key: string
  messages: number
  praise: number
}

const TYPE = 'coalesce(k.type, c.suggested_type)'
/** Praise is said so, or is kind without being a question or a complaint. */
const PRAISE = `(${TYPE} = 'praise' OR (coalesce(k.sentiment, c.suggested_sentiment) = 'positive' AND ${TYPE} = ''))`

async function present(db: Reader, counted: readonly Counted[]): Promise<FanRow[]> {
  const people = await findPeople(db, counted.map(({ person_id, network, key }) => ({ personId: person_id, network, key })))
  return counted.flatMap(({ person_id, network, key, messages, praise }) => {
    const person = people.get(person_id || `${network} ${key}`)
    return person ? [{ person, messages, praise }] : []
  })
}

/**
 * Who wrote most between two instants, the second one left out. Praise counts conversations, not each message of them.
 * @throws AppError `validation.days`
 */
export async function listTopFans(db: Reader, span: { fromDay: string; toDay: string; from: string; to: string }, by: 'messages' | 'praise', limit: number): Promise<FanRow[]> {
  if (span.fromDay > span.toDay) throw new AppError('validation.days', { from: span.fromDay, to: span.toDay })
  const rows = (await db.raw(
    `WITH said AS (
       SELECT m.conversation_id, c.network, m.author_key AS key, count(*) AS messages, ${PRAISE} AS praise FROM message m JOIN conversation c ON c.id = m.conversation_id LEFT JOIN conversation_care k ON k.id = c.id
       WHERE m.direction = 'in' AND m.author_key <> '' AND m.sent_at >= ? AND m.sent_at < ? AND m.import_id IN (SELECT id FROM message_import) AND ${TYPE} <> 'spam' GROUP BY m.conversation_id, m.author_key)
     SELECT coalesce(h.person_id, '') AS person_id, min(s.network) AS network, min(s.key) AS key, sum(s.messages) AS messages, sum(s.praise) AS praise
     FROM said s LEFT JOIN person_handle h ON h.network = s.network AND h.person_key = s.key
     GROUP BY coalesce(h.person_id, s.network || ' ' || s.key) HAVING ${by === 'praise' ? 'sum(s.praise) > 0' : '1'}
     ORDER BY ${by === 'praise' ? 'praise DESC, messages DESC' : 'messages DESC, praise DESC'}, key LIMIT ?`,
    [span.from, span.to, limit]
  )) as Counted[]
  return present(db, rows)
}

/** Those labeled as fans, or with praise, who wait. */
export async function listUnansweredFans(db: Reader, limit: number): Promise<FanRow[]> {
  const rows = (await db.raw(
    `WITH waits AS (SELECT network, author_key, min(waiting_since) AS since FROM conversation_author WHERE waiting_since > '' GROUP BY network, author_key),
     said AS (
       SELECT w.network, w.author_key AS key, min(w.since) AS since, sum(a.messages) AS messages, sum(${PRAISE}) AS praise FROM waits w JOIN conversation_author a ON a.network = w.network AND a.author_key = w.author_key
       JOIN conversation c ON c.id = a.conversation_id LEFT JOIN conversation_care k ON k.id = c.id WHERE ${TYPE} <> 'spam' GROUP BY w.network, w.author_key)
     SELECT coalesce(h.person_id, '') AS person_id, min(s.network) AS network, min(s.key) AS key, sum(s.messages) AS messages, sum(s.praise) AS praise, min(s.since) AS since
     FROM said s LEFT JOIN person_handle h ON h.network = s.network AND h.person_key = s.key
     GROUP BY coalesce(h.person_id, s.network || ' ' || s.key)
     HAVING sum(s.praise) > 0 OR EXISTS (SELECT 1 FROM person_label l WHERE l.person_id = h.person_id AND l.name = 'fan')
     ORDER BY since LIMIT ?`,
    [limit]
  )) as Counted[]
  return present(db, rows)
}

/** The day after, since spans are asked for with their last day in them. */
export const dayAfter = (day: string): string => addDays(day, 1)
