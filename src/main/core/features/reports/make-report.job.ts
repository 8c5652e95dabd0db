import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report, ReportNote } from '../../../../shared/features/reports/reports.schema'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import { putFile, writePart } from '../hand-off'
import { partName } from '../renditions'
import { asMakeInput, asMakeItem, makeJson, planReport, type MakeItem, type MakeRequest } from './make-plan'
import { KEPT_PDF, keptFolder, makingFolder } from './report-folders'
import { readReportSource, type ReportSource } from './report-source'
import { getReport, listKeptFiles } from './reports.repository'
import { notesOf, setReport } from './set-report'
import { slidePictures } from './slide-pictures'
import { writeSlides } from './write-pptx'
import { writeTables } from './write-csv'
import { writeWorkbook } from './write-xlsx'

interface Half {
  bytes: number
  sha256: string
  pages: number
  notes: ReportNote[]
}

interface Making {
  context: JobContext
  report: Report
  source: ReportSource
  signal: AbortSignal
}

/** The PDF that was kept when the report was frozen, where it is still as it was. */
async function copyKept({ context, report }: Making, part: string): Promise<Half | undefined> {
  const { workspace } = context
  if (report.frozenAt === null) return undefined
  const kept = (await listKeptFiles(workspace.reader, report.id)).find(({ role }) => role === 'pdf')
  const path = join(keptFolder(workspace.folders, report.id), KEPT_PDF)
  const content = await readFile(path).catch(() => undefined)
  if (!kept || !content || createHash('sha256').update(content).digest('hex') !== kept.sha256) return undefined
  await copyFile(path, part)
  return { bytes: content.length, sha256: kept.sha256, pages: kept.pages, notes: [{ kind: 'frozen-copy', count: 1 }] }
}

async function writePdf(making: Making, part: string): Promise<Half> {
  const kept = await copyKept(making, part)
  if (kept) return kept
  const { context, report, source } = making
  const { archive } = report.options
  const { pages, bytes, sha256, claim } = await setReport(context.core, { ...source, archive, outPath: part })
  return { pages, bytes, sha256, notes: notesOf({ claim }, archive, source.missingPictures) }
}

async function writeHalf(making: Making, { format }: MakeItem, part: string): Promise<Half> {
  const { data, root } = making.source
  switch (format) {
    case 'pdf':
      return writePdf(making, part)
    case 'xlsx': {
      const { content, sheets } = await writeWorkbook(data)
      return { ...(await writePart(part, content)), pages: sheets, notes: [] }
    }
    case 'csv': {
      const { content, tables } = await writeTables(data)
      return { ...(await writePart(part, content)), pages: tables, notes: [] }
    }
    case 'pptx': {
      const pictures = await slidePictures(making.context.core, data, root, making.signal)
      const { content, slides } = await writeSlides(data, pictures)
      return { ...(await writePart(part, content)), pages: slides, notes: [] }
    }
  }
}

async function makeItem(making: Making, row: JobItemRow, settle: SettleItem): Promise<void> {
  const item = asMakeItem(row.payload)
  const { context } = making
  const { folder } = asMakeInput(context.job.input)
  const part = join(folder, partName(row.id, row.attempts))
  try {
    const { pages, notes, ...made } = await writeHalf(making, item, part)
    const { written, store } = await putFile(context, folder, { folder, name: item.name, part, ...made, role: `report:${item.name}`, itemId: row.id })
    await settle(row.id, { state: 'done', result: makeJson({ ...written, pages, notes, sections: making.source.data.sections.map(({ kind }) => kind), gaps: making.source.gaps }) }, store)
  } finally {
    await rm(part, { force: true })
  }
}

/** A report as files, an item a file. What it shows is worked out once for all of them. */
export const makeReportJob: JobKindDefinition = {
  kind: 'reports.make',
  plan: (core, workspace, input) => planReport(core, workspace, input as unknown as MakeRequest),
  async runGroup(context, items, signal, settle) {
    const { core, workspace, job } = context
    const { reportId } = asMakeInput(job.input)
    const root = makingFolder(workspace.folders, job.id)
    await mkdir(root, { recursive: true, mode: 0o700 })
    try {
      const report = await getReport(workspace.reader, reportId)
      const source = await readReportSource(core, workspace, report, root, signal)
      for (const item of items) {
        signal.throwIfAborted()
        await makeItem({ context, report, source, signal }, item, settle)
      }
    } finally {
      await rm(root, { recursive: true, force: true })
    }
  },
  async recover(context, rows) {
    const { folder } = asMakeInput(context.job.input)
    for (const row of rows) for (let attempt = 0; attempt <= row.attempts; attempt += 1) await rm(join(folder, partName(row.id, attempt)), { force: true })
    await rm(makingFolder(context.workspace.folders, context.job.id), { recursive: true, force: true })
  },
  parallel: 1
}

