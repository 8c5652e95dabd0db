import { rm } from 'node:fs/promises'
import { AppError } from '../../../../shared/errors/app-error'
import { originalPath, thumbnailPath } from '../../files/originals'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findAssetBySha } from './assets.repository'
import { deleteTrashedAssets, listTrashedFiles } from './trash.repository'
import { gridThumbnail, largePreview } from './thumbnails'

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
    for (const size of [gridThumbnail, largePreview]) await rm(thumbnailPath(workspace.folders, sha256, size), { force: true })
  }
  return files.length
}
