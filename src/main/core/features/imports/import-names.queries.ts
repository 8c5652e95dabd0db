import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import type { Reader, Tx } from '../../context'

type Db = Reader | Tx

export interface NamedChannel {
  id: string
  network: NetworkId
  name: string
  handle: string
}

/** Channels that posts may go out on. */
export async function listOpenChannels(db: Db): Promise<NamedChannel[]> {
  return (await db('channel').whereNull('archived_at').orderBy('position').select('id', 'network', 'name', 'handle')) as NamedChannel[]
}

/** Ids by name without regard to case. */
export async function idsByName(db: Db, table: 'pillar' | 'campaign'): Promise<Map<string, string>> {
  const rows = (await db(table).select('id', 'name')) as { id: string; name: string }[]
  return new Map(rows.map(({ id, name }) => [name.trim().toLowerCase(), id]))
}

/** Assets by the name of their file, without regard to case and to how letters are composed; the newest of several. */
export async function assetsByFileName(db: Db): Promise<Map<string, { id: string; several: boolean }>> {
  const rows = (await db('asset').whereNull('trashed_at').orderBy('added_at').select('id', 'file_name')) as { id: string; file_name: string }[]
  const found = new Map<string, { id: string; several: boolean }>()
  for (const { id, file_name } of rows) {
    const key = fileKey(file_name)
    found.set(key, { id, several: found.has(key) })
  }
  return found
}

export const fileKey = (name: string): string => name.normalize('NFC').toLowerCase()

export async function listLabelsOf(db: Db, postId: string): Promise<string[]> {
  return (await db('post_label').where({ post_id: postId }).pluck('name')) as string[]
}
