import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { coverMoment, isVideoFormat, type VideoFormat } from '../../../../shared/media/video'
import type { CoreServices } from '../../context'
import { makeFolder } from '../../files/durable-folders'
import { makeThumbnail } from '../../files/make-thumbnail'
import { coverPath, originalPath, thumbnailPath } from '../../files/originals'
import { makingFolder } from '../../workspaces/folders'
import type { Workspace } from '../../workspaces/workspaces.types'
import { findVideoBySha } from './videos.repository'

/** Longer edge of the pictures in tiles and rows, 32 px high: a month shows hundreds, and each is decoded before it is seen. */
export const rowThumbnail = 160
/** Longer edge of the pictures in the library's grid. */
export const gridThumbnail = 512
/** Longer edge of the large preview, enough for a full stage on a large screen. */
export const largePreview = 2048
const sizes = new Set([gridThumbnail, largePreview])

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (file) => file.size > 0,
    () => false
  )

/** Shown for a video that no frame can be taken from. */
const plainCover = (core: CoreServices): string => join(core.options.resources, 'pictures', 'video-cover.png')

interface StoredAsset {
  sha256: string
  format: string
}

interface Asked {
  sha256: string
  size: number
  signal: AbortSignal | undefined
}

/** Videos that no frame came from, so that a grid of them does not try again and again. */
const hopeless = new Set<string>()

/** The frame that stands for a video, made when it is first looked at. */
async function ensureCover(core: CoreServices, workspace: Workspace, format: VideoFormat, { sha256, size, signal }: Asked): Promise<string> {
  const video = await findVideoBySha(workspace.reader, sha256)
  const moment = coverMoment(video ?? { seconds: null, coverSeconds: null })
  const path = coverPath(workspace.folders, sha256, moment, size)
  if (await isThere(path)) return path
  if (hopeless.has(path) || !(await core.videos.find()).ffmpeg) return plainCover(core)
  const making = makingFolder(workspace.folders)
  const frame = join(making, `${core.newId()}.jpg`)
  await makeFolder(making)
  try {
    const taken = await core.videos.takeFrame({ path: originalPath(workspace.folders, sha256, format), format }, moment, frame, signal)
    if (!taken) throw new Error('no frame')
    await makeThumbnail(core, workspace, { path: frame, outPath: path, size, format: 'webp' }, signal)
    return path
  } catch {
    signal?.throwIfAborted()
    hopeless.add(path)
    return plainCover(core)
  } finally {
    await rm(frame, { force: true })
  }
}

/** Made of the one in the grid, which is read in a moment. What is no thumbnail, as the drawing that stands for a video, is its own. */
async function ensureRowThumbnail(core: CoreServices, workspace: Workspace, asset: StoredAsset, signal?: AbortSignal): Promise<string | undefined> {
  const source = await ensureThumbnail(core, workspace, asset, gridThumbnail, signal)
  const path = source?.replace(`-${gridThumbnail}.webp`, `-${rowThumbnail}.webp`)
  if (!source || !path || path === source || (await isThere(path))) return path
  await makeThumbnail(core, workspace, { path: source, outPath: path, size: rowThumbnail, format: 'webp' }, signal)
  return path
}

/**
 * Makes a thumbnail that is not there: the large one on first use, the small one after a folder was copied bare. Of a video
 * it is the frame that was chosen as its cover.
 */
export async function ensureThumbnail(
  core: CoreServices,
  workspace: Workspace,
  asset: StoredAsset,
  size: number,
  signal?: AbortSignal
): Promise<string | undefined> {
  if (size === rowThumbnail) return ensureRowThumbnail(core, workspace, asset, signal)
  if (!sizes.has(size)) return undefined
  const { sha256, format } = asset
  if (isVideoFormat(format)) return ensureCover(core, workspace, format, { sha256, size, signal })
  const path = thumbnailPath(workspace.folders, sha256, size)
  if (await isThere(path)) return path
  await makeThumbnail(core, workspace, { path: originalPath(workspace.folders, sha256, format), outPath: path, size, format: 'webp' }, signal)
  return path
}
