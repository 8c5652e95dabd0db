import { warningText } from '../../../../shared/features/renditions/warning-text'
import { createFormats, createTranslator } from '../../../../shared/i18n'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { getExportJob, listExportItems, type ExportJob, type ExportJobItem } from './export-job.queries'

const secondsBetween = (from: string | null, to: string): number => (from === null ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000))

/** Remarks are said in English until the core knows the person's language. */
const words = { t: createTranslator('en'), formats: createFormats('en-US') }

function toFile(core: CoreServices, clientId: string, { id, item, file, error }: ExportJobItem) {
  const { width, height } = item.frame.target
  const planned = { assetId: item.assetId, placementId: item.placementId, maxBytes: item.maxBytes, error }
  if (!file) return { ...planned, path: item.path, width, height, bytes: 0, quality: null, format: item.format, warnings: [], url: null }
  const { bytes, quality, format } = file
  const warnings = file.warnings.map((warning) => warningText(warning, words.t, words.formats))
  const url = core.urls.sign({ kind: 'output', clientId, itemId: id })
  return { ...planned, path: file.path, width: file.width, height: file.height, bytes, quality, format, warnings, url }
}

function refusedFiles({ input }: ExportJob) {
  return input.refused.map(({ assetId, placementId, code, data }) => ({
    assetId, placementId, path: '', width: 0, height: 0, bytes: 0, maxBytes: null, quality: null, format: '', warnings: [],
    error: { code, data }, url: null
  }))
}

function byNetwork(items: ExportJobItem[]) {
  const networks = new Map<string, { network: string; files: number; bytes: number }>()
  for (const { item, file } of items) {
    if (!file) continue
    const sum = networks.get(item.network) ?? { network: item.network, files: 0, bytes: 0 }
    networks.set(item.network, { ...sum, files: sum.files + 1, bytes: sum.bytes + file.bytes })
  }
  return [...networks.values()]
}

/** What an export has made so far, or made in all. @throws AppError `not-found.job` */
export async function reportExport(core: CoreServices, workspace: Workspace, jobId: string) {
  const job = await getExportJob(workspace.reader, jobId)
  const items = (await listExportItems(workspace.reader, jobId)).filter(({ file, error }) => file || error)
  const made = items.flatMap(({ file }) => (file ? [file] : []))
  const sheet = job.end?.contactSheet ?? null
  return {
    jobId,
    folder: job.input.folder,
    manifest: job.end?.manifest ?? null,
    contactSheet: sheet,
    contactSheetUrl: sheet && core.urls.sign({ kind: 'sheet', clientId: workspace.id, jobId }),
    totals: {
      files: made.length,
      failed: items.length - made.length + job.input.refused.length,
      bytes: made.reduce((sum, file) => sum + file.bytes, 0),
      seconds: secondsBetween(job.startedAt, job.finishedAt ?? core.now()),
      warnings: made.reduce((sum, file) => sum + file.warnings.length, 0)
    },
    byNetwork: byNetwork(items),
    files: [...items.map((item) => toFile(core, workspace.id, item)), ...refusedFiles(job)]
  }
}
