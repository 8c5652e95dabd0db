import { rm } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import { refuseFrozen } from '../freezes'
import { clearHalfFiles, openSubfolder, partName, runExportGroup } from '../renditions'
import { asPackInput, asPackItem, packJson, type PackEnd, type TextItem } from './pack-item'
import { listPackItems, type PackJobItem } from './pack.queries'
import { planPack, type PackRequest } from './pack-plan'
import { makeSheet, smallFolder } from './pack-sheet'
import { writeVideo } from './pack-video'
import { writeZip } from './pack-zip'
import { putFile, writePart } from './put-file'

async function writeText(context: JobContext, row: JobItemRow, item: TextItem, settle: SettleItem): Promise<void> {
  const { core, workspace, job } = context
  const root = asPackInput(job.input).folder
  const folder = await openSubfolder(root, posix.dirname(item.path), core.home, workspace.folders.root)
  const part = join(folder, partName(row.id, row.attempts))
  const made = await writePart(part, item.text)
  const name = posix.basename(item.path)
  const { written, store } = await putFile(context, root, { folder, name, part, ...made, role: `pack:${item.path}`, itemId: row.id })
  await settle(row.id, { state: 'done', result: packJson(written) }, store)
}

async function runGroup(context: JobContext, rows: JobItemRow[], signal: AbortSignal, settle: SettleItem): Promise<void> {
  const pictures = rows.filter((row) => asPackItem(row.payload).kind === 'picture')
  if (pictures.length > 0) {
    await refuseFrozen(context.workspace.reader, pictures.map((row) => asPackItem(row.payload).variantId))
    return runExportGroup(context, pictures, signal, settle)
  }
  for (const row of rows) {
    const item = asPackItem(row.payload)
    signal.throwIfAborted()
    await refuseFrozen(context.workspace.reader, [item.variantId])
    if (item.kind === 'text') await writeText(context, row, item, settle)
    if (item.kind === 'video') await writeVideo(context, row, item, signal, settle)
  }
}

async function putSheet(context: JobContext, items: readonly PackJobItem[], signal: AbortSignal): Promise<string> {
  const { folder } = asPackInput(context.job.input)
  const part = join(folder, partName(context.job.id, 0))
  const made = await writePart(part, await makeSheet(context, items, signal))
  const { written, store } = await putFile(context, folder, { folder, name: 'index.html', part, ...made, role: 'pack-sheet', itemId: '' })
  await context.workspace.write(store)
  return written.path
}

/** The archive lies beside the folder and holds it under its name. */
async function putZip(context: JobContext, items: readonly PackJobItem[], sheet: string, signal: AbortSignal): Promise<string> {
  const { job, workspace } = context
  const { folder } = asPackInput(job.input)
  const part = join(folder, partName(job.id, 1))
  const root = basename(folder)
  const made = items.flatMap(({ result }) => (result ? [{ path: result.path, name: `${root}/${result.name}`, bytes: result.bytes }] : []))
  const entries = [{ path: sheet, name: `${root}/${basename(sheet)}` }, ...made]
  const zipped = await writeZip(part, entries, new Date(job.createdAt), signal)
  const { written, store } = await putFile(context, dirname(folder), { folder: dirname(folder), name: `${root}.zip`, part, ...zipped, role: 'pack-zip', itemId: '' })
  await workspace.write(store)
  return written.path
}

async function finish(context: JobContext, signal: AbortSignal): Promise<Record<string, unknown>> {
  const { folder, zip, entries } = asPackInput(context.job.input)
  await refuseFrozen(context.workspace.reader, entries.map(({ variantId }) => variantId))
  const items = await listPackItems(context.workspace.reader, context.job.id)
  const sheet = await putSheet(context, items, signal)
  const end: PackEnd = { folder, sheet, zip: zip ? await putZip(context, items, sheet, signal) : null }
  return packJson(end)
}

/**
 * A publish pack: pictures by the steps of an export, videos as they are, a text file an item, and the sheet and archive at the end.
 * When a freeze begins, the file in hand is finished and the pack stands still: without a sheet it is not ready to go out.
 */
export const packJobKind: JobKindDefinition = {
  kind: 'hand-off.pack',
  plan: (core, workspace, input) => planPack(core, workspace, input as unknown as PackRequest),
  runGroup,
  finish,
  async recover(context, rows) {
    await clearHalfFiles(context, rows)
    await rm(smallFolder(context), { recursive: true, force: true })
  }
}
