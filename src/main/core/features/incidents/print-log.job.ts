import { createHash } from 'node:crypto'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ReportLanguage } from '../../../../shared/features/reports/reports.schema'
import { crisisLanguage } from '../../../../shared/features/incidents/texts/crisis-texts'
import { legalName } from '../../../../shared/naming'
import type { CoreServices } from '../../context'
import type { JobContext, JobItemRow, JobKindDefinition, JobPlan, SettleItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { ensureThumbnail, findAssetFile, largePreview } from '../assets'
import { putFile, writePart } from '../hand-off'
import { checkDestination, defaultFolder, partName } from '../renditions'
import { getIncidentRow } from './incidents.repository'
import { collectLog, type LogData } from './log-data'
import { logText } from './log-text'

export interface PrintRequest {
  incidentId: string
  language?: ReportLanguage | undefined
  formats: ('pdf' | 'txt')[]
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
}
/** As stored. */
export interface PrintInput {
  incidentId: string
  language: ReportLanguage
  folder: string
}
export interface PrintItem {
  format: 'pdf' | 'txt'
  name: string
}
export interface PrintResult {
  path: string
  name: string
  bytes: number
  sha256: string
  pages: number
}

// Stored as JSON by this feature alone, so the shapes hold.
export const asPrintInput = (input: Record<string, unknown>): PrintInput => input as unknown as PrintInput
export const asPrintItem = (payload: Record<string, unknown>): PrintItem => payload as unknown as PrintItem
export const asPrintResult = (result: Record<string, unknown>): PrintResult => result as unknown as PrintResult
const printJson = (value: PrintInput | PrintItem | PrintResult): Record<string, unknown> => ({ ...value })

/** @throws AppError `not-found.incident`, `validation.destination`, `not-found.file-token` */
async function planPrint(core: CoreServices, workspace: Workspace, { incidentId, language, formats, destination }: PrintRequest): Promise<JobPlan> {
  const { title, started_at } = await getIncidentRow(workspace.reader, incidentId)
  const profile = await workspace.profile()
  const wanted = destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, profile)
  const folder = await checkDestination(wanted, core.home, workspace.folders.root, core.newId())
  const items = [...new Set(formats)].map((format) => {
    const name = legalName(`${profile.name}_incident_${started_at.slice(0, 10)}_${title}`, { extension: `.${format}`, maxBytes: 120 })
    return { key: createHash('sha256').update(JSON.stringify([incidentId, format])).digest('hex'), group: 'log', label: name, payload: printJson({ format, name }) }
  })
  return { title: { files: items.length, name: title }, items, stored: printJson({ incidentId, language: language ?? crisisLanguage(profile.languages), folder }) }
}

/** Screenshots wait here while the log is set; a document reads nothing outside its folder. */
const pictureFolder = ({ workspace, job }: JobContext): string => join(workspace.folders.reports, `.incident-${job.id}`)

/** Copies of the pictures beside the document. One that cannot be read is named as missing. */
async function withPictures({ core, workspace }: JobContext, data: LogData, root: string, signal: AbortSignal): Promise<LogData> {
  const items: LogData['evidence']['items'] = []
  for (const item of data.evidence.items) {
    signal.throwIfAborted()
    const asset = item.assetId === null ? undefined : await findAssetFile(workspace.reader, { id: item.assetId })
    const path = asset && (await ensureThumbnail(core, workspace, asset, largePreview, signal).catch(() => undefined))
    const name = path && `${item.assetId ?? ''}${extname(path)}`
    const copied = path && name ? await copyFile(path, join(root, name)).then(() => true, () => false) : false
    items.push({ ...item, picture: copied ? `/${name}` : null })
  }
  return { ...data, evidence: { ...data.evidence, items } }
}

async function writePdf(context: JobContext, data: LogData, part: string, signal: AbortSignal): Promise<Omit<PrintResult, 'path' | 'name'>> {
  const { core, job } = context
  const root = pictureFolder(context)
  await mkdir(root, { recursive: true, mode: 0o700 })
  try {
    const { bytes, sha256, pages } = await core.reports.compile({
      templatePath: join(core.options.resources, 'reports', 'incident.typ'), fontFolder: join(core.options.resources, 'fonts'), root,
      data: await withPictures(context, data, root, signal), outPath: part, createdAt: job.createdAt
    })
    return { bytes, sha256, pages }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function writeItem(context: JobContext, row: JobItemRow, data: LogData, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { format, name } = asPrintItem(row.payload)
  const { folder } = asPrintInput(context.job.input)
  const part = join(folder, partName(row.id, row.attempts))
  try {
    const { pages, ...made } = format === 'pdf' ? await writePdf(context, data, part, signal) : { ...(await writePart(part, logText(data))), pages: 0 }
    const { written, store } = await putFile(context, folder, { folder, name, part, ...made, role: `incident:${name}`, itemId: row.id })
    await settle(row.id, { state: 'done', result: printJson({ ...written, pages }) }, store)
  } finally {
    await rm(part, { force: true })
  }
}

/** The log of an incident as files, an item a file. */
export const printLogJob: JobKindDefinition = {
  kind: 'incidents.print',
  plan: (core, workspace, input) => planPrint(core, workspace, input as unknown as PrintRequest),
  async runGroup(context, items, signal, settle) {
    const { core, workspace, job } = context
    const { incidentId, language } = asPrintInput(job.input)
    const data = await collectLog(workspace.reader, await workspace.profile(), incidentId, language, core.now())
    for (const item of items) {
      signal.throwIfAborted()
      await writeItem(context, item, data, signal, settle)
    }
  },
  async recover(context, rows) {
    const { folder } = asPrintInput(context.job.input)
    for (const row of rows) for (let attempt = 0; attempt <= row.attempts; attempt += 1) await rm(join(folder, partName(row.id, attempt)), { force: true })
    await rm(pictureFolder(context), { recursive: true, force: true })
  },
  parallel: 1
}
