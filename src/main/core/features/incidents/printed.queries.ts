import type { AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { Reader } from '../../context'
import { findItemResult, findJobInput, listItemOutcomes } from '../../jobs/job-items.queries'
import { asPrintInput, asPrintItem, asPrintResult, type PrintResult } from './print-log.job'

const KIND = 'incidents.print'

/** What a file of a log became; undefined while it is not made. */
export async function findLogFile(db: Reader, itemId: string): Promise<PrintResult | undefined> {
  const result = await findItemResult(db, itemId, KIND)
  return result && asPrintResult(result)
}

/** The folder that a log went to; undefined for a job of another kind. */
export async function findLogFolder(db: Reader, jobId: string): Promise<string | undefined> {
  const input = await findJobInput(db, jobId, KIND)
  return input && asPrintInput(input).folder
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function readPrinted(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<AppOutputs['incidents']['printed']> {
  const folder = await findLogFolder(db, jobId)
  if (folder === undefined) throw new AppError('not-found.job', { job: jobId })
  const files = (await listItemOutcomes(db, jobId)).map(({ id, payload, result }) => {
    const { format, name } = asPrintItem(payload)
    const made = result && asPrintResult(result)
    return { format, name: made?.name ?? name, path: made?.path ?? null, url: made ? sign(id) : null, pages: made?.pages ?? 0, bytes: made?.bytes ?? 0 }
  })
  return { jobId, folder, files }
}
