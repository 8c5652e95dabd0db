import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { AppError } from '../../../../shared/errors/app-error'
import { type Channel, playbook } from '../../../../shared/features/channels/accounts.schema'
import type { Reader, Tx } from '../../context'
import { listSlots } from './slots.repository'
import { listVoices } from './voices.repository'

type Db = Reader | Tx

interface ChannelRow {
  id: string
  network: NetworkId
  name: string
  handle: string
  link: string
  owner: string
  zone: string | null
  language: string
  posts_per_week: number | null
  playbook_json: string
  default_hashtags_json: string
  signature: string
  position: number
  archived_at: string | null
  created_at: string
}

/** A channel without what hangs on it. */
export type Account = Omit<Channel, 'voices' | 'slots'>

const toAccount = (row: ChannelRow): Account => ({
  id: row.id,
  network: row.network,
  name: row.name,
  handle: row.handle,
  link: row.link,
  owner: row.owner,
  zone: row.zone,
  language: row.language,
  postsPerWeek: row.posts_per_week,
  playbook: playbook.parse(JSON.parse(row.playbook_json)),
  defaultHashtags: JSON.parse(row.default_hashtags_json) as string[],
  signature: row.signature,
  position: row.position,
  archivedAt: row.archived_at,
  createdAt: row.created_at
})

const toRow = (account: Account): ChannelRow => ({
  id: account.id,
  network: account.network,
  name: account.name,
  handle: account.handle,
  link: account.link,
  owner: account.owner,
  zone: account.zone,
  language: account.language,
  posts_per_week: account.postsPerWeek,
  playbook_json: JSON.stringify(account.playbook),
  default_hashtags_json: JSON.stringify(account.defaultHashtags),
  signature: account.signature,
  position: account.position,
  archived_at: account.archivedAt,
  created_at: account.createdAt
})

/** Channels with their voices and slots, in their order, archived ones last. */
export async function listChannels(db: Db, includeArchived = true): Promise<Channel[]> {
  const rows = (await db('channel')
    .modify((query) => {
      if (!includeArchived) void query.whereNull('archived_at')
    })
    .orderByRaw('archived_at IS NOT NULL, position, created_at')) as ChannelRow[]
  const [voices, slots] = [await listVoices(db), await listSlots(db)]
  return rows.map((row) => ({
    ...toAccount(row),
    voices: voices.filter((voice) => voice.channelId === row.id),
    slots: slots.filter((slot) => slot.channelId === row.id)
  }))
}

/** @throws AppError `not-found.channel` */
export async function getAccount(db: Db, id: string): Promise<Account> {
  const row = (await db('channel').where({ id }).first()) as ChannelRow | undefined
  if (!row) throw new AppError('not-found.channel', { channel: id })
  return toAccount(row)
}

/** @throws AppError `not-found.channel` */
export async function getChannel(db: Db, id: string): Promise<Channel> {
  return { ...(await getAccount(db, id)), voices: await listVoices(db, id), slots: await listSlots(db, id) }
}

export async function nextPosition(db: Db): Promise<number> {
  const { last } = (await db('channel').max({ last: 'position' }).first()) as { last: number | null }
  return (last ?? -1) + 1
}

export async function insertAccount(tx: Tx, account: Account): Promise<void> {
  await tx('channel').insert(toRow(account))
}

export async function updateAccount(tx: Tx, account: Account): Promise<void> {
  await tx('channel').where({ id: account.id }).update(toRow(account))
}

/** @throws AppError `not-found.channel` */
export async function reorderChannels(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = (await tx('channel').orderBy('position').pluck('id')) as string[]
  const missing = ids.find((id) => !known.includes(id))
  if (missing !== undefined) throw new AppError('not-found.channel', { channel: missing })
  const order = [...new Set([...ids, ...known])]
  for (const [position, id] of order.entries()) await tx('channel').where({ id }).whereNot({ position }).update({ position })
}

/** @throws AppError `conflict.in-use` with the number of posts that go out on it */
export async function removeAccount(tx: Tx, account: Account): Promise<void> {
  const { count } = (await tx('variant').where({ channel_id: account.id }).countDistinct({ count: 'post_id' }).first()) as { count: number }
  if (count > 0) throw new AppError('conflict.in-use', { name: account.name, count })
  await tx('channel').where({ id: account.id }).delete()
}
