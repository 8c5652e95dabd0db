import { AppError } from '../../../../shared/errors/app-error'
import type { JobItemState } from '../../../../shared/features/jobs/jobs.contract'
import { foldedName } from '../../../../shared/naming'
import type { Reader } from '../../context'
import { findItemResult, listItemOutcomes } from '../../jobs/job-items.queries'
import { asEnd, asExported, asInput, asItem, type ExportEnd, type ExportedFile, type ExportInput, type ExportItem } from './export-item'

/** Names of all files of a job, folded for comparison. */
export async function listPlannedNames(db: Reader, jobId: string): Promise<Set<string>> {
  const rows = (await db('job_item').where({ job_id: jobId }).select('label')) as { label: string }[]
  return new Set(rows.map((row) => foldedName(row.label)))
}

export interface ExportJobItem {
  id: string
  state: JobItemState
  item: ExportItem
  file: ExportedFile | null
  error: { code: string; data: Record<string, unknown> } | null
}

const parse = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

/** Everything that an export has made or failed to make so far, in the order of the contact sheet. */
export async function listExportItems(db: Reader, jobId: string): Promise<ExportJobItem[]> {
  return (await listItemOutcomes(db, jobId)).map(({ id, state, payload, result, error }) => ({
    id, state, item: asItem(payload), file: result && asExported(result), error
  }))
}

export interface ExportJob {
  id: string
  input: ExportInput
  end: ExportEnd | null
  startedAt: string | null
  finishedAt: string | null
}

interface StoredJob {
  id: string
  input_json: string
  result_json: string | null
  started_at: string | null
  finished_at: string | null
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function getExportJob(db: Reader, jobId: string): Promise<ExportJob> {
  const row = (await db('job').where({ id: jobId, kind: 'renditions.export' }).first()) as StoredJob | undefined
  if (!row) throw new AppError('not-found.job', { job: jobId })
  return {
    id: row.id,
    input: asInput(parse(row.input_json)),
    end: row.result_json === null ? null : asEnd(parse(row.result_json)),
    startedAt: row.started_at,
    finishedAt: row.finished_at
  }
}

/** The file that an item of an export made; undefined when it made none. */
export async function findExportedFile(db: Reader, itemId: string): Promise<ExportedFile | undefined> {
  const result = await findItemResult(db, itemId, 'renditions.export')
  return result && asExported(result)
}
