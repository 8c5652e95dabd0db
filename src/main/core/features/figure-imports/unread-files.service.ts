import { listItemOutcomes } from '../../jobs/job-items.queries'
import type { JobContext } from '../../jobs/jobs.types'
import { clearDraftFile, keepDraft, listDraftPositions, putDraftFile } from './figure-drafts.repository'
import type { FigureFile } from './figure-files'
import { refusedFile } from './stage-file.service'

/**
 * Names the files whose reading broke off for a reason that nobody foresaw, and takes away what had been staged of them: no file of a drop
 * goes missing without a word, and none counts by half.
 */
export async function refuseUnread({ core, workspace, job }: JobContext): Promise<void> {
  const told = new Set(await listDraftPositions(workspace.reader, job.id))
  for (const { state, payload, error } of await listItemOutcomes(workspace.reader, job.id)) {
    const file = payload as unknown as FigureFile
    if (state !== 'failed' || error === null || told.has(file.position)) continue
    await clearDraftFile(workspace.write.bind(workspace), workspace.reader, job.id, file.position)
    await workspace.write(async (tx) => {
      await keepDraft(tx, job.id, core.now())
      await putDraftFile(tx, job.id, file.position, refusedFile(file, error.code, error.data))
    })
  }
}
