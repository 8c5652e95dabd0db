import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader } from '../../context'
import { asPrintInput, asPrintItem, asPrintResult, type PrintResult } from './print-log.job'

const parse = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>
const KIND = 'incidents.print'

/** What a file of a log became; undefined while it is not made. */
export async function findLogFile(db: Reader, itemId: string): Promise<PrintResult | undefined> {
  const row = (await db('job_item').join('job', 'job.id', 'job_item.job_id').where({ 'job_item.id': itemId, 'job.kind': KIND }).first('job_item.result_json')) as { result_json: string | null } | undefined
  return row?.result_json ? asPrintResult(parse(row.result_json)) : undefined
}

/** The folder that a log went to; undefined for a job of another kind. */
export async function findLogFolder(db: Reader, jobId: string): Promise<string | undefined> {
  const job = (await db('job').where({ id: jobId, kind: KIND }).first('input_json')) as { input_json: string } | undefined
  return job && asPrintInput(parse(job.input_json)).folder
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function readPrinted(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<AppOutputs['incidents']['printed']> {
  const folder = await findLogFolder(db, jobId)
  if (folder === undefined) throw new AppError('not-found.job', { job: jobId })
  const rows = (await db('job_item').where({ job_id: jobId }).orderBy('position').select('id', 'payload_json', 'result_json')) as { id: string; payload_json: string; result_json: string | null }[]
  const files = rows.map(({ id, payload_json, result_json }) => {
    const { format, name } = asPrintItem(parse(payload_json))
    const made = result_json === null ? null : asPrintResult(parse(result_json))
    return { format, name: made?.name ?? name, path: made?.path ?? null, url: made ? sign(id) : null, pages: made?.pages ?? 0, bytes: made?.bytes ?? 0 }
  })
  return { jobId, folder, files }
}
