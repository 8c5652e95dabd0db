import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { MadeFile } from '../../../../shared/features/reports/reports.contract'
import type { Reader } from '../../context'
import { findItemResult, findJobInput, type ItemOutcomeRow, listItemOutcomes } from '../../jobs/job-items.queries'
import { asMakeInput, asMakeItem, asMakeResult, type MakeResult } from './make-plan'
import { getReport } from './reports.repository'

type Made = AppOutputs['reports']['made']

const KIND = 'reports.make'

/** What a file of a report became; undefined while it is not made. */
export async function findMadeFile(db: Reader, itemId: string): Promise<MakeResult | undefined> {
  const result = await findItemResult(db, itemId, KIND)
  return result && asMakeResult(result)
}

function toFile({ id, payload, result, error }: ItemOutcomeRow, sign: (itemId: string) => string): MadeFile {
  const { format, name } = asMakeItem(payload)
  const made = result && asMakeResult(result)
  return {
    format, name: made?.name ?? name, path: made?.path ?? null, url: made ? sign(id) : null, pages: made?.pages ?? 0, bytes: made?.bytes ?? 0,
    sha256: made?.sha256 ?? null, notes: made?.notes ?? [], sections: made?.sections ?? [], error
  }
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function readMade(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<Made> {
  const input = await findJobInput(db, jobId, KIND)
  if (!input) throw new AppError('not-found.job', { job: jobId })
  const { reportId, folder, gaps } = asMakeInput(input)
  const rows = await listItemOutcomes(db, jobId)
  const { from, to, language } = await getReport(db, reportId)
  const made = rows.find(({ result }) => result !== null)?.result
  const empty = made ? asMakeResult(made).gaps : []
  return { jobId, reportId, folder, from, to, language, gaps: [...gaps, ...empty], files: rows.map((row) => toFile(row, sign)) }
}

/** The folder that a job of reports writes into; undefined where it is no such job. */
export async function findReportFolder(db: Reader, jobId: string): Promise<string | undefined> {
  const input = await findJobInput(db, jobId, KIND)
  return input && asMakeInput(input).folder
}
