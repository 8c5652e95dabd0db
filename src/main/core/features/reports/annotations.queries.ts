import type { Period } from '../../../../shared/features/analytics/periods'
import { oneLine } from '../../../../shared/features/reports/rich-text'
import type { Reader } from '../../context'

export interface ReportAnnotation {
  id: string
  startsOn: string
  endsOn: string
  text: string
}

/** Events that a chart on paper has room for. */
const MOST = 8

/** Events that explain a curve: of the whole client, and of these channels. */
export async function listAnnotations(db: Reader, { from, to }: Period, channelIds: readonly string[]): Promise<ReportAnnotation[]> {
  const rows = (await db('annotation')
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .modify((query) => {
      if (channelIds.length > 0) void query.where((any) => any.whereNull('channel_id').orWhereIn('channel_id', channelIds))
    })
    .orderBy(['starts_on', 'id'])
    .limit(MOST)
    .select('id', 'starts_on', 'ends_on', 'text')) as { id: string; starts_on: string; ends_on: string; text: string }[]
  return rows.map((row) => ({ id: row.id, startsOn: row.starts_on, endsOn: row.ends_on, text: oneLine(row.text, 140) }))
}
