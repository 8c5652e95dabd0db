import type { Reader } from '../../context'
import type { Frame } from '../analytics'

export interface SourceFile {
  name: string
  network: string
  channelId: string
  from: string
  to: string
  rows: number
  /** Instant. */
  readAt: string
}

/** Files of imports that stand and whose days meet those of the report, or of what it is compared with. */
export async function listSourceFiles(db: Reader, { period, compared, filters }: Frame): Promise<SourceFile[]> {
  const from = compared && compared.from < period.from ? compared.from : period.from
  const rows = (await db('figure_file AS f')
    .join('figure_import AS i', 'i.id', 'f.import_id')
    .whereRaw("(f.starts_on = '' OR f.starts_on <= ?) AND (f.ends_on = '' OR f.ends_on >= ?)", [period.to, from])
    .modify((query) => {
      // Ads and the traffic of a site belong to no channel.
      if (filters.channelIds.length > 0) void query.whereIn('f.channel_id', [...filters.channelIds, ''])
    })
    .orderBy(['f.network', 'f.starts_on', 'f.name', 'f.position'])
    .select({ name: 'f.name', network: 'f.network', channel_id: 'f.channel_id', starts_on: 'f.starts_on', ends_on: 'f.ends_on', rows: 'f.rows', created_at: 'i.created_at' })) as {
    name: string; network: string; channel_id: string; starts_on: string; ends_on: string; rows: number; created_at: string
  }[]
  return rows.map((row) => ({ name: row.name, network: row.network, channelId: row.channel_id, from: row.starts_on, to: row.ends_on, rows: row.rows, readAt: row.created_at }))
}
