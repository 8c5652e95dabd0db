import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { frameFor } from '../../../../shared/channels/crop'
import { defaultRenderSettings } from '../../../../shared/media/settings'
import type { JobContext } from '../../jobs/jobs.types'
import { partName } from './export-folder'
import { findExportFile, saveExportFile } from './export-files.repository'
import type { ExportJobItem } from './export-job.queries'
import { asInput, type ExportedFile, type ExportItem } from './export-item'
import { placeFile } from './place-file'
import { sheetData, type SheetFile } from './sheet-data'
import { sheetMeasures } from './sheet-layout'

/** Pictures that a sheet shows at most. */
export const SHEET_PICTURES = 500
/** Enough for print, little enough for mail; pictures may grow on the sheet. */
const PIXELS_PER_MM = 8

/** Pictures of the sheet wait here while it is set. */
export const sheetFolder = (context: JobContext): string => join(context.workspace.folders.reports, `.sheet-${context.job.id}`)

const settings = { ...defaultRenderSettings, sharpen: 'off' as const, quality: 80, floorQuality: 60 }

function smallSize({ width, height }: ExportedFile): { width: number; height: number } {
  const { tallest, widest } = sheetMeasures
  const scale = Math.min(1, (tallest * PIXELS_PER_MM) / height, (widest * PIXELS_PER_MM) / width)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A small copy of the finished file, so that the sheet shows what was made and not what was meant. */
async function makeSmall({ core }: JobContext, file: ExportedFile, outPath: string): Promise<boolean> {
  const target = smallSize(file)
  const source = { width: file.width, height: file.height }
  const frame = frameFor({ source, target, fit: 'cover', focal: { x: 0.5, y: 0.5 }, allowUpscale: false })
  let written = false
  const output = {
    key: 'small', ...target, frame, settings, format: 'jpg' as const, fallbackFormats: [],
    maxBytes: null, maxBytesHard: false, adviseBytes: null, requireAlpha: false, partPath: outPath
  }
  await core.media.render({ path: file.path, outputs: [output] }, (result) => {
    written = result.status === 'written'
  })
  return written
}

async function makeAllSmall(context: JobContext, made: { item: ExportItem; file: ExportedFile }[], folder: string): Promise<SheetFile[]> {
  const files: SheetFile[] = []
  const queue = made.entries()
  const work = async (): Promise<void> => {
    for (const [index, one] of queue) {
      const name = `${index}.jpg`
      // A file that was deleted or changed meanwhile is left out; the manifest still names it.
      if (await makeSmall(context, one.file, join(folder, name)).catch(() => false)) files[index] = { ...one, source: `/${name}` }
    }
  }
  await Promise.all([work(), work()])
  return files.filter((file) => file !== undefined)
}

/** Networks stay together in the order asked; within one, placement by placement. */
function inSheetOrder(items: ExportJobItem[]): { item: ExportItem; file: ExportedFile }[] {
  const made = items.flatMap(({ item, file }) => (file ? [{ item, file }] : []))
  const order = <K extends 'network' | 'placementId'>(key: K) => [...new Set(made.map(({ item }) => item[key]))]
  const networks = order('network')
  const placements = order('placementId')
  const rank = ({ item }: { item: ExportItem }) => networks.indexOf(item.network) * 1000 + placements.indexOf(item.placementId)
  return made.map((one) => ({ one, rank: rank(one) })).sort((a, b) => a.rank - b.rank).map(({ one }) => one)
}

function totals(items: ExportJobItem[], refused: number) {
  const files = items.flatMap(({ file }) => (file ? [file] : []))
  return {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    failed: items.filter(({ error }) => error !== null).length + refused,
    assets: new Set(items.filter(({ file }) => file).map(({ item }) => item.assetId)).size
  }
}

async function place(context: JobContext, folder: string, part: string, sheet: { sha256: string; bytes: number }): Promise<string> {
  const { core, workspace, job } = context
  const own = { sha256: sheet.sha256, assetId: '', placementId: 'contact-sheet' }
  const path = await placeFile({
    ...own, folder, part, name: 'contact-sheet.pdf', findOwn: (at) => findExportFile(workspace.reader, at), taken: () => Promise.resolve(false)
  })
  const row = { ...own, id: core.newId(), path, bytes: sheet.bytes, jobId: job.id, jobItemId: '', writtenAt: core.now() }
  await workspace.write((tx) => saveExportFile(tx, row))
  return path
}

/**
 * Sets the contact sheet of an export as a tagged PDF and puts it beside the files. Made twice, it is the same file.
 *
 * @throws AppError `internal.report`, `unavailable.report-process`, `unavailable.report-timeout`, `unavailable.disk`
 */
export async function makeContactSheet(context: JobContext, items: ExportJobItem[]): Promise<{ path: string; sha256: string }> {
  const { core, job } = context
  const input = asInput(job.input)
  const root = sheetFolder(context)
  const part = join(input.folder, partName(job.id, 0))
  await mkdir(root, { recursive: true, mode: 0o700 })
  try {
    const files = await makeAllSmall(context, inSheetOrder(items).slice(0, SHEET_PICTURES), root)
    const facts = { input, madeAt: job.createdAt, files, total: totals(items, input.refused.length), locale: 'en-US' }
    const sheet = await core.reports.compile({
      templatePath: join(core.options.resources, 'reports', 'contact-sheet.typ'),
      fontFolder: join(core.options.resources, 'fonts'),
      root,
      data: sheetData(facts),
      outPath: part,
      createdAt: job.createdAt
    })
    const path = await place(context, input.folder, part, sheet)
    return { path: basename(path), sha256: sheet.sha256 }
  } finally {
    await rm(part, { force: true })
    await rm(root, { recursive: true, force: true })
  }
}
