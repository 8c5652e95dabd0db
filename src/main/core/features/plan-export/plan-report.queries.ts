import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader } from '../../context'
import { findItemResult, findJobInput, type ItemOutcomeRow, listItemOutcomes } from '../../jobs/job-items.queries'
import { asPlanInput, asPlanItem, asPlanResult, type PlanInput, type PlanResult } from './plan-job'

type Report = AppOutputs['planExport']['report']
type ReportFile = Report['files'][number]

const KIND = 'plan-export.make'

/** Undefined for a job of another kind. */
export async function findPlanInput(db: Reader, jobId: string): Promise<PlanInput | undefined> {
  const input = await findJobInput(db, jobId, KIND)
  return input && asPlanInput(input)
}

/** What a file of a plan became; undefined while it is not made. */
export async function findPlanFile(db: Reader, itemId: string): Promise<PlanResult | undefined> {
  const result = await findItemResult(db, itemId, KIND)
  return result && asPlanResult(result)
}

function toFile({ id, payload, result, error }: ItemOutcomeRow, sign: (itemId: string) => string): ReportFile {
  const { format, name } = asPlanItem(payload)
  const made = result && asPlanResult(result)
  return {
    format,
    name: made?.name ?? name,
    path: made?.path ?? null,
    url: made ? sign(id) : null,
    rows: made?.rows ?? 0,
    bytes: made?.bytes ?? 0,
    notes: made?.notes ?? [],
    error
  }
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function reportPlan(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<Report> {
  const input = await findPlanInput(db, jobId)
  if (!input) throw new AppError('not-found.job', { job: jobId })
  const rows = await listItemOutcomes(db, jobId)
  const { folder, fromDay, toDay } = input
  return { jobId, folder, fromDay, toDay, files: rows.map((row) => toFile(row, sign)) }
}
