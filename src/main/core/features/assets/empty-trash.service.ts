import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import { originalPath, thumbnailPath } from '../../files/originals'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findAssetBySha } from './assets.repository'
import { deleteTrashedAssets, listTrashedFiles } from './trash.repository'
import { gridThumbnail } from './thumbnails'

/** Thumbnails of all sizes, and the covers of a video. */
async function removeSmall({ folders }: Workspace, sha256: string): Promise<void> {
  const folder = dirname(thumbnailPath(folders, sha256, gridThumbnail))
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith(`${sha256}-`)) await rm(join(folder, name), { force: true })
}

/**
 * Deletes what is in the trash for good. Rows go first: a file without a row is waste, a row without a file is damage.
 * @param confirm the number of assets the person was shown
 */
export async function emptyTrash(workspace: Workspace, confirm: number): Promise<number> {
  const files = await workspace.command('assets.emptyTrash', async (tx) => {
    const trashed = await listTrashedFiles(tx)
    if (trashed.length !== confirm) {
      const message = `the trash holds ${trashed.length}, not ${confirm}`
      throw new AppError('validation.input', { issues: [{ path: 'confirm', message }] })
    }
    await deleteTrashedAssets(tx)
    return trashed
  })
  for (const { sha256, format } of files) {
    // Dropped again in the meantime: the file has a row.
    if (await findAssetBySha(workspace.reader, sha256)) continue
    await rm(originalPath(workspace.folders, sha256, format), { force: true })
    await removeSmall(workspace, sha256)
  }
  return files.length
}
