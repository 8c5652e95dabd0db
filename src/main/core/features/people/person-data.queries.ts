import type { PersonCard } from '../../../../shared/features/people/people.schema'
import type { Reader } from '../../context'
import { findScope, type Scope } from './erase-scope'
import { getPersonCard } from './person-card.queries'
import type { Person } from './resolve-person'

/** One line of what was said, by the person or to the person. */
export interface SaidLine {
  network: string
  channel: string
  kind: string
  conversation: string
  direction: 'in' | 'out'
  author: string
  text: string
  sentAt: string
  link: string
  pictures: string[]
  attachments: string[]
}

/** Everything that is kept about a person. */
export interface PersonData {
  card: Omit<PersonCard, 'merges'>
  formerCards: { name: string; at: string }[]
  messages: SaidLine[]
  drafts: { conversation: string; text: string; updatedAt: string }[]
  notes: { conversation: string; author: string; text: string; createdAt: string }[]
  evidence: { action: string; author: string; text: string; link: string; seenAt: string; reason: string }[]
  incidentEntries: { text: string; at: string }[]
  handleBook: { name: string; note: string; network: string; handle: string }[]
  /** Originals of pictures of what the person wrote, with the name that each has in the archive. */
  pictures: { assetId: string; sha256: string; format: string; name: string }[]
}

interface MessageRow {
  network: string
  channel: string | null
  kind: string
  conversation: string
  direction: 'in' | 'out'
  author: string
  text: string
  sent_at: string
  link: string
  media_json: string
}

const list = (ids: readonly (string | number)[]): string => JSON.stringify(ids)
const given = 'IN (SELECT value FROM json_each(?))'

async function saidLines(db: Reader, { messageIds, outgoingIds, replyIds }: Scope, nameOf: ReadonlyMap<string, string>): Promise<SaidLine[]> {
  const about = 'JOIN conversation c ON c.id = x.conversation_id LEFT JOIN channel h ON h.id = c.channel_id'
  const rows = (await db.raw(
    `SELECT c.network, h.name AS channel, c.kind, c.id AS conversation, x.direction, x.author, x.text, x.sent_at, x.link, x.media_json FROM message x ${about} WHERE x.id ${given}
     UNION ALL SELECT c.network, h.name, c.kind, c.id, 'out', x.sent_by, x.text, x.sent_at, '', '{}' FROM reply x ${about} WHERE x.id ${given} ORDER BY sent_at`,
    [list([...messageIds, ...outgoingIds]), list(replyIds)]
  )) as MessageRow[]
  return rows.map(({ channel, sent_at, media_json, ...row }) => {
    const { assetIds = [], attachments = [] } = JSON.parse(media_json) as { assetIds?: string[]; attachments?: string[] }
    return { ...row, channel: channel ?? '', sentAt: sent_at, pictures: assetIds.flatMap((id) => nameOf.get(id) ?? []), attachments }
  })
}

async function picturesOf(db: Reader, { assetIds }: Scope): Promise<PersonData['pictures']> {
  const rows = (await db.raw(`SELECT id, sha256, format, file_name FROM asset WHERE id ${given} ORDER BY added_at`, [list(assetIds)])) as { id: string; sha256: string; format: string; file_name: string }[]
  return rows.map(({ id, sha256, format }, index) => ({ assetId: id, sha256, format, name: `pictures/${String(index + 1).padStart(3, '0')}.${format}` }))
}

/** Reads everything of a person: what an erasure would take. */
export async function readPersonData(db: Reader, person: Person): Promise<PersonData> {
  const scope = await findScope(db, person)
  const { merges, ...card } = await getPersonCard(db, person)
  const pictures = await picturesOf(db, scope)
  const rows = async <T>(sql: string, ids: readonly string[]): Promise<T[]> => (await db.raw(sql, [list(ids)])) as T[]
  return {
    card,
    formerCards: merges.map(({ name, at }) => ({ name, at })),
    messages: await saidLines(db, scope, new Map(pictures.map(({ assetId, name }) => [assetId, name]))),
    drafts: await rows(`SELECT id AS conversation, text, updated_at AS updatedAt FROM reply_draft WHERE id ${given}`, scope.draftIds),
    notes: await rows(`SELECT conversation_id AS conversation, author, text, created_at AS createdAt FROM internal_note WHERE id ${given} ORDER BY created_at`, scope.noteIds),
    evidence: await rows(`SELECT action, author, text, link, seen_at AS seenAt, reason FROM care_evidence WHERE id ${given} ORDER BY seen_at`, scope.evidenceIds),
    incidentEntries: await rows(`SELECT text, happened_at AS at FROM incident_entry WHERE id ${given} ORDER BY happened_at`, scope.incidentEntryIds),
    handleBook: await rows(`SELECT p.name, p.note, e.network, e.handle FROM handle_entry e JOIN handle_person p ON p.id = e.person_id WHERE e.id ${given}`, scope.bookEntryIds),
    pictures
  }
}
