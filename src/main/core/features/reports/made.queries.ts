import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { MadeFile } from '../../../../shared/features/reports/reports.contract'
import type { Reader } from '../../context'
import { asMakeInput, asMakeItem, asMakeResult, type MakeResult } from './make-plan'
import { getReport } from './reports.repository'

type Made = AppOutputs['reports']['made']

const parse = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

/** What a file of a report became; undefined while it is not made. */
export async function findMadeFile(db: Reader, itemId: string): Promise<MakeResult | undefined> {
  const row = (await db('job_item')
    .join('job', 'job.id', 'job_item.job_id')
    .where({ 'job_item.id': itemId, 'job.kind': 'reports.make' })
    .first('job_item.result_json')) as { result_json: string | null } | undefined
  return row?.result_json ? asMakeResult(parse(row.result_json)) : undefined
}

interface ItemRow {
  id: string
  payload_json: string
  result_json: string | null
  error_json: string | null
}

function toFile({ id, payload_json, result_json, error_json }: ItemRow, sign: (itemId: string) => string): MadeFile {
  const { format, name } = asMakeItem(parse(payload_json))
  const made = result_json === null ? null : asMakeResult(parse(result_json))
  return {
    format, name: made?.name ?? name, path: made?.path ?? null, url: made ? sign(id) : null, pages: made?.pages ?? 0, bytes: made?.bytes ?? 0,
    sha256: made?.sha256 ?? null, notes: made?.notes ?? [], sections: made?.sections ?? [], error: error_json === null ? null : (parse(error_json) as MadeFile['error'])
  }
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function readMade(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<Made> {
  const job = (await db('job').where({ id: jobId, kind: 'reports.make' }).first('input_json')) as { input_json: string } | undefined
  if (!job) throw new AppError('not-found.job', { job: jobId })
  const { reportId, folder, gaps } = asMakeInput(parse(job.input_json))
  const rows = (await db('job_item').where({ job_id: jobId }).orderBy('position').select('id', 'payload_json', 'result_json', 'error_json')) as ItemRow[]
  const { from, to, language } = await getReport(db, reportId)
  const made = rows.find(({ result_json }) => result_json !== null)?.result_json
  const empty = made ? asMakeResult(parse(made)).gaps : []
  return { jobId, reportId, folder, from, to, language, gaps: [...gaps, ...empty], files: rows.map((row) => toFile(row, sign)) }
}

/** The folder that a job of reports writes into; undefined where it is no such job. */
export async function findReportFolder(db: Reader, jobId: string): Promise<string | undefined> {
  const job = (await db('job').where({ id: jobId, kind: 'reports.make' }).first('input_json')) as { input_json: string } | undefined
  return job && asMakeInput(parse(job.input_json)).folder
}
