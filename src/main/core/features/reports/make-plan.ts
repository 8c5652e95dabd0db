import { createHash } from 'node:crypto'
import type { SectionKind } from '../../../../shared/features/reports/report-sections'
import type { ReportFormat, ReportGap, ReportNote } from '../../../../shared/features/reports/reports.schema'
import { legalName } from '../../../../shared/naming'
import type { CoreServices } from '../../context'
import type { JobPlan, PlannedItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { checkDestination, defaultFolder } from '../renditions'
import { findGaps } from './gaps.service'
import { getReport } from './reports.repository'

export interface MakeRequest {
  reportId: string
  formats: ReportFormat[]
  destination: { kind: 'default' } | { kind: 'folder'; token: string }
  fileName?: string | undefined
}

/** As stored. */
export interface MakeInput {
  reportId: string
  folder: string
  formats: ReportFormat[]
  gaps: ReportGap[]
}

export interface MakeItem {
  format: ReportFormat
  name: string
}

export interface MakeResult {
  path: string
  name: string
  bytes: number
  sha256: string
  pages: number
  notes: ReportNote[]
  sections: SectionKind[]
  /** Sections that were on and had nothing to say. */
  gaps: ReportGap[]
}

// Stored as JSON by this feature alone, so the shapes hold.
export const asMakeInput = (input: Record<string, unknown>): MakeInput => input as unknown as MakeInput
export const asMakeItem = (payload: Record<string, unknown>): MakeItem => payload as unknown as MakeItem
export const asMakeResult = (result: Record<string, unknown>): MakeResult => result as unknown as MakeResult
export const makeJson = (value: MakeInput | MakeItem | MakeResult): Record<string, unknown> => ({ ...value })

const endings: Readonly<Record<ReportFormat, string>> = { pdf: '.pdf', xlsx: '.xlsx', csv: '_tables.zip', pptx: '.pptx' }

/** `2026-10` where it is one whole month, else both days. */
function spanOf({ from, to }: { from: string; to: string }): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).getUTCDate() === 1
  return sameMonth ? from.slice(0, 7) : `${from}_${to}`
}

/** What a person called it, without an ending that comes anyway. */
function ownName(fileName: string, format: ReportFormat): string {
  const ending = endings[format]
  const plain = fileName.toLowerCase().endsWith(ending) ? fileName.slice(0, -ending.length) : fileName
  const extension = format === 'csv' ? '.zip' : ending
  return legalName(plain.toLowerCase().endsWith(extension) ? plain.slice(0, -extension.length) : plain, { extension, maxBytes: 200 })
}

/** Decides which files there will be. @throws AppError `not-found.report`, `validation.destination`, `not-found.file-token` */
export async function planReport(core: CoreServices, workspace: Workspace, { reportId, formats, destination, fileName }: MakeRequest): Promise<JobPlan> {
  const report = await getReport(workspace.reader, reportId)
  const profile = await workspace.profile()
  const wanted = destination.kind === 'folder' ? core.tokens.resolve(destination.token).path : defaultFolder(core.home.exports, profile)
  const folder = await checkDestination(wanted, core.home, workspace.folders.root, core.newId())
  const items = [...new Set(formats)].map((format): PlannedItem => {
    const base = `${profile.name}_${spanOf(report)}_${report.language}_report`
    const name = fileName === undefined ? legalName(base, { extension: endings[format], maxBytes: 150 }) : ownName(fileName, format)
    return { key: createHash('sha256').update(JSON.stringify([reportId, format])).digest('hex'), group: 'report', label: name, payload: makeJson({ format, name }) }
  })
  const stored: MakeInput = { reportId, folder, formats, gaps: report.frozenAt === null ? await findGaps(core, workspace, report) : [] }
  return { title: { files: items.length, title: report.title, from: report.from, to: report.to }, items, stored: makeJson(stored) }
}
