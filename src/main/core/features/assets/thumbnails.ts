import { stat } from 'node:fs/promises'
import type { CoreServices } from '../../context'
import { makeThumbnail } from '../../files/make-thumbnail'
import { originalPath, thumbnailPath } from '../../files/originals'
import type { Workspace } from '../../workspaces/workspaces.types'

/** Longer edge of the pictures in the library's rows. */
export const gridThumbnail = 512
/** Longer edge of the large preview, enough for a full stage on a large screen. */
export const largePreview = 2048
const sizes = new Set([gridThumbnail, largePreview])

/** Makes a thumbnail that is not there: the large one on first use, the small one after a folder was copied bare. */
export async function ensureThumbnail(
  core: CoreServices,
  workspace: Workspace,
  asset: { sha256: string; format: string },
  size: number,
  signal?: AbortSignal
): Promise<string | undefined> {
  if (!sizes.has(size)) return undefined
  const path = thumbnailPath(workspace.folders, asset.sha256, size)
  const there = await stat(path).then(
    (file) => file.size > 0,
    () => false
  )
  if (there) return path
  const original = originalPath(workspace.folders, asset.sha256, asset.format)
  await makeThumbnail(core, workspace, { path: original, outPath: path, size, format: 'webp' }, signal)
  return path
}
