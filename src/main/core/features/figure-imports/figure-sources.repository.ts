import type { Reader, Tx } from '../../context'
import type { KnownChannel } from './find-channels'

type Db = Reader | Tx

/** Channels that figures may belong to. */
export async function listFigureChannels(db: Db): Promise<KnownChannel[]> {
  return (await db('channel').whereNull('archived_at').orderBy('position').select('id', 'network', 'name', 'handle', 'link')) as KnownChannel[]
}

/** Channel by source, as answered before. */
export async function listSources(db: Db): Promise<Map<string, string>> {
  const rows = (await db('figure_source').select('source_key', 'channel_id')) as { source_key: string; channel_id: string }[]
  return new Map(rows.map(({ source_key, channel_id }) => [source_key, channel_id]))
}

/** Remembers whose files are whose. */
export async function putSources(tx: Tx, sources: ReadonlyMap<string, string>, newId: () => string): Promise<void> {
  const known = await listSources(tx)
  for (const [source_key, channel_id] of sources) {
    if (known.get(source_key) === channel_id) continue
    if (known.has(source_key)) await tx('figure_source').where({ source_key }).update({ channel_id })
    else await tx('figure_source').insert({ id: newId(), source_key, channel_id })
  }
}
