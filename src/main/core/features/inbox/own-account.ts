import { nameInLink } from '../../../../shared/features/channels/link-name'
import type { MessagePreview } from '../../../../shared/features/inbox/message-import.schema'
import type { RawMessage } from '../../../../shared/features/inbox/reading/raw-message'
import { authorKey } from './author-key'
import type { MessageTable } from './read-message-files.service'

export interface OwnChannel {
  id: string
  network: string
  name: string
  handle: string
  link: string
}

/** Names of the client's own, by network, and whether somebody or something told. */
export interface Ownership {
  channels: readonly OwnChannel[]
  /** Answered now, answered before, or named by an archive. */
  named: readonly { network: string; key: string }[]
}

export const keyOf = ({ authorId, author }: Pick<RawMessage, 'authorId' | 'author'>): string => authorKey(authorId || author)

/** What a channel may be called in a file. */
const namesOf = ({ name, handle, link }: OwnChannel): string[] => [name, handle, nameInLink(link)].map(authorKey).filter((key) => key !== '')

/** Those who take part in a conversation: X names them in its id, others by what they wrote. */
function partiesOf(tables: readonly MessageTable[]): Map<string, Set<string>> {
  const parties = new Map<string, Set<string>>()
  for (const { messages, format } of tables) {
    for (const message of messages) {
      const known = parties.get(message.thread) ?? new Set<string>()
      known.add(keyOf(message))
      if (format === 'x.archive.messages') for (const id of message.thread.split('-')) if (id !== '') known.add(id)
      parties.set(message.thread, known)
    }
  }
  return parties
}

/** The one who takes part in each of several conversations; undefined where it may be more than one. */
function sharedParty(tables: readonly MessageTable[]): string | undefined {
  const parties = [...partiesOf(tables).values()]
  if (parties.length < 2) return undefined
  const shared = [...(parties[0] ?? [])].filter((key) => parties.every((one) => one.has(key)))
  return shared.length === 1 ? shared[0] : undefined
}

export interface FoundOwner {
  keys: ReadonlySet<string>
  question: MessagePreview['questions'][number] | undefined
}

/** Who of the authors of a network is the client; a question where nothing tells. */
export function findOwner(network: string, tables: readonly MessageTable[], { channels, named }: Ownership): FoundOwner {
  const asked = tables.filter(({ kind }) => kind === 'messages').flatMap(({ messages }) => messages)
  const keys = new Set([...channels.filter((channel) => channel.network === network).flatMap(namesOf), ...named.filter((one) => one.network === network).map(({ key }) => authorKey(key))])
  const isTold = asked.length === 0 || named.some((one) => one.network === network) || asked.some((message) => keys.has(keyOf(message)) || keys.has(authorKey(message.author)))
  if (isTold) return { keys, question: undefined }
  const shared = sharedParty(tables.filter(({ kind }) => kind === 'messages'))
  if (shared !== undefined) return { keys: keys.add(shared), question: undefined }
  const authors = new Map<string, { key: string; name: string; messages: number }>()
  for (const message of asked) {
    const key = keyOf(message)
    const known = authors.get(key) ?? { key, name: message.author, messages: 0 }
    known.messages += 1
    authors.set(key, known)
  }
  return { keys, question: { kind: 'own-account', network, authors: [...authors.values()].sort((a, b) => b.messages - a.messages).slice(0, 100) } }
}

export const isOwn = (message: RawMessage, keys: ReadonlySet<string>): boolean => keys.has(keyOf(message)) || keys.has(authorKey(message.author))

/** The channel that messages came to: the one that is named, else the only one of its network. Empty where that is open. */
export function channelOf(network: string, messages: readonly RawMessage[], channels: readonly OwnChannel[]): string {
  const there = channels.filter((channel) => channel.network === network)
  if (there.length === 1) return there[0]?.id ?? ''
  const authors = new Set(messages.flatMap((message) => [keyOf(message), authorKey(message.author)]))
  return there.find((channel) => namesOf(channel).some((name) => authors.has(name)))?.id ?? ''
}
