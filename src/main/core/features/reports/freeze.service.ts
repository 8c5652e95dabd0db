import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../../../shared/features/reports/reports.schema'
import type { CallContext } from '../../context'
import { makeFolder, syncDirectory } from '../../files/durable-folders'
import type { Workspace } from '../../workspaces/workspaces.types'
import { writePart } from '../hand-off'
import { freezingFolder, KEPT_DATA, KEPT_PDF, KEPT_TEMPLATE, keptFolder } from './report-folders'
import { readReportSource } from './report-source'
import { getDraft, getReport, replaceKeptFiles, updateReport, type KeptFile } from './reports.repository'
import { describeFonts, listTemplateFiles, setReport } from './set-report'

const roles: Readonly<Record<string, string>> = { [KEPT_DATA]: 'data', [KEPT_PDF]: 'pdf', 'fonts.json': 'fonts' }

async function describeKept(folder: string, below = ''): Promise<KeptFile[]> {
  const files: KeptFile[] = []
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) files.push(...(await describeKept(folder, path)))
    else {
      const content = await readFile(join(folder, path))
      const role = below === KEPT_TEMPLATE ? 'template' : (roles[path] ?? 'picture')
      files.push({ role, path, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, pages: 0 })
    }
  }
  return files
}

/** Everything that the report is made of, in a folder of its own: figures, pictures, template, fonts by their hash, and the PDF itself. */
async function keepFiles(context: CallContext, workspace: Workspace, report: Report, folder: string): Promise<KeptFile[]> {
  const { core } = context
  const source = await readReportSource(core, workspace, { ...report, frozenAt: null }, folder, context.signal)
  const data = { ...source.data, createdAt: report.frozenAt ?? source.data.createdAt }
  const templates = join(folder, KEPT_TEMPLATE)
  await mkdir(templates, { recursive: true, mode: 0o700 })
  for (const name of await listTemplateFiles(source.templates)) await copyFile(join(source.templates, name), join(templates, name))
  await writePart(join(folder, KEPT_DATA), JSON.stringify(data))
  await writePart(join(folder, 'fonts.json'), JSON.stringify(await describeFonts(core), null, 2))
  const { pages } = await setReport(core, { data, root: folder, templates, archive: report.options.archive, outPath: join(folder, KEPT_PDF) })
  return (await describeKept(folder)).map((file) => (file.role === 'pdf' ? { ...file, pages } : file))
}

/**
 * Freezes a report. The files are there before the row says so; a kill between the two leaves a folder that the next
 * try replaces.
 * @throws AppError `not-found.report`, `conflict.report-frozen`, `internal.report`, `unavailable.report`
 */
export async function freezeReport(context: CallContext, clientId: string, reportId: string): Promise<Report> {
  const { core } = context
  const workspace = await context.workspace(clientId)
  const draft = await getDraft(workspace.reader, reportId)
  const frozen: Report = { ...draft, frozenAt: core.now() }
  const half = freezingFolder(workspace.folders, reportId)
  await rm(half, { recursive: true, force: true })
  await makeFolder(half)
  try {
    const files = await keepFiles(context, workspace, frozen, half)
    const kept = keptFolder(workspace.folders, reportId)
    await rm(kept, { recursive: true, force: true })
    await rename(half, kept)
    await syncDirectory(workspace.folders.reports)
    return await context.command(clientId, async (tx) => {
      const current = await getDraft(tx, reportId)
      // What was changed meanwhile is not in the files.
      await updateReport(tx, { ...frozen, trashedAt: current.trashedAt })
      await replaceKeptFiles(tx, reportId, files.map((file) => ({ ...file, id: core.newId(), createdAt: core.now() })))
      return getReport(tx, reportId)
    }, { data: { title: draft.title } })
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}
