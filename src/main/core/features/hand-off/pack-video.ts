import { chmod, open, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { CoreServices } from '../../context'
import { copyHashing, hashFile, originalPath } from '../../files/originals'
import type { JobContext, JobItemRow, SettleItem } from '../../jobs/jobs.types'
import type { Workspace } from '../../workspaces/workspaces.types'
import { openSubfolder, partName } from '../renditions'
import { asPackInput, packJson, type VideoItem, type WrittenVideo } from './pack-item'
import { putFile } from './put-file'

interface Copied {
  sha256: string
  bytes: number
  cleaned: boolean
}

/** To the disk: what another program wrote may still be on its way there. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without what the camera wrote into it where ffmpeg can take that out, else byte for byte. */
async function copyOut(core: CoreServices, workspace: Workspace, { sha256, format }: VideoItem, part: string, signal: AbortSignal): Promise<Copied> {
  const path = originalPath(workspace.folders, sha256, format)
  const cleaned = await core.videos.withoutMetadata({ path, format }, part, signal)
  if (!cleaned) return { ...(await copyHashing(path, part, signal)), cleaned }
  await syncFile(part)
  return { sha256: await hashFile(part, signal), bytes: (await stat(part)).size, cleaned }
}

/** Puts one video into its pack. */
export async function writeVideo(context: JobContext, row: JobItemRow, item: VideoItem, signal: AbortSignal, settle: SettleItem): Promise<void> {
  const { core, workspace, job } = context
  const root = asPackInput(job.input).folder
  const folder = await openSubfolder(root, posix.dirname(item.path), core.home, workspace.folders.root)
  const part = join(folder, partName(row.id, row.attempts))
  const { cleaned, sha256, bytes } = await copyOut(core, workspace, item, part, signal)
  await chmod(part, 0o644)
  const role = `pack:${item.path}`
  const { written, store } = await putFile(context, root, { folder, name: posix.basename(item.path), part, sha256, bytes, role, itemId: row.id })
  const result: WrittenVideo = { ...written, cleaned }
  await settle(row.id, { state: 'done', result: packJson(result) }, store)
}
