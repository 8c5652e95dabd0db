import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader } from '../../context'
import { asPlanInput, asPlanItem, asPlanResult, type PlanInput, type PlanResult } from './plan-job'

type Report = AppOutputs['planExport']['report']
type ReportFile = Report['files'][number]

const parse = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

/** Undefined for a job of another kind. */
export async function findPlanInput(db: Reader, jobId: string): Promise<PlanInput | undefined> {
  const row = (await db('job').where({ id: jobId, kind: 'plan-export.make' }).first('input_json')) as { input_json: string } | undefined
  return row && asPlanInput(parse(row.input_json))
}

/** What a file of a plan became; undefined while it is not made. */
export async function findPlanFile(db: Reader, itemId: string): Promise<PlanResult | undefined> {
  const row = (await db('job_item')
    .join('job', 'job.id', 'job_item.job_id')
    .where({ 'job_item.id': itemId, 'job.kind': 'plan-export.make' })
    .first('job_item.result_json')) as { result_json: string | null } | undefined
  return row?.result_json ? asPlanResult(parse(row.result_json)) : undefined
}

interface ItemRow {
  id: string
  payload_json: string
  result_json: string | null
  error_json: string | null
}

function toFile({ id, payload_json, result_json, error_json }: ItemRow, sign: (itemId: string) => string): ReportFile {
  const { format, name } = asPlanItem(parse(payload_json))
  const made = result_json === null ? null : asPlanResult(parse(result_json))
  return {
    format,
    name: made?.name ?? name,
    path: made?.path ?? null,
    url: made ? sign(id) : null,
    rows: made?.rows ?? 0,
    bytes: made?.bytes ?? 0,
    notes: made?.notes ?? [],
    error: error_json === null ? null : (parse(error_json) as ReportFile['error'])
  }
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function reportPlan(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<Report> {
  const input = await findPlanInput(db, jobId)
  if (!input) throw new AppError('not-found.job', { job: jobId })
  const rows = (await db('job_item').where({ job_id: jobId }).orderBy('position').select('id', 'payload_json', 'result_json', 'error_json')) as ItemRow[]
  const { folder, fromDay, toDay } = input
  return { jobId, folder, fromDay, toDay, files: rows.map((row) => toFile(row, sign)) }
}
