import type { ConversationKind } from '../inbox.schema'
import type { Cells, RawMessage, RowReading } from './raw-message'

/** Who sends notifications, by the domain that stands behind the last `@`. */
const SENDERS: readonly (readonly [string, string])[] = [
  ['facebookmail.com', 'facebook'], ['mail.instagram.com', 'instagram'], ['instagram.com', 'instagram'], ['linkedin.com', 'linkedin'], ['youtube.com', 'youtube'], ['x.com', 'x'], ['twitter.com', 'x'],
  ['tiktok.com', 'tiktok'], ['pinterest.com', 'pinterest'], ['threads.net', 'threads'], ['bsky.app', 'bluesky'], ['bsky.social', 'bluesky']
]

const actions = ['mention', 'reply', 'review', 'message', 'comment'] as const
export type MailAction = (typeof actions)[number]

/** What somebody did, by the subject, in the languages of the clients. The author stands before it. */
const ACTIONS: Record<MailAction, RegExp> = {
  mention: /\s+(?:also )?(?:mentioned|tagged) you\b|\s+heeft (?:je|u) (?:vermeld|genoemd|getagd)|\s+(?:nevnte|tagget) deg\b|\s+ti ha (?:menzionat[oa]|taggat[oa])/iu,
  reply: /\s+(?:also )?replied\b|\s+heeft (?:geantwoord|gereageerd op je reactie)|\s+svarte\b|\s+ha risposto\b/iu,
  review: /\s+(?:recommends|doesn.t recommend|reviewed|left a review|wrote a review)\b|\s+heeft een (?:recensie|beoordeling|review)\b|\s+(?:anbefaler|skrev en anmeldelse)\b|\s+ha (?:lasciato|scritto) una recensione/iu,
  message: /\s+(?:sent you a (?:direct )?message|messaged you)\b|\s+heeft (?:je|u) een bericht gestuurd|\s+sendte deg en melding|\s+ti ha inviato un messaggio/iu,
  comment: /\s+(?:also )?commented\b|\s+heeft (?:ook )?gereageerd\b|\s+kommenterte\b|\s+ha commentato\b/iu
}

const KINDS: Record<MailAction, ConversationKind> = { mention: 'mention', reply: 'comment', review: 'review', message: 'message', comment: 'comment' }

function networkOf(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase()
  return SENDERS.find(([known]) => domain === known || domain.endsWith(`.${known}`))?.[1]
}

function actionOf(subject: string): { action: MailAction; author: string } | undefined {
  for (const action of actions) {
    const found = ACTIONS[action].exec(subject)
    if (found && found.index > 0) return { action, author: subject.slice(0, found.index).trim() }
  }
  return undefined
}

const QUOTED = /["“„«]([^"“”„«»]{1,10000})["”“»]/u
/** Lines of the letter around what was said. */
const FRAME = /^(?:view|see|reply|bekijk|vis|visualizza|mostra)\b.{0,60}$|unsubscribe|this message was sent|dit bericht is verzonden|uitschrijven|^\w+ \d{1,2} at \d/iu

function quoteIn(text: string, subject: string, author: string): string {
  const quoted = QUOTED.exec(text)?.[1]?.trim()
  if (quoted !== undefined && quoted !== '') return quoted
  const own = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && line !== author && !line.startsWith(subject.replace(/\.$/, '')) && !(author !== '' && line.startsWith(author)) && !FRAME.test(line))
  return own.join('\n')
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

/** What a mail of a network tells. */
export interface MailFacts {
  platform: string
  subject: string
  from_addr: string
  date: string
  author: string
  action: MailAction | 'mail'
  text: string
  comment_id: string
  post_id: string
}

const first = (links: readonly string[], pattern: RegExp): string => links.map((link) => pattern.exec(link)?.[1] ?? '').find((found) => found !== '') ?? ''

export function mailFacts(cell: Cells): MailFacts {
  const [subject, network] = [cell('subject').replace(/\s+/gu, ' ').trim(), networkOf(cell('address'))]
  const links = cell('links').split('\n').map(decoded)
  const told = network === undefined ? undefined : actionOf(subject)
  const author = told?.author ?? (network === undefined ? cell('name') || cell('address') : '')
  const text = told ? quoteIn(cell('text'), subject, author) || quoteIn(cell('page'), subject, author) : cell('text').trim()
  return {
    platform: network ?? 'email', subject, from_addr: cell('from'), date: cell('date').replace('.000Z', 'Z'), author, action: told?.action ?? 'mail', text,
    comment_id: first(links, /[?&](?:reply_)?comment_id=([\w-]{1,80})/), post_id: first(links, /(?:\/posts\/|story_fbid=|\/p\/|\/reel\/|[?&]v=|\/status\/)([\w-]{1,80})/)
  }
}

const linkOf = (cell: Cells): string => cell('links').split('\n').find((link) => /comment_id=|\/posts?[/%]|\/p\/|story_fbid|watch\?v=|\/status\//i.test(link)) ?? ''
const plainSubject = (subject: string): string => subject.replace(/^(?:\s*(?:re|fwd?|aw|sv|antw|r)\s*:)+/i, '').trim()

/** Mails of networks that tell of no message (a newsletter, a code to log in) are no message. */
export function readMailRow(cell: Cells): { facts: MailFacts; reading: RowReading; network: string } {
  const facts = mailFacts(cell)
  const { platform, author, action, text, comment_id, post_id, subject } = facts
  const sentAt = cell('date')
  if (sentAt === '' || (action === 'mail' && platform !== 'email')) return { facts, reading: sentAt === '' ? 'skipped' : 'system', network: platform }
  const direct = action === 'message' || action === 'mail'
  const thread = direct ? `${author} ${action === 'mail' ? plainSubject(subject).toLowerCase() : ''}` : `${post_id} ${comment_id || cell('id')}`
  const reading: RawMessage = {
    thread, title: action === 'mail' ? plainSubject(subject) : '', kind: action === 'mail' ? 'message' : KINDS[action], author, authorId: action === 'mail' ? cell('address').toLowerCase() : '',
    direction: 'in', text: text || subject, sentAt, link: action === 'mail' ? '' : linkOf(cell), id: comment_id !== '' ? `comment ${comment_id}` : cell('id') && `mail ${cell('id')}`, attachments: cell('attachments').split('\n').filter((name) => name !== '')
  }
  return { facts, reading, network: platform }
}
