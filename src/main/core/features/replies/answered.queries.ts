import { AppError } from '../../../../shared/errors/app-error'
import type { Reader } from '../../context'

/** What of a conversation an answer is filled in from. */
export interface Answered {
  network: string
  channelId: string
  language: string
  /** Who wrote last, by the name on their card or the one that the network shows. */
  name: string
}

/** @throws AppError `not-found.conversation` */
export async function findAnswered(db: Reader, id: string): Promise<Answered> {
  const row = (await db('conversation').where({ id }).where('messages', '>', 0).first('network', 'channel_id', 'language')) as { network: string; channel_id: string; language: string } | undefined
  if (!row) throw new AppError('not-found.conversation', { conversation: id })
  const said = (await db('message')
    .where({ conversation_id: id, direction: 'in' })
    .whereRaw('+import_id IN (SELECT id FROM message_import)')
    .orderBy([{ column: 'sent_at', order: 'desc' }, { column: 'id', order: 'desc' }])
    .first('author', 'author_key')) as { author: string; author_key: string } | undefined
  const person = (await db('person_handle as h').join('person as p', 'p.id', 'h.person_id').where({ 'h.network': row.network, 'h.person_key': said?.author_key ?? '' }).first('p.name')) as { name: string } | undefined
  return { network: row.network, channelId: row.channel_id, language: row.language, name: person?.name || said?.author || '' }
}

interface ChannelRow {
  name: string
  handle: string
  link: string
  language: string
  formality: string | null
}

export async function findChannelOf(db: Reader, id: string): Promise<ChannelRow | undefined> {
  return (await db('channel').where({ id }).first('name', 'handle', 'link', 'language', db.raw("json_extract(playbook_json, '$.formality') AS formality"))) as ChannelRow | undefined
}
