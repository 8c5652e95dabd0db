import type { AppInputs, AppOutputs } from '../../../../shared/contract'
import { AppError } from '../../../../shared/errors/app-error'
import type { PersonRef } from '../../../../shared/features/people/people.schema'
import type { CallContext, Reader } from '../../context'
import { findItemResult } from '../../jobs/job-items.queries'

/** What a job of this kind is made from. It names nobody: a card by its id, an author by network and key. */
export interface PersonExportInput {
  folder: string
  person: PersonRef
  by: string
  client: { name: string; zone: string; language: string }
}
export interface PersonExportResult {
  path: string
  name: string
  bytes: number
}
const KIND = 'people.export'

// Stored as JSON by this feature alone, so the shapes hold.
export const asExportInput = (input: Record<string, unknown>): PersonExportInput => input as unknown as PersonExportInput
const asResult = (result: Record<string, unknown>): PersonExportResult => result as unknown as PersonExportResult

/** @throws AppError `not-found.person`, `validation.destination`, `not-found.file-token` */
export async function startPersonExport(context: CallContext, { clientId, ...request }: AppInputs['people']['export']): Promise<{ jobId: string }> {
  return { jobId: await context.core.jobs.start(clientId, KIND, { ...request }) }
}

/** The archive that an item made; undefined while it is not made. */
export async function findPersonFile(db: Reader, itemId: string): Promise<PersonExportResult | undefined> {
  const result = await findItemResult(db, itemId, KIND)
  return result && asResult(result)
}

/** @throws AppError `not-found.job` when there is none, or it is of another kind */
export async function reportPersonExport(db: Reader, jobId: string, sign: (itemId: string) => string): Promise<AppOutputs['people']['exportReport']> {
  const row = (await db('job_item').join('job', 'job.id', 'job_item.job_id').where({ 'job.id': jobId, 'job.kind': KIND }).first('job_item.id', 'job_item.label', 'job_item.result_json')) as
    | { id: string; label: string; result_json: string | null }
    | undefined
  if (!row) throw new AppError('not-found.job', { job: jobId })
  const made = row.result_json === null ? undefined : asResult(JSON.parse(row.result_json) as Record<string, unknown>)
  return { jobId, path: made?.path ?? null, name: made?.name ?? row.label, url: made ? sign(row.id) : null, bytes: made?.bytes ?? 0 }
}
