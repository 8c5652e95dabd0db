import { asText, isRecord, listOf, own, type JsonRecord } from './json-text'

/** A list of things of one kind inside of an archive, as a table. */
export interface ItemTable {
  /** Names the kind: `x.archive.tweets`. */
  id: string
  header: readonly string[]
  rows: string[][]
}

const yes = (is: boolean): string => (is ? 'TRUE' : '')
const at = (value: unknown, ...path: string[]): unknown => path.reduce<unknown>((found, key) => (isRecord(found) ? own(found, key) : undefined), value)
const textAt = (value: unknown, ...path: string[]): string => asText(at(value, ...path))

function isoOf(milliseconds: number): string {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
const withoutMilliseconds = (iso: string): string => iso.replace(/\.\d{3}Z$/, 'Z')
const secondsText = (value: unknown): string => (typeof value === 'number' && value > 0 ? withoutMilliseconds(isoOf(value * 1000)) : '')

/** Meta writes the bytes of UTF-8 as if each were a sign of its own. What is no such text stays as it is. */
export function mended(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}

function tweets(value: unknown): ItemTable[] {
  const found = listOf(value).map((one) => own(one, 'tweet')).filter(isRecord)
  if (found.length === 0) return []
  const rows = found.map((tweet) => {
    const text = textAt(tweet, 'full_text')
    return [
      textAt(tweet, 'id_str') || textAt(tweet, 'id'), withoutMilliseconds(isoOf(Date.parse(textAt(tweet, 'created_at')))), text, textAt(tweet, 'favorite_count'),
      textAt(tweet, 'retweet_count'), yes(textAt(tweet, 'in_reply_to_user_id') !== ''), yes(text.startsWith('RT @'))
    ]
  })
  return [{ id: 'x.archive.tweets', header: ['id', 'date', 'text', 'favorite_count', 'retweet_count', 'reply', 'retweet'], rows }]
}

/** Whose archive it is. */
function account(value: unknown): ItemTable[] {
  const rows = listOf(value).map((one) => own(one, 'account')).filter(isRecord).map((one) => [textAt(one, 'username'), textAt(one, 'accountId'), textAt(one, 'accountDisplayName')])
  return rows.some(([username]) => username !== '') ? [{ id: 'x.archive.account', header: ['username', 'id', 'name'], rows }] : []
}

function directMessages(value: unknown): ItemTable[] {
  const conversations = listOf(value).map((one) => own(one, 'dmConversation')).filter(isRecord)
  if (conversations.length === 0) return []
  const rows = conversations.flatMap((conversation) =>
    listOf(own(conversation, 'messages')).map((record) => {
      const message = own(record, 'messageCreate')
      const kind = isRecord(message) ? 'message' : 'other'
      return [textAt(conversation, 'conversationId'), kind, textAt(message, 'createdAt'), textAt(message, 'senderId'), textAt(message, 'text'), String(listOf(at(message, 'reactions')).length), textAt(message, 'id')]
    })
  )
  return [{ id: 'x.archive.messages', header: ['conversation', 'kind', 'date', 'from', 'text', 'reactions', 'id'], rows }]
}

/** Where the attachments of a message lie in the archive. */
const attached = (message: JsonRecord): string[] =>
  ['photos', 'videos', 'audio_files', 'files', 'gifs'].flatMap((kind) => listOf(own(message, kind)).map((file) => textAt(file, 'uri'))).filter((uri) => uri !== '' && !uri.includes('\n'))

function metaMessages(value: unknown): ItemTable[] {
  if (!isRecord(value) || !Array.isArray(own(value, 'participants')) || !Array.isArray(own(value, 'messages'))) return []
  const title = mended(textAt(value, 'title'))
  const rows = listOf(own(value, 'messages')).map((message) => {
    const sent = own(message, 'timestamp_ms')
    return [
      title, typeof sent === 'number' ? withoutMilliseconds(isoOf(Math.floor(sent / 1000) * 1000)) : '', mended(textAt(message, 'sender_name')), mended(textAt(message, 'content')),
      String(listOf(own(message, 'reactions')).length), typeof sent === 'number' ? isoOf(sent) : '', textAt(value, 'thread_path'), textAt(message, 'share', 'link'), attached(message).join('\n')
    ]
  })
  return [{ id: 'meta.messages', header: ['conversation', 'date', 'from', 'text', 'reactions', 'instant', 'thread', 'link', 'attachments'], rows }]
}

/** The values of `string_map_data`, whose keys are in the language of the account. */
const mapped = (record: JsonRecord): [string, unknown][] => {
  const data = own(record, 'string_map_data')
  return isRecord(data) ? Object.keys(data).map((key) => [mended(key), own(data, key)]) : []
}

const timeIn = (entries: readonly [string, unknown][]): string => entries.map(([, entry]) => secondsText(at(entry, 'timestamp'))).find((text) => text !== '') ?? ''

function instagramComments(value: unknown): ItemTable[] {
  const list = Array.isArray(value) ? listOf(value) : isRecord(value) ? ['comments_media_comments', 'comments_reels_comments'].flatMap((key) => listOf(own(value, key))) : []
  const found = list.map(mapped).filter((entries) => entries.some(([key]) => /^(?:comment|opmerking|kommentar|commentaire|comentario|commento|comentário)$/i.test(key)))
  if (found.length === 0) return []
  const rows = found.map((entries) => {
    const texts = entries.map(([, entry]) => mended(textAt(entry, 'value'))).filter((text) => text !== '')
    return [timeIn(entries), texts[0] ?? '', texts[1] ?? '']
  })
  return [{ id: 'instagram.comments', header: ['date', 'text', 'owner'], rows }]
}

function facebookComments(value: unknown): ItemTable[] {
  if (!isRecord(value) || !Array.isArray(own(value, 'comments_v2'))) return []
  const rows = listOf(own(value, 'comments_v2')).map((record) => {
    const comment = listOf(own(record, 'data'))[0]
    const text = mended(textAt(comment, 'comment', 'comment'))
    return [text === '' ? 'other' : 'comment', secondsText(own(record, 'timestamp')), text, mended(textAt(record, 'title'))]
  })
  return [{ id: 'facebook.comments', header: ['kind', 'date', 'text', 'title'], rows }]
}

/** The words of a post, which stand with its picture. */
function mediaTitle(record: JsonRecord): string {
  const media = own(record, 'media_map_data')
  return isRecord(media) ? (Object.keys(media).map((key) => mended(textAt(own(media, key), 'title'))).find((text) => text !== '') ?? '') : ''
}

function insights(value: unknown): ItemTable[] {
  if (!isRecord(value)) return []
  return (['organic_insights_posts', 'organic_insights_reach', 'organic_insights_interactions'] as const).flatMap((key) => {
    const records = listOf(own(value, key)).map(mapped)
    if (records.length === 0) return []
    const titles = listOf(own(value, key)).map(mediaTitle)
    const header = [...new Set(records.flatMap((entries) => entries.map(([name]) => name)))].filter((name) => name !== 'Creation timestamp')
    const rows = records.map((entries, index) => [timeIn(entries), ...header.map((name) => mended(textAt(entries.find(([own]) => own === name)?.[1], 'value'))), titles[index] ?? ''])
    return [{ id: key, header: ['date', ...header, 'title'], rows }]
  })
}

const known = (text: string): string => (text === 'N/A' ? '' : text)

function tiktok(value: unknown): ItemTable[] {
  if (!isRecord(value)) return []
  const posts = listOf(at(value, 'Post', 'Posts', 'VideoList')).map((video) => [textAt(video, 'Date'), textAt(video, 'Link'), textAt(video, 'Likes'), known(textAt(video, 'Title'))])
  const comments = listOf(at(value, 'Comment', 'Comments', 'CommentsList')).map((one) => [known(textAt(one, 'comment')) === '' ? 'other' : 'comment', textAt(one, 'date'), known(textAt(one, 'comment')), known(textAt(one, 'url'))])
  const history = at(value, 'Direct Message', 'Direct Messages', 'ChatHistory')
  const messages = isRecord(history)
    ? Object.keys(history).flatMap((name) => listOf(own(history, name)).map((one) => [name, textAt(one, 'Date'), textAt(one, 'From'), textAt(one, 'Content')]))
    : []
  const tables: ItemTable[] = [
    { id: 'tiktok.data.posts', header: ['date', 'link', 'likes', 'title'], rows: posts },
    { id: 'tiktok.data.comments', header: ['kind', 'date', 'text', 'url'], rows: comments },
    { id: 'tiktok.data.messages', header: ['conversation', 'date', 'from', 'text'], rows: messages }
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'

function outbox(value: unknown): ItemTable[] {
  if (!isRecord(value) || !Array.isArray(own(value, 'orderedItems'))) return []
  const rows = listOf(own(value, 'orderedItems')).map((item) => {
    const note = own(item, 'object')
    const to = own(item, 'to')
    return [
      textAt(item, 'type') === 'Create' ? 'post' : 'other', textAt(item, 'published'), textAt(note, 'id'), textAt(note, 'content'), yes(textAt(note, 'inReplyTo') !== ''),
      yes(listOf(at(note, 'attachment')).length > 0), yes(Array.isArray(to) && to.includes(PUBLIC))
    ]
  })
  return [{ id: 'mastodon.outbox', header: ['kind', 'date', 'id', 'content', 'reply', 'media', 'public'], rows }]
}

const META: ReadonlySet<string> = new Set(['meta.messages', 'instagram.comments', 'facebook.comments', 'organic_insights_posts', 'organic_insights_reach', 'organic_insights_interactions'])

/** True for what Meta wrote, whose letters had to be mended. */
export const isMended = (table: ItemTable): boolean => META.has(table.id)

/** What an archive of a network holds; empty where it is something else. */
export function itemTables(value: unknown): ItemTable[] {
  for (const read of [tweets, account, directMessages, metaMessages, insights, instagramComments, facebookComments, tiktok, outbox]) {
    const found = read(value)
    if (found.length > 0) return found
  }
  return []
}
