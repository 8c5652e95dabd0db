import { rm } from 'node:fs/promises'
import { keptFolder } from './report-folders'
import { removeTrashedBefore } from './reports.repository'
import { runHidden } from '../../db/hidden-step'
import type { Workspace } from '../../workspaces/workspaces.types'

export { agencyLogoPath } from './agency.service'
export { findMadeFile, findReportFolder } from './made.queries'
export { makeReportJob } from './make-report.job'
export { previewFolder } from './report-folders'
export { reportsHandlers } from './reports.handlers'

const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Run when a workspace is opened: reports that have been in the trash for 30 days go, with what they kept. */
export async function purgeReportTrash(workspace: Workspace, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - KEPT_DAYS * DAY_MS).toISOString()
  const old = (await workspace.reader('report').where('trashed_at', '<', before).first('id')) as { id: string } | undefined
  if (!old) return
  let ids: string[] = []
  await runHidden(workspace, 'reports.purgeTrash', now, async (tx) => {
    ids = await removeTrashedBefore(tx, before)
  })
  for (const id of ids) await rm(keptFolder(workspace.folders, id), { recursive: true, force: true })
}
