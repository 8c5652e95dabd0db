import { createReadStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { ZipFile } from 'yazl'
import { originalPath } from '../../files/originals'
import { writeArchive } from '../../files/write-archive'
import type { Workspace } from '../../workspaces/workspaces.types'
import type { PersonData } from './person-data.queries'
import { personDocument } from './person-document'

/** For spreadsheets: UTF-8 with a mark, and no cell is taken for a formula. */
function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(stringify([[...header], ...rows.map((row) => [...row])], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true }), 'utf8')
}

function tablesOf({ messages, notes, card }: PersonData): Record<string, Buffer> {
  const said = messages.map((line) => [line.sentAt, line.network, line.channel, line.kind, line.conversation, line.direction, line.author, line.text, line.link, [...line.pictures, ...line.attachments].join(' ')])
  return {
    'messages.csv': csvOf(['sent_at', 'network', 'channel', 'kind', 'conversation', 'direction', 'author', 'text', 'link', 'attachments'], said),
    'notes.csv': csvOf(['created_at', 'conversation', 'author', 'text'], notes.map(({ createdAt, conversation, author, text }) => [createdAt, conversation, author, text])),
    'outreach.csv': csvOf(['day', 'kind', 'text', 'link', 'channel'], card.outreach.map(({ doneOn, kind, text, link, channelName }) => [doneOn, kind, text, link, channelName]))
  }
}

/**
 * Writes everything of a person as one archive at `part`, whole and synced: `person.json`, tables, a page to read, and the pictures.
 */
export async function writePersonArchive(part: string, data: PersonData, place: { client: { name: string; zone: string; language: string }; folders: Workspace['folders']; now: string }, signal: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const { client, folders, now } = place
  const zip = new ZipFile()
  const options = { mtime: new Date(now), mode: 0o100644 }
  const { pictures, ...told } = data
  zip.addBuffer(Buffer.from(`${JSON.stringify({ format: 'greenroom.person/1', client: client.name, madeAt: now, ...told, pictures: pictures.map(({ name }) => name) }, null, 2)}\n`, 'utf8'), 'person.json', options)
  zip.addBuffer(Buffer.from(personDocument(data, client, now), 'utf8'), 'index.html', options)
  for (const [name, table] of Object.entries(tablesOf(data))) zip.addBuffer(table, name, options)
  for (const { name, sha256, format } of pictures) {
    zip.addReadStreamLazy(name, { ...options, compress: false }, (take) => take(null, createReadStream(originalPath(folders, sha256, format))))
  }
  return writeArchive(zip, part, 0o600, signal)
}
