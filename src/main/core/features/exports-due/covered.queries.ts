import { guideOf } from '../../../../shared/features/exports-due/export-guides'
import type { DayRange } from '../../../../shared/features/exports-due/due-rules'
import type { Reader } from '../../context'

/** A table of a file whose import stands. */
export interface CoveringFile {
  id: string
  guideId: string
  /** Null: belongs to no channel. */
  channelId: string | null
  network: string
  startsOn: string
  endsOn: string
  measuredOn: string
  /** An instant. */
  importedAt: string
}

interface FileRow {
  id: string
  network: string
  channel_id: string
  format: string
  starts_on: string
  ends_on: string
  measured_at: string
  created_at: string
}

/** Files larger than this say their period alone: reading each of their days would take longer than it is worth. */
const MOST_ROWS = 20_000

/** Tables that came by an export there is a guide for, oldest import first. */
export async function listCoveringFiles(db: Reader): Promise<CoveringFile[]> {
  const rows = (await db('figure_file')
    .join('figure_import', 'figure_import.id', 'figure_file.import_id')
    .orderBy(['figure_import.created_at', 'figure_file.position'])
    .select('figure_file.id', 'network', 'channel_id', 'format', 'starts_on', 'ends_on', 'measured_at', 'figure_import.created_at')) as FileRow[]
  return rows.flatMap((row) => {
    const guide = guideOf(row.network, row.format)
    if (!guide) return []
    const { id, network, starts_on: startsOn, ends_on: endsOn } = row
    return [{ id, guideId: guide.id, channelId: row.channel_id || null, network, startsOn, endsOn, measuredOn: row.measured_at.slice(0, 10), importedAt: row.created_at }]
  })
}

/** Days that have a figure of the whole account, by file: a period with a hole in it is not covered. */
export async function listDaysOfFiles(db: Reader): Promise<Map<string, DayRange[]>> {
  const rows = (await db('figure_row')
    .join('figure_file', 'figure_file.id', 'figure_row.file_id')
    .join('figure_import', 'figure_import.id', 'figure_file.import_id')
    .join('figure_subject', 'figure_subject.id', 'figure_row.subject_id')
    .where('figure_file.rows', '<=', MOST_ROWS)
    .whereIn('figure_subject.kind', ['account', 'traffic'])
    .whereNot('figure_row.starts_on', '')
    .whereRaw('figure_row.starts_on = figure_row.ends_on')
    .distinct('figure_row.file_id as file', 'figure_row.starts_on as day')) as { file: string; day: string }[]
  const days = new Map<string, DayRange[]>()
  for (const { file, day } of rows) days.set(file, [...(days.get(file) ?? []), { from: day, to: day }])
  return days
}
