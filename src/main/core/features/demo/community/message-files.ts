import { stringify } from 'csv-stringify/sync'
import type { ExportFile } from '../quarter/export-file'
import type { DemoTalk, TalkSource } from './community-definition'

/** A conversation with its instants, and the address of the post that it is about. */
export interface TimedTalk extends DemoTalk {
  index: number
  instants: readonly string[]
  permalink: string
}

export const MUSEUM = 'Museum of Early Photography'
const OWN_X = '100200300'
/** Whom the archives and mails know as the museum. */
export const ownNames = [
  { network: 'instagram', key: MUSEUM }, { network: 'facebook', key: MUSEUM }, { network: 'linkedin', key: 'museum-of-early-photography' }, { network: 'x', key: OWN_X }
]

/** Archives of Meta write each byte of UTF-8 as a character of its own. */
const asMeta = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '')
/** How files without names know somebody. */
export const numberOf = ({ index }: TimedTalk): string => String(400_000_000_000_000 + index * 7919)
export const addressOf = (name: string): string => `${name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`

function metaThread(talk: TimedTalk, folder: string): ExportFile {
  const name = asMeta(talk.who)
  const messages = talk.say.map(({ text, by }, at) => ({ sender_name: by === undefined ? name : MUSEUM, timestamp_ms: Date.parse(talk.instants[at] ?? ''), content: asMeta(text), is_geoblocked_for_viewer: false }))
  const thread = `${slugOf(talk.who)}_${numberOf(talk)}`
  const content = { participants: [{ name }, { name: MUSEUM }], messages: messages.reverse(), title: name, is_still_participant: true, thread_path: `inbox/${thread}`, magic_words: [] }
  return { path: `${folder}/inbox/${thread}/message_1.json`, content: JSON.stringify(content, null, 2) }
}

function xMessages(talks: readonly TimedTalk[]): ExportFile {
  const content = talks.map((talk) => {
    const them = numberOf(talk)
    const messages = talk.say.map(({ text, by }, at) => ({
      messageCreate: { recipientId: by === undefined ? OWN_X : them, reactions: [], urls: [], text, mediaUrls: [], senderId: by === undefined ? them : OWN_X, id: `${them}${at}`, createdAt: talk.instants[at] ?? '' }
    }))
    return { dmConversation: { conversationId: `${OWN_X}-${them}`, messages: messages.reverse() } }
  })
  return { path: 'x/data/direct-messages.js', content: `window.YTD.direct_messages.part0 = ${JSON.stringify(content, null, 2)}` }
}

const LINKEDIN = ['CONVERSATION ID', 'CONVERSATION TITLE', 'FROM', 'SENDER PROFILE URL', 'TO', 'DATE', 'SUBJECT', 'CONTENT', 'FOLDER']

function linkedInMessages(talks: readonly TimedTalk[]): ExportFile {
  const rows = talks.flatMap((talk) =>
    talk.say.map(({ text, by }, at) => {
      const [from, to, page] = by === undefined ? [talk.who, MUSEUM, slugOf(talk.who)] : [MUSEUM, talk.who, 'museum-of-early-photography']
      return [`2-${Buffer.from(numberOf(talk)).toString('base64')}`, '', from, `https://www.linkedin.com/in/${page}`, to, `${(talk.instants[at] ?? '').slice(0, 19).replace('T', ' ')} UTC`, '', text, 'INBOX']
    })
  )
  return { path: 'linkedin/messages.csv', content: stringify([LINKEDIN, ...rows]) }
}

const encoded = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`)
const wrapped = (text: string): string => (Buffer.from(text, 'utf8').toString('base64').match(/.{1,76}/g) ?? []).join('\n')

interface Mail {
  id: string
  from: string
  subject: string
  sentAt: string
  text: string
}

/** One mail of a box, as a mail program writes it. */
function mailText({ id, from, subject, sentAt, text }: Mail): string {
  const date = new Date(sentAt).toUTCString().replace('GMT', '+0000')
  const head = [
    `From MAILER-DAEMON ${new Date(sentAt).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4')}`, `Date: ${date}`, `From: ${from}`, `To: ${MUSEUM} <hello@museum.example>`, `Subject: ${encoded(subject)}`,
    `Message-ID: <${id}@example.org>`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: base64'
  ]
  return `${head.join('\n')}\n\n${wrapped(text)}\n\n`
}

const senders: Partial<Record<TalkSource, readonly [from: string, did: string]>> = {
  'facebook-comment': ['Facebook <notification@facebookmail.com>', 'commented on your post'],
  'instagram-comment': ['Instagram <no-reply@mail.instagram.com>', 'commented on your post'],
  'x-mention': ['X <notify@x.com>', 'mentioned you']
}

/** What somebody wrote first: the network's mail tells of it. What follows is not in it. */
function mailOf(talk: TimedTalk): string {
  const { via, who, say, instants, subject = '', permalink } = talk
  const [first, sentAt, id] = [say[0]?.text ?? '', instants[0] ?? '', numberOf(talk)]
  const [from, did] = senders[via] ?? ['', '']
  if (from === '') return mailText({ id, from: `${encoded(who)} <${addressOf(who)}>`, subject, sentAt, text: first })
  const link = `${permalink || `https://www.facebook.com/earlyphotomuseum/posts/${id}`}?comment_id=${id}`
  return mailText({ id, from, subject: `${who} ${did}`, sentAt, text: `${who} ${did}.\n"${first}"\n\n${link}\n` })
}

const isMail = ({ via }: DemoTalk): boolean => via === 'email' || senders[via] !== undefined
/** How much of a conversation its file tells. */
export const toldByFile = (talk: DemoTalk): number => (isMail(talk) ? 1 : talk.via === 'bluesky-comment' || talk.via === 'facebook-review' ? 0 : talk.say.length)

/** What a person downloads and keeps: archives of messages by network, and the box of notification mails. */
export function messageFiles(talks: readonly TimedTalk[]): ExportFile[] {
  const of = (via: TalkSource): TimedTalk[] => talks.filter((talk) => talk.via === via)
  const mails = talks.filter(isMail).sort((a, b) => (a.instants[0] ?? '').localeCompare(b.instants[0] ?? ''))
  return [
    ...of('instagram-message').map((talk) => metaThread(talk, 'your_instagram_activity/messages')), ...of('facebook-message').map((talk) => metaThread(talk, 'your_facebook_activity/messages')),
    xMessages(of('x-message')), linkedInMessages(of('linkedin-message')), { path: 'mail/notifications.mbox', content: mails.map(mailOf).join('') }
  ]
}
