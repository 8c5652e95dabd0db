import { copyFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CoreServices } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { ensureThumbnail, findAssetFile, gridThumbnail, largePreview } from '../assets'

/** Copies of pictures beside a document, which reads nothing outside its folder. */
export interface PictureFolder {
  root: string
  /** Copies the picture of an asset by its content. @returns its address in the document; undefined where it cannot be read */
  addAsset(sha256: string, size: 'card' | 'page', signal?: AbortSignal): Promise<string | undefined>
  /** Copies a file as it is; undefined where it is not there. */
  addFile(path: string, name: string): Promise<string | undefined>
  /** Pictures that could not be read. */
  missing(): number
}

const isThere = (path: string): Promise<boolean> => stat(path).then((file) => file.size > 0, () => false)

/** Same content, same name: a picture that lies there already is not copied again. */
export function pictureFolder(core: CoreServices, workspace: Workspace, root: string): PictureFolder {
  let missing = 0
  const copy = async (from: string, name: string): Promise<string> => {
    const to = join(root, name)
    if (!(await isThere(to))) {
      await mkdir(root, { recursive: true, mode: 0o700 })
      await copyFile(from, to)
    }
    return `/${name}`
  }
  return {
    root,
    missing: () => missing,
    async addAsset(sha256, size, signal) {
      const asset = await findAssetFile(workspace.reader, { sha256 })
      const path = asset && (await ensureThumbnail(core, workspace, asset, size === 'page' ? largePreview : gridThumbnail, signal).catch(() => undefined))
      signal?.throwIfAborted()
      // The cover that stands for a video without a frame is a picture of the app's own and no webp.
      const extension = path?.slice(path.lastIndexOf('.')) ?? ''
      const copied = path && (await copy(path, `${sha256}-${size}${extension}`).catch(() => undefined))
      if (!copied) missing += 1
      return copied || undefined
    },
    async addFile(path, name) {
      return (await isThere(path)) ? copy(path, name).catch(() => undefined) : undefined
    }
  }
}
