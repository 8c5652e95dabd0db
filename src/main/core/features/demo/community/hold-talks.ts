import type { CallContext } from '../../../context'
import { communityClient } from './community-client'
import { toldByFile, type TimedTalk } from './message-files'

const kinds = { 'bluesky-comment': 'comment', 'facebook-review': 'review' } as const
const DAY = 86_400_000
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 60)

interface Place {
  context: CallContext
  clientId: string
  channels: ReadonlyMap<string, string>
}

export const networkOf = ({ via }: Pick<TimedTalk, 'via'>): string => via.split('-')[0] ?? via

/** Conversations of the files, by how what came in last begins. */
export async function findTalks({ context, clientId }: Place, talks: readonly TimedTalk[]): Promise<Map<TimedTalk, string>> {
  const { rows } = await communityClient(context).inbox.list({ clientId, view: 'all', limit: 500 })
  const found = new Map<TimedTalk, string>()
  for (const talk of talks) {
    const last = talk.say.slice(0, toldByFile(talk)).findLast(({ by }) => by === undefined)
    const row = rows.find(({ network, excerpt }) => last !== undefined && network === networkOf(talk) && excerpt.startsWith(oneLine(last.text)))
    if (row) found.set(talk, row.id)
  }
  return found
}

/** Takes down what no file tells: who captured it did so when it was said. The last answer closes. */
async function sayOn({ context, clientId, channels }: Place, talk: TimedTalk, at: number, conversationId: string | undefined): Promise<string> {
  const [part, sentAt = ''] = [talk.say[at], talk.instants[at]]
  const { inbox } = communityClient(context, sentAt)
  if (part?.by !== undefined && conversationId !== undefined) {
    await inbox.confirmSent({ clientId, conversationId, text: part.text, sentAt, by: part.by, close: talk.close === true && at === talk.say.length - 1 })
    return conversationId
  }
  const channelId = channels.get(networkOf(talk))
  const kind = talk.via === 'bluesky-comment' || talk.via === 'facebook-review' ? kinds[talk.via] : 'comment'
  const made = await inbox.capture({ clientId, text: part?.text ?? '', network: networkOf(talk), author: talk.who, sentAt, kind, ...(channelId !== undefined && { channelId }), ...(conversationId !== undefined && { conversationId }) })
  return made.conversationId
}

/** What people did with it after the last word. */
async function careFor({ context, clientId }: Place, talk: TimedTalk, conversationId: string): Promise<void> {
  const { note, draft, ask, type, priority, snooze, close, hide, say, instants } = talk
  const { inbox } = communityClient(context)
  const [conversationIds, then] = [[conversationId], communityClient(context, instants.at(-1) ?? '').inbox]
  if (type !== undefined || priority !== undefined) await then.classify({ clientId, conversationIds, ...(type !== undefined && { type }), ...(priority !== undefined && { priority }) })
  if (note !== undefined) await then.addNote({ clientId, conversationId, author: note[0], text: note[1] })
  if (draft !== undefined) await inbox.saveDraft({ clientId, conversationId, text: draft })
  if (ask === true) await inbox.askApproval({ clientId, conversationId })
  if (snooze !== undefined) await inbox.snooze({ clientId, conversationIds, until: new Date(Date.parse(context.core.now()) + snooze * DAY).toISOString() })
  if (hide !== undefined) await then.hide({ clientId, conversationIds, reason: hide })
  if (close === true && toldByFile(talk) === say.length) await then.close({ clientId, conversationIds })
}

/** Conversations by what several of them have. */
function grouped(held: ReadonlyMap<TimedTalk, string>, namesOf: (talk: TimedTalk) => readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [talk, id] of held) for (const name of namesOf(talk)) groups.set(name, [...(groups.get(name) ?? []), id])
  return groups
}

/** What is done with many at once. */
async function careForMany({ context, clientId }: Place, held: ReadonlyMap<TimedTalk, string>): Promise<void> {
  const { inbox } = communityClient(context)
  const keeper = ({ assign, say }: TimedTalk): string[] => [assign ?? say.findLast((part) => part.by !== undefined)?.by].filter((name) => name !== undefined)
  for (const [assignee, conversationIds] of grouped(held, keeper)) await inbox.assign({ clientId, conversationIds, assignee })
  for (const [label, conversationIds] of grouped(held, ({ labels = [] }) => labels)) await inbox.label({ clientId, conversationIds, add: [label] })
  const read = [...held].flatMap(([talk, id]) => (talk.close === true || talk.hide !== undefined || talk.draft !== undefined ? [id] : []))
  await inbox.mark({ clientId, conversationIds: read, read: true })
}

/** Goes on with each conversation in its order of time. @returns conversations by who began them */
export async function holdTalks(place: Place, talks: readonly TimedTalk[]): Promise<Map<string, string>> {
  const found = await findTalks(place, talks)
  const held = new Map<TimedTalk, string>()
  for (const talk of talks) {
    let id = found.get(talk)
    for (let at = toldByFile(talk); at < talk.say.length; at += 1) id = await sayOn(place, talk, at, id)
    if (id === undefined) continue
    await careFor(place, talk, id)
    held.set(talk, id)
  }
  await careForMany(place, held)
  return new Map([...held].reverse().map(([{ who }, id]) => [who, id]))
}
