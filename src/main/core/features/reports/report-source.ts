import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report, ReportGap } from '../../../../shared/features/reports/reports.schema'
import type { ReportData } from '../../../../shared/reports/report-data'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { collectReport } from './collect-report'
import { reportContext } from './report-context'
import { KEPT_DATA, KEPT_TEMPLATE, keptFolder } from './report-folders'
import { pictureFolder } from './report-pictures'
import { templateFolder } from './set-report'

/** What a report is made from: what was kept where it is frozen, else the figures of now. */
export interface ReportSource {
  data: ReportData
  /** Folder with its pictures. */
  root: string
  templates: string
  gaps: ReportGap[]
  missingPictures: number
}

/**
 * @param root where pictures of a draft go
 * @throws the signal's reason
 */
export async function readReportSource(core: CoreServices, workspace: Workspace, report: Report, root: string, signal?: AbortSignal): Promise<ReportSource> {
  if (report.frozenAt !== null) {
    const kept = keptFolder(workspace.folders, report.id)
    // Written by this app when it was frozen, so the shape holds.
    const data = JSON.parse(await readFile(join(kept, KEPT_DATA), 'utf8')) as ReportData
    return { data, root: kept, templates: join(kept, KEPT_TEMPLATE), gaps: [], missingPictures: 0 }
  }
  const pictures = pictureFolder(core, workspace, root)
  const { data, gaps } = await collectReport(await reportContext(core, workspace, report, pictures, signal))
  return { data, root, templates: await templateFolder(core), gaps, missingPictures: pictures.missing() }
}
