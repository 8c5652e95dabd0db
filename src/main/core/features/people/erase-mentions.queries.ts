import type { EraseScope } from '../../../../shared/features/people/people.schema'
import type { Reader } from '../../context'
import { matchExpression } from '../assets'
import type { Scope } from './erase-scope'

type Mention = EraseScope['stays']['mentions'][number]

/** The whole name or handle as one phrase of a full-text index. */
const phrase = (term: string): string => `"${term.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}"`

async function inMessages(db: Reader, { known, messageIds, outgoingIds }: Scope): Promise<number> {
  const match = known.terms.filter((term) => matchExpression(term) !== undefined).map(phrase).join(' OR ')
  if (match === '') return 0
  const [found] = (await db.raw(
    'SELECT count(DISTINCT s.rowid) AS n FROM message_search s CROSS JOIN message m ON m.id = s.rowid WHERE s.message_search MATCH ? AND m.import_id IN (SELECT id FROM message_import) AND m.id NOT IN (SELECT value FROM json_each(?))',
    [match, JSON.stringify([...messageIds, ...outgoingIds])]
  )) as { n: number }[]
  return found?.n ?? 0
}

async function inPosts(db: Reader, { known }: Scope): Promise<number> {
  const match = known.terms.filter((term) => matchExpression(term) !== undefined).map(phrase).join(' OR ')
  if (match === '') return 0
  const [found] = (await db.raw('SELECT count(*) AS n FROM post_search WHERE post_search MATCH ?', [match])) as { n: number }[]
  return found?.n ?? 0
}

async function inTable(db: Reader, scope: Scope, sql: string, but: readonly string[]): Promise<number> {
  const left = new Set(but)
  const rows = (await db.raw(sql)) as { id: string; text: string }[]
  return rows.filter(({ id, text }) => !left.has(id) && scope.known.names(text)).length
}

/** Where others say the name: it stays there, for a person to look at. */
export async function countMentions(db: Reader, scope: Scope): Promise<Mention[]> {
  const counts: Record<Mention['where'], number> = {
    messages: await inMessages(db, scope),
    posts: await inPosts(db, scope),
    answers: await inTable(db, scope, 'SELECT id, text FROM reply', scope.replyIds),
    notes: await inTable(db, scope, 'SELECT id, text FROM internal_note', scope.noteIds),
    incidents: await inTable(db, scope, "SELECT id, title || ' ' || summary || ' ' || review_json AS text FROM incident UNION ALL SELECT id, text || ' ' || data_json FROM incident_entry", scope.incidentEntryIds),
    people: await inTable(db, scope, "SELECT id, name || ' ' || notes || ' ' || next_step AS text FROM person UNION ALL SELECT id, text || ' ' || link FROM outreach UNION ALL SELECT id, name || ' ' || note FROM handle_person", [...scope.cardIds, ...scope.outreachIds, ...scope.bookPersonIds]),
    knowledge: await inTable(db, scope, "SELECT id, title || ' ' || text || ' ' || source AS text FROM knowledge UNION ALL SELECT id, title || ' ' || text FROM saved_reply", []),
    assets: await inTable(db, scope, "SELECT id, title || ' ' || alt_text || ' ' || file_name AS text FROM asset", scope.assetIds)
  }
  return (Object.entries(counts) as [Mention['where'], number][]).flatMap(([where, count]) => (count === 0 ? [] : [{ where, count }]))
}
