import type { Source } from '../../../../shared/features/analytics/analytics.schema'
import type { Reader } from '../../context'
import type { FigureScope } from './figure-queries'

export interface StockRow extends Source {
  day: string
  followers: number
}

/** The last known number of followers of each channel up to a day, and the day it is of. */
export async function listStocks(db: Reader, day: string, channelIds: readonly string[]): Promise<StockRow[]> {
  const rows = (await db('figure_subject AS s')
    .joinRaw(`CROSS JOIN figure AS f ON f.subject_id = s.id AND f.starts_on = (
      SELECT max(l.starts_on) FROM figure AS l WHERE l.subject_id = s.id AND l.starts_on > '' AND l.starts_on <= ? AND l.ends_on = l.starts_on AND l.followers IS NOT NULL)`, [day])
    .where({ 's.kind': 'account', 's.subject_key': 'account' })
    .whereNotNull('f.followers')
    .whereRaw('f.ends_on = f.starts_on')
    .modify((query) => {
      if (channelIds.length > 0) void query.whereIn('s.channel_id', channelIds)
    })
    .orderBy('s.id')
    .select('s.network', 's.channel_id', 'f.starts_on', 'f.followers')) as { network: string; channel_id: string; starts_on: string; followers: number }[]
  return rows.map((row) => ({ network: row.network, channelId: row.channel_id, day: row.starts_on, followers: row.followers }))
}

export interface AudienceRow extends Source {
  subjectId: number
  dimension: string
  value: string
  followers: number | null
  share: number | null
  measuredAt: string
}

/** The newest picture of who follows: parts by dimension, as counts or as shares, whichever the file told. */
export async function listAudience(db: Reader, { filters }: Pick<FigureScope, 'filters'>): Promise<AudienceRow[]> {
  const rows = (await db('figure_subject AS s')
    .joinRaw('CROSS JOIN figure AS f ON f.subject_id = s.id')
    .where({ 's.kind': 'audience' })
    .modify((query) => {
      if (filters.channelIds.length > 0) void query.whereIn('s.channel_id', filters.channelIds)
    })
    .orderBy(['s.network', 's.channel_id', 'f.ends_on', 's.id'])
    .select('s.id', 's.network', 's.channel_id', 's.subject_key', 's.title', 'f.followers', 'f.measured_at')
    .select(db.raw("json_extract(f.more_json, '$.share_of_audience') AS share, coalesce(f.views, f.users) AS others"))) as {
    id: number; network: string; channel_id: string; subject_key: string; title: string; followers: number | null; measured_at: string; share: number | null; others: number | null
  }[]
  // Of a part that was measured in several periods the newest counts, which comes last.
  const newest = new Map(rows.map((row) => [`${row.network} ${row.channel_id} ${row.subject_key}`, row]))
  return [...newest.values()].flatMap((row) => {
    const at = row.subject_key.indexOf(':')
    if (at < 0 || (row.followers === null && row.share === null)) return []
    return [{
      subjectId: row.id, network: row.network, channelId: row.channel_id, dimension: row.subject_key.slice(0, at), value: row.title || row.subject_key.slice(at + 1),
      followers: row.followers, share: row.share, measuredAt: row.measured_at
    }]
  })
}
