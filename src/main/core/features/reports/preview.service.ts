import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppOutputs } from '../../../../shared/contract'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findGaps } from './gaps.service'
import { previewFolder } from './report-folders'
import { readReportSource } from './report-source'
import { getReport } from './reports.repository'
import { setReport } from './set-report'

type Preview = AppOutputs['reports']['preview']

/** Pages of an earlier look stay this long, for a screen that still shows them. */
const KEPT_MS = 60_000

async function clearOld(folder: string, current: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.svg') || name.startsWith(current)) continue
    const file = await stat(join(folder, name)).catch(() => undefined)
    if (file && now - file.mtimeMs > KEPT_MS) await rm(join(folder, name), { force: true })
  }
}

const mark = z.object({ id: z.string(), page: z.int(), y: z.number().default(0) })

/** The report as it would print: a drawing a page. @throws AppError `not-found.report`, `internal.report`, `unavailable.report` */
export async function previewReport(core: CoreServices, workspace: Workspace, reportId: string, signal?: AbortSignal): Promise<Preview> {
  const report = await getReport(workspace.reader, reportId)
  const folder = previewFolder(workspace.folders, reportId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const source = await readReportSource(core, workspace, report, folder, signal)
  // A look has a name of its own: an address stands for one picture for as long as it is good.
  const name = core.newId()
  const { drawn, marks } = await setReport(core, { ...source, archive: false, outPath: folder, pages: { name } })
  await clearOld(folder, name, Date.parse(core.now()))
  // A template that a person changed may mark nothing, or less.
  const begins = marks.flatMap((value) => mark.safeParse(value).data ?? [])
  const cover = source.data.sections.find(({ kind }) => kind === 'cover')
  return {
    pages: drawn.map(({ name: file, width, height }) => ({ url: core.urls.sign({ kind: 'report-page', clientId: workspace.id, reportId, file }), width, height })),
    notes: source.missingPictures > 0 ? [{ kind: 'pictures', count: source.missingPictures }] : [],
    gaps: report.frozenAt === null ? [...(await findGaps(core, workspace, report)), ...source.gaps] : [],
    startsAt: Object.fromEntries([...(cover ? [[cover.id, 1] as const] : []), ...begins.map(({ id, page }) => [id, page] as const)]),
    tops: Object.fromEntries(begins.map(({ id, y }) => [id, y]))
  }
}
