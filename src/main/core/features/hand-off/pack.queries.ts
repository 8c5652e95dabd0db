import { AppError } from '../../../../shared/errors/app-error'
import type { JobItemState } from '../../../../shared/features/jobs/jobs.contract'
import type { Reader } from '../../context'
import { listItemOutcomes } from '../../jobs/job-items.queries'
import { asPackEnd, asPackInput, asPackItem, asPackResult, type PackEnd, type PackInput, type PackItem, type PackResult } from './pack-item'

export interface PackJobItem {
  id: string
  state: JobItemState
  item: PackItem
  result: PackResult | null
  error: { code: string; data: Record<string, unknown> } | null
}

const parse = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

/** Everything of a pack, made or failed, in posting order. */
export async function listPackItems(db: Reader, jobId: string): Promise<PackJobItem[]> {
  return (await listItemOutcomes(db, jobId)).map(({ id, state, payload, result, error }) => ({
    id, state, item: asPackItem(payload), result: result && asPackResult(result), error
  }))
}

export interface PackJob {
  id: string
  input: PackInput
  end: PackEnd | null
}

export async function findPackJob(db: Reader, jobId: string): Promise<PackJob | undefined> {
  const row = (await db('job').where({ id: jobId, kind: 'hand-off.pack' }).first('id', 'input_json', 'result_json')) as
    | { id: string; input_json: string; result_json: string | null }
    | undefined
  if (!row) return undefined
  return { id: row.id, input: asPackInput(parse(row.input_json)), end: row.result_json === null ? null : asPackEnd(parse(row.result_json)) }
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function getPackJob(db: Reader, jobId: string): Promise<PackJob> {
  const job = await findPackJob(db, jobId)
  if (!job) throw new AppError('not-found.job', { job: jobId })
  return job
}
