import { rm } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import type { CoreServices } from '../../context'
import { copyHashing, originalPath, placeOriginal } from '../../files/originals'
import type { JobContext, JobItemRow, JobKindDefinition, SettleItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findAssetBySha, insertAsset, updateAsset } from './assets.repository'
import { readIntake } from './intake.service'
import { ensureThumbnail, rowThumbnail } from './thumbnails'
import { insertVideo } from './videos.repository'

interface AddPayload {
  path: string
  name: string
  temporary: boolean
}

/** What became of a file: `added`, `known` (already in the library), `restored` (it was in the trash). */
export type AddOutcome = 'added' | 'known' | 'restored'

/** File names become titles without their ending; signs that stand for spaces are spaces again. */
export function titleOf(fileName: string): string {
  const stem = basename(fileName, extname(fileName)).normalize('NFC')
  return stem.replaceAll(/[_\s]+/g, ' ').trim().slice(0, 300) || fileName
}

const partPath = (workspace: Workspace, item: JobItemRow): string => join(workspace.folders.originals, `.${item.id}.part`)

async function keepOriginal(workspace: Workspace, item: JobItemRow, format: string, signal: AbortSignal) {
  const { path } = item.payload as unknown as AddPayload
  const part = partPath(workspace, item)
  try {
    const copied = await copyHashing(path, part, signal)
    await placeOriginal(part, originalPath(workspace.folders, copied.sha256, format), copied.bytes)
    return copied
  } finally {
    await rm(part, { force: true })
  }
}

async function addFile(context: JobContext, item: JobItemRow, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { core, workspace } = context
  const { path, name, temporary } = item.payload as unknown as AddPayload
  const { row, video } = await readIntake(core, { path, name }, signal)
  const { sha256, bytes } = await keepOriginal(workspace, item, row.format, signal)
  // A video's cover is made when it is first looked at: where it is taken from stands in rows that are not there yet.
  if (!video) await ensureThumbnail(core, workspace, { sha256, format: row.format }, rowThumbnail, signal)
  await settle(item.id, async (tx) => {
    // Decided here, since two files of one drop may be the same: the second finds the row of the first.
    const known = await findAssetBySha(tx, sha256)
    const outcome: AddOutcome = !known ? 'added' : known.trashed_at ? 'restored' : 'known'
    const assetId = known?.id ?? core.newId()
    if (known?.trashed_at) await updateAsset(tx, known.id, { trashed_at: null })
    if (!known) {
      await insertAsset(tx, { id: assetId, sha256, bytes, file_name: name.normalize('NFC'), title: titleOf(name), ...row, added_at: core.now() })
      if (video) await insertVideo(tx, { id: core.newId(), assetId, facts: video.facts, at: core.now() })
    }
    return { state: 'done', result: { outcome, assetId, sha256, format: row.format } }
  })
  if (temporary) await rm(path, { force: true })
}

/** Takes files into the library, one item a file. All of a drop is one step of the change log. */
export const addAssetsJob: JobKindDefinition = {
  kind: 'assets.add',
  async plan(core: CoreServices, _workspace, input) {
    const tokens = input.files as string[]
    if (tokens.length === 0) throw new AppError('validation.nothing-selected')
    const files = tokens.map((token) => core.tokens.resolve(token))
    return {
      title: { files: files.length },
      stored: { files: files.length },
      step: { operation: 'assets.add', data: { count: files.length } },
      items: files.map((file, index) => ({
        key: `${index}:${file.path}`,
        group: String(index),
        label: file.name,
        payload: { path: file.path, name: file.name, temporary: file.temporary }
      }))
    }
  },
  async runGroup(context, items, signal, settle) {
    for (const item of items) await addFile(context, item, signal, settle)
  },
  async recover(context, items) {
    for (const item of items) await rm(partPath(context.workspace, item), { force: true })
  }
}
