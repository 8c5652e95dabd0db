import type { JobItemState, JobKind } from '../../../shared/features/jobs/jobs.contract'
import type { Reader } from '../context'

type Parsed = Record<string, unknown>
const parse = (json: string): Parsed => JSON.parse(json) as Parsed

/** What an item of a job of a kind came to; undefined where there is none, or while it has come to nothing. */
export async function findItemResult(db: Reader, itemId: string, kind: JobKind): Promise<Parsed | undefined> {
  const row = (await db('job_item')
    .join('job', 'job.id', 'job_item.job_id')
    .where({ 'job_item.id': itemId, 'job.kind': kind })
    .whereNotNull('job_item.result_json')
    .first('job_item.result_json')) as { result_json: string } | undefined
  return row && parse(row.result_json)
}

/** What a job of a kind was asked for; undefined where it is of another. */
export async function findJobInput(db: Reader, jobId: string, kind: JobKind): Promise<Parsed | undefined> {
  const row = (await db('job').where({ id: jobId, kind }).first('input_json')) as { input_json: string } | undefined
  return row && parse(row.input_json)
}

export interface ItemOutcomeRow {
  id: string
  state: JobItemState
  payload: Parsed
  result: Parsed | null
  error: { code: string; data: Parsed } | null
}

/** All items of a job with what they came to, in their order. */
export async function listItemOutcomes(db: Reader, jobId: string): Promise<ItemOutcomeRow[]> {
  const rows = (await db('job_item').where({ job_id: jobId }).orderBy('position').select('id', 'state', 'payload_json', 'result_json', 'error_json')) as {
    id: string; state: JobItemState; payload_json: string; result_json: string | null; error_json: string | null
  }[]
  return rows.map(({ id, state, payload_json, result_json, error_json }) => ({
    id,
    state,
    payload: parse(payload_json),
    result: result_json === null ? null : parse(result_json),
    error: error_json === null ? null : (JSON.parse(error_json) as ItemOutcomeRow['error'])
  }))
}
