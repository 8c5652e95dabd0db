import { readdir, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isAppError } from '../../../../shared/errors/app-error'
import { logFailure } from '../../log-failure'
import type { JobContext, JobItemRow, JobKindDefinition } from '../../jobs/jobs.types'
import { makeContactSheet, sheetFolder } from './contact-sheet'
import { runExportGroup } from './export-group'
import { itemOfPart, partName } from './export-folder'
import { asInput, asItem, asJson, type ExportEnd } from './export-item'
import { listExportItems, type ExportJobItem } from './export-job.queries'
import { planExport, type ExportRequest } from './export-plan'
import { describeExport } from './manifest'
import { findManifestPlace, writeManifest } from './write-manifest'

/** A sheet that cannot be set must not take the finished files with it: the report says why there is none. */
async function trySheet(context: JobContext, items: ExportJobItem[]) {
  if (!items.some(({ file }) => file)) return { sheet: null, error: null }
  try {
    return { sheet: await makeContactSheet(context, items), error: null }
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable.disk') throw error
    const code = isAppError(error) ? error.code : 'internal.report'
    // What the document had against its data could quote the data.
    logFailure(context.core.logger, 'contact-sheet-failed', error)
    return { sheet: null, error: code }
  }
}

async function finish(context: JobContext): Promise<Record<string, unknown>> {
  const { core, workspace, job } = context
  const input = asInput(job.input)
  const items = await listExportItems(workspace.reader, job.id)
  const { sheet, error } = await trySheet(context, items)
  const described = describeExport({ jobId: job.id, madeAt: core.now(), version: core.options.version, input, items })
  const place = await findManifestPlace(input.folder, input.client.id)
  const manifest = await writeManifest(input.folder, partName(job.id, 1), place, { ...described, contactSheet: sheet })
  const contactSheet = sheet && join(input.folder, sheet.path)
  const end: ExportEnd = { folder: input.folder, manifest, contactSheet, contactSheetError: error }
  return asJson(end)
}

/** Removes half files of this job and of no other; what else lies in the folders is not looked at. */
export async function clearHalfFiles(context: JobContext, rows: JobItemRow[]): Promise<void> {
  const { folder } = asInput(context.job.input)
  const ours = new Set([context.job.id, ...rows.map((row) => row.id)])
  const folders = new Set([folder, ...rows.map((row) => dirname(join(folder, ...asItem(row.payload).path.split('/'))))])
  for (const one of folders) {
    const names = await readdir(one).catch((): string[] => [])
    for (const name of names) {
      const item = itemOfPart(name)
      if (item && ours.has(item)) await unlink(join(one, name)).catch(() => undefined)
    }
  }
  await rm(sheetFolder(context), { recursive: true, force: true })
}

/** Making files of assets for placements: one group an asset, one item a file. */
export const exportJobKind: JobKindDefinition = {
  kind: 'renditions.export',
  plan: (core, workspace, input) => planExport(core, workspace, input as unknown as ExportRequest),
  runGroup: runExportGroup,
  finish,
  recover: clearHalfFiles
}
