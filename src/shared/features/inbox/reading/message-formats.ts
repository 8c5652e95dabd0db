import { instantOfText, type Cells, type MessageFormat, type RawMessage, type RowReading } from './raw-message'

const empty: Omit<RawMessage, 'sentAt' | 'kind'> = { thread: '', title: '', author: '', authorId: '', text: '', link: '', id: '', attachments: [] }

function message(given: Partial<RawMessage> & Pick<RawMessage, 'kind'>): RowReading {
  const made = { ...empty, sentAt: '', ...given }
  return made.sentAt === '' || (made.text === '' && made.attachments.length === 0 && made.link === '') ? 'skipped' : made
}

/** Lines that networks write into a conversation by themselves, in the languages of the accounts. */
const SYSTEM_TEXT = new RegExp(
  [
    '^(?:you )?(?:liked a message|reacted \\S{1,16} to (?:your|a) message)\\b', ' (?:liked a message|reacted \\S{1,16} to your message)\\s*$', ' unsent a message\\.?$', '^you unsent a message\\.?$',
    '(?:missed|started|ended) (?:a |an |your |the )?(?:audio |video |voice )?(?:call|chat)\\b.{0,40}$', '^(?:heeft )?een bericht leuk gevonden\\.?$', ' heeft een bericht leuk gevonden\\.?$', '^vond een bericht leuk\\.?$',
    '^likte en melding\\.?$', ' likte en melding\\.?$', '^ha messo mi piace a un messaggio\\.?$', '^(?:a aimé un message|hat eine nachricht mit „gefällt mir“ markiert)\\.?$'
  ].join('|'),
  'iu'
)
/** Stands for the attachment itself. */
const ATTACHMENT_TEXT = /(?:^you|\S) (?:sent an attachment|sent a photo|sent a video|heeft een bijlage verzonden|heeft een bijlage gestuurd|sendte et vedlegg|ha inviato un allegato)\.?$/iu

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
const fileName = (uri: string): string => uri.split('/').at(-1) ?? uri

function metaMessage(cell: Cells): RowReading {
  const [text, link, attachments] = [cell('text'), cell('link'), lines(cell('attachments')).map(fileName)]
  const attached = attachments.length > 0 || link !== ''
  if (!attached && SYSTEM_TEXT.test(text.trim())) return 'system'
  return message({
    kind: 'message', thread: cell('thread') || cell('conversation'), title: cell('conversation'), author: cell('from'), sentAt: instantOfText(cell('instant') || cell('date')), link, attachments,
    text: attached && ATTACHMENT_TEXT.test(text.trim()) ? '' : text
  })
}

function xMessage(cell: Cells): RowReading {
  if (cell('kind') !== 'message') return 'system'
  return message({ kind: 'message', thread: cell('conversation'), author: cell('from'), authorId: cell('from'), text: cell('text'), sentAt: instantOfText(cell('date')), id: cell('id') })
}

const linkedInId = (url: string): string => /linkedin\.com\/in\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''

function linkedInMessage(cell: Cells): RowReading {
  const text = [cell('subject'), cell('content')].filter((part) => part.trim() !== '').join('\n\n')
  return message({ kind: 'message', thread: cell('conversation id'), title: cell('conversation title'), author: cell('from'), authorId: linkedInId(cell('sender profile url')), text, sentAt: instantOfText(cell('date')) })
}

const ownComment = (given: Partial<RawMessage>): RowReading => message({ kind: 'comment', direction: 'out', ...given })

/** YouTube writes a comment as records that follow each other, without the brackets of a list. */
function youtubeText(text: string): string {
  try {
    const parts = JSON.parse(`[${text}]`) as unknown
    return Array.isArray(parts) ? parts.map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : '')).join('') : text
  } catch {
    return text
  }
}

function youtubeComment(cell: Cells): RowReading {
  const video = cell('video id')
  return ownComment({
    thread: cell('parent comment id') || cell('comment id'), id: cell('comment id'), text: youtubeText(cell('comment text')), sentAt: instantOfText(cell('comment create timestamp')),
    link: video === '' ? '' : `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`
  })
}

/** Words of the small pages that Mastodon keeps posts as. */
const plain = (html: string): string =>
  html.replace(/<\/p>\s*<p[^>]{0,200}>/gi, '\n\n').replace(/<br[^>]{0,20}>/gi, '\n').replace(/<[^>]{0,2000}>/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim()

const reply = (cell: Cells, text: string, thread: string, link: string): RowReading =>
  cell('reply') === 'TRUE' ? ownComment({ thread, id: thread, text, sentAt: instantOfText(cell('date')), link }) : 'system'

export const messageFormats: readonly MessageFormat[] = [
  { id: 'meta.messages', network: 'instagram', kind: 'messages', table: 'meta.messages', headers: ['conversation', 'from'], read: metaMessage },
  { id: 'x.archive.messages', network: 'x', kind: 'messages', table: 'x.archive.messages', headers: ['conversation', 'from'], read: xMessage },
  {
    id: 'tiktok.data.messages', network: 'tiktok', kind: 'messages', table: 'tiktok.data.messages', headers: ['conversation', 'from'],
    read: (cell) => message({ kind: 'message', thread: cell('conversation'), title: cell('conversation').replace(/^Chat History with\s*/i, '').replace(/:$/, ''), author: cell('from'), authorId: cell('from'), text: cell('text'), sentAt: instantOfText(cell('date')) })
  },
  { id: 'linkedin.export.messages', network: 'linkedin', kind: 'messages', headers: ['conversation id', 'from', 'sender profile url', 'date', 'content'], read: linkedInMessage },
  {
    id: 'linkedin.export.comments', network: 'linkedin', kind: 'own_comments', headers: ['date', 'link', 'message'],
    read: (cell) => ownComment({ thread: cell('link'), link: cell('link'), text: cell('message'), sentAt: instantOfText(cell('date')) })
  },
  { id: 'youtube.takeout.comments', network: 'youtube', kind: 'own_comments', headers: ['comment create timestamp', 'comment id', 'comment text'], read: youtubeComment },
  {
    id: 'instagram.comments', network: 'instagram', kind: 'own_comments', table: 'instagram.comments', headers: ['date', 'text'],
    read: (cell) => ownComment({ thread: `${cell('owner')} ${cell('date')} ${cell('text')}`, title: cell('owner'), text: cell('text'), sentAt: instantOfText(cell('date')) })
  },
  {
    id: 'facebook.comments', network: 'facebook', kind: 'own_comments', table: 'facebook.comments', headers: ['date', 'text'],
    read: (cell) => (cell('kind') === 'other' ? 'system' : ownComment({ thread: `${cell('date')} ${cell('text')}`, title: cell('title'), text: cell('text'), sentAt: instantOfText(cell('date')) }))
  },
  {
    id: 'tiktok.data.comments', network: 'tiktok', kind: 'own_comments', table: 'tiktok.data.comments', headers: ['date', 'text'],
    read: (cell) => (cell('kind') === 'other' ? 'system' : ownComment({ thread: `${cell('url')} ${cell('date')} ${cell('text')}`, text: cell('text'), link: cell('url'), sentAt: instantOfText(cell('date')) }))
  },
  { id: 'mastodon.outbox', network: 'mastodon', kind: 'own_comments', table: 'mastodon.outbox', headers: ['content', 'reply'], read: (cell) => reply(cell, plain(cell('content')), cell('id'), cell('id')) },
  { id: 'bluesky.posts', network: 'bluesky', kind: 'own_comments', table: 'bluesky.posts', headers: ['text', 'reply'], read: (cell) => reply(cell, cell('text'), cell('key'), cell('link')) }
]

const headerKey = (text: string): string => text.replace(/^\ufeff/, '').trim().replace(/\s+/g, ' ').toLowerCase()
/** Headers of a CSV file that says nothing but these are a format; more of them make another one. */
const EXACT: ReadonlySet<string> = new Set(['linkedin.export.comments'])

export interface FoundFormat {
  format: MessageFormat
  cellsOf(cells: readonly string[]): Cells
}

/** The format of a table by the name that its reader gave it, else by its headers. */
export function findMessageFormat(tableName: string, shape: string, header: readonly string[]): FoundFormat | undefined {
  const keys = header.map(headerKey)
  const format = messageFormats.find(({ id, table, headers }) =>
    table !== undefined ? shape === 'items' && table === tableName : shape === 'grid' && headers.every((name) => keys.includes(name)) && (!EXACT.has(id) || keys.length === headers.length)
  )
  if (!format) return undefined
  const places = new Map(keys.map((key, index) => [key, index]))
  return { format, cellsOf: (cells) => (column) => cells[places.get(column) ?? -1] ?? '' }
}
