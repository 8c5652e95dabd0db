import { createHmac, randomBytes } from 'node:crypto'
import type { Reader, Tx } from '../../context'
import { chunks } from '../assets'
import { getWorkspaceSetting, putWorkspaceSetting } from '../workspace-settings'
import type { NewMessage } from './message-store.repository'

export interface Author {
  network: string
  key: string
}

const nameOf = ({ network, key }: Author): string => `${network} ${key}`
/** Keyed by a secret of the client, so that the list says nothing to who does not have the very handle already. */
const hashOf = (salt: string, author: Author): string => createHmac('sha256', Buffer.from(salt, 'hex')).update(nameOf(author)).digest('hex')

/** Keeps in mind that these were erased on request, without keeping who they are. */
export async function rememberErased(tx: Tx, authors: readonly Author[], at: string): Promise<void> {
  const salt = (await getWorkspaceSetting(tx, 'people.salt')) ?? randomBytes(32).toString('hex')
  await putWorkspaceSetting(tx, 'people.salt', salt)
  for (const author of authors) await tx('erased_handle').insert({ id: hashOf(salt, author), created_at: at }).onConflict('id').ignore()
}

/** Which of these were erased on request, as `network key`. */
export async function erasedAmong(db: Reader | Tx, authors: readonly Author[]): Promise<Set<string>> {
  const salt = await getWorkspaceSetting(db, 'people.salt')
  if (salt === undefined) return new Set()
  const names = new Map(authors.map((author) => [hashOf(salt, author), nameOf(author)]))
  const found = new Set<string>()
  for (const part of chunks([...names.keys()], 500)) {
    for (const hash of (await db('erased_handle').whereIn('id', part).pluck('id')) as string[]) found.add(names.get(hash) ?? '')
  }
  return found
}

const threadOf = ({ network, channelId, threadKey }: NewMessage): string => JSON.stringify([network, channelId, threadKey])

/**
 * Parts what authors wrote who were erased on request from the rest. Where nobody else wrote in a conversation, the answers
 * in it go too: they are about the same person.
 */
export async function withoutErased(db: Reader | Tx, messages: readonly NewMessage[]): Promise<{ kept: NewMessage[]; erased: number }> {
  const authors = new Map(messages.filter(({ direction }) => direction === 'in').map(({ network, authorKey: key }) => [nameOf({ network, key }), { network, key }]))
  const gone = await erasedAmong(db, [...authors.values()])
  if (gone.size === 0) return { kept: [...messages], erased: 0 }
  const isGone = ({ network, authorKey: key }: NewMessage): boolean => gone.has(nameOf({ network, key }))
  const withOthers = new Set(messages.filter((message) => message.direction === 'in' && !isGone(message)).map(threadOf))
  const touched = new Set(messages.filter((message) => message.direction === 'in' && isGone(message)).map(threadOf))
  const kept = messages.filter((message) => (message.direction === 'in' ? !isGone(message) : !touched.has(threadOf(message)) || withOthers.has(threadOf(message))))
  return { kept, erased: messages.length - kept.length }
}
