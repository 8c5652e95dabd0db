import { unlink } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import type { RenderSettings } from '../../../../shared/media/settings'
import type { FailedOutput, OutputResult, RenderOutput, WrittenOutput } from '../../../../shared/media/protocol'
import { AppError, isAppError } from '../../../../shared/errors/app-error'
import { foldedName } from '../../../../shared/naming'
import { asDiskError } from '../../files/file-errors'
import { originalPath } from '../../files/originals'
import type { JobContext, JobItemRow, SettleItem } from '../../jobs/jobs.types'
import { openSubfolder, partName } from './export-folder'
import { findExportFile, saveExportFile } from './export-files.repository'
import { asInput, asItem, asJson, type ExportedFile, type ExportItem } from './export-item'
import { listPlannedNames } from './export-job.queries'
import { placeFile } from './place-file'

/** One file of the group on its way: where it goes, and by which name until it is whole. */
interface OnItsWay {
  row: JobItemRow
  item: ExportItem
  folder: string
  part: string
}

/** Folded names of all files of the job. */
type PlannedNames = () => Promise<Set<string>>

const extensionOf = (path: string): string => posix.extname(path)

/** The byte limit may have asked for another format than planned: the name follows. */
const nameFor = (item: ExportItem, written: WrittenOutput): string =>
  written.format === item.format ? item.path : `${item.path.slice(0, -extensionOf(item.path).length)}.${written.format}`

function toOutput({ row, item, part }: OnItsWay, settings: RenderSettings): RenderOutput {
  const { width, height } = item.frame.target
  const { frame, format, fallbackFormats, maxBytes, maxBytesHard, adviseBytes, requireAlpha } = item
  return { key: row.id, width, height, frame, format, fallbackFormats, maxBytes, maxBytesHard, adviseBytes, requireAlpha, settings, partPath: part }
}

/** Opens the folders of a group; a file whose folder cannot be used fails alone. */
async function prepare(context: JobContext, rows: JobItemRow[], settle: SettleItem): Promise<OnItsWay[]> {
  const { core, workspace, job } = context
  const root = asInput(job.input).folder
  const folders = new Map<string, Promise<string>>()
  const prepared: OnItsWay[] = []
  for (const row of rows) {
    const item = asItem(row.payload)
    const wanted = item.path.includes('/') ? posix.dirname(item.path) : ''
    const opening = folders.get(wanted) ?? openSubfolder(root, wanted, core.home, workspace.folders.root)
    folders.set(wanted, opening)
    try {
      const folder = await opening
      prepared.push({ row, item, folder, part: join(folder, partName(row.id, row.attempts)) })
    } catch (error) {
      if (!isAppError(error) || error.code !== 'validation.destination') throw error
      await settle(row.id, { state: 'failed', error: { code: error.code, data: error.data } })
    }
  }
  return prepared
}

async function put(context: JobContext, way: OnItsWay, written: WrittenOutput, planned: PlannedNames): Promise<ExportedFile> {
  const { workspace, core } = context
  const name = nameFor(way.item, written)
  const folder = posix.dirname(name)
  const path = await placeFile({
    folder: way.folder,
    name: posix.basename(name),
    part: way.part,
    sha256: written.sha256,
    assetId: way.item.assetId,
    placementId: way.item.placementId,
    findOwn: (at) => findExportFile(workspace.reader, at),
    taken: async (candidate) => (await planned()).has(foldedName(posix.join(folder, candidate)))
  })
  const { width, height, bytes, format, frames, quality, probes, sha256, warnings } = written
  const placed = posix.join(folder, path.slice(dirname(path).length + 1))
  return { path, name: placed, width, height, bytes, format, frames, quality, probes, sha256, warnings, writtenAt: core.now() }
}

/** What the disk refused stops the job, which waits for the person; anything else fails this one file. */
function failureOf({ error }: FailedOutput, folder: string): { code: string; data: Record<string, unknown> } {
  if (error.code !== 'unavailable.disk-full' && error.code !== 'unavailable.media-write') return error
  throw new AppError('unavailable.disk', { path: folder, reason: String(error.data.reason ?? 'unknown') })
}

async function settleOutput(context: JobContext, way: OnItsWay, output: OutputResult, planned: PlannedNames, settle: SettleItem): Promise<void> {
  if (output.status === 'failed') return settle(way.row.id, { state: 'failed', error: failureOf(output, way.folder) })
  const file = await put(context, way, output, planned).catch((error: unknown) => {
    throw asDiskError(error, way.folder)
  })
  const { assetId, placementId } = way.item
  const { path, sha256, bytes, writtenAt } = file
  const row = { id: context.core.newId(), path, sha256, bytes, assetId, placementId, jobId: way.row.jobId, jobItemId: way.row.id, writtenAt }
  await settle(way.row.id, { state: 'done', result: asJson(file) }, (tx) => saveExportFile(tx, row))
}

/** Runs one task after another and keeps the first failure; later ones are not begun. */
function createQueue() {
  let tail: Promise<void> = Promise.resolve()
  return {
    add(task: () => Promise<void>) {
      tail = tail.then(task)
      // Heard by `drained`; until then a failure is not an unhandled one.
      tail.catch(() => undefined)
    },
    drained: () => tail
  }
}

/** Makes all files of one asset: decoded once, each put in its place and settled as it arrives. */
export async function runExportGroup(context: JobContext, rows: JobItemRow[], signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { core, workspace, job } = context
  const ways = await prepare(context, rows, settle)
  const first = ways[0]
  if (!first) return
  const { source } = first.item
  const { settings } = asInput(job.input)
  // Asked for only where a name is taken by somebody else's file.
  let names: Promise<Set<string>> | undefined
  const planned: PlannedNames = () => (names ??= listPlannedNames(workspace.reader, job.id))
  const placing = createQueue()
  const byKey = new Map(ways.map((way) => [way.row.id, way]))
  const arrived = (output: OutputResult): void => {
    const way = byKey.get(output.key)
    if (way) placing.add(() => settleOutput(context, way, output, planned, settle))
  }
  try {
    const outputs = ways.map((way) => toOutput(way, settings.render))
    const path = originalPath(workspace.folders, source.sha256, source.format)
    try {
      await core.media.render({ path, outputs }, arrived, { signal })
    } finally {
      // What is finished is kept, also when the rest is not.
      await placing.drained()
    }
  } catch (error) {
    await Promise.all(ways.map(({ part }) => unlink(part).catch(() => undefined)))
    throw isAppError(error) ? error : asDiskError(error, first.folder)
  }
}
