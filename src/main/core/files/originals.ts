import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { WorkspaceFolders } from '../workspaces/workspaces.types'
import { makeFolder, syncDirectory } from './durable-folders'
import { asFileError } from './file-errors'
import { hashingTee } from './hashing-tee'

/** Where an original lies: named by its content, so that the same file is kept once and never changed. */
export function originalPath(folders: WorkspaceFolders, sha256: string, format: string): string {
  return join(folders.originals, sha256.slice(0, 2), `${sha256}.${format}`)
}

export function thumbnailPath(folders: WorkspaceFolders, sha256: string, size: number): string {
  return join(folders.renditions, 'thumbnails', sha256.slice(0, 2), `${sha256}-${size}.webp`)
}

/** The frame of a video at a moment, in seconds. All of one video begin alike. */
export function coverPath(folders: WorkspaceFolders, sha256: string, moment: number, size: number): string {
  return join(folders.renditions, 'thumbnails', sha256.slice(0, 2), `${sha256}-at${Math.round(moment * 1000)}-${size}.webp`)
}

/** SHA-256 of a file, hex. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, ...(signal ? [{ signal }] : []))
  return hash.digest('hex')
}

/**
 * Copies a file beside its final place while hashing it, so that what is kept is what was hashed.
 * @returns hash and size of the copy at `partPath`
 */
export async function copyHashing(source: string, partPath: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const { tee, taken } = hashingTee()
  await makeFolder(dirname(partPath))
  const target = createWriteStream(partPath, { mode: 0o600, flush: true })
  await pipeline(createReadStream(source), tee, target, ...(signal ? [{ signal }] : [])).catch((error: unknown) => {
    throw asFileError(error, source)
  })
  return taken()
}

/**
 * Puts a finished copy of `bytes` in its place. The file that is there already is the same by its name; one of another
 * size is damaged, and healed by this.
 */
export async function placeOriginal(partPath: string, finalPath: string, bytes: number): Promise<void> {
  await makeFolder(dirname(finalPath))
  const there = await stat(finalPath).then(
    (file) => file.size,
    () => -1
  )
  if (there === bytes) await rm(partPath, { force: true })
  else await rename(partPath, finalPath)
  await syncDirectory(dirname(finalPath))
}
