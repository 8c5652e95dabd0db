import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../shared/errors/app-error'
import type { WorkspaceFolders } from '../workspaces/workspaces.types'

/** Where an original lies: named by its content, so that the same file is kept once and never changed. */
export function originalPath(folders: WorkspaceFolders, sha256: string, format: string): string {
  return join(folders.originals, sha256.slice(0, 2), `${sha256}.${format}`)
}

export function thumbnailPath(folders: WorkspaceFolders, sha256: string, size: number): string {
  return join(folders.renditions, 'thumbnails', sha256.slice(0, 2), `${sha256}-${size}.webp`)
}

/** SHA-256 of a file, hex. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, ...(signal ? [{ signal }] : []))
  return hash.digest('hex')
}

/** Makes the directory entry durable; systems that cannot open a directory do that by themselves. */
export async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r')
    await directory.sync().finally(() => directory.close())
  } catch {
    // Windows refuses to open directories.
  }
}

/**
 * Copies a file beside its final place while hashing it, so that what is kept is what was hashed.
 * @returns hash and size of the copy at `partPath`
 */
export async function copyHashing(source: string, partPath: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const tee = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    }
  })
  await mkdir(dirname(partPath), { recursive: true, mode: 0o700 })
  const target = createWriteStream(partPath, { mode: 0o600, flush: true })
  await pipeline(createReadStream(source), tee, target, ...(signal ? [{ signal }] : [])).catch((error: unknown) => {
    throw translateFileError(error, source)
  })
  return { sha256: hash.digest('hex'), bytes }
}

/** Puts a finished copy in its place; when the place is taken, the file there is the same by its name. */
export async function placeOriginal(partPath: string, finalPath: string): Promise<void> {
  await mkdir(dirname(finalPath), { recursive: true, mode: 0o700 })
  const there = await stat(finalPath).then(
    (file) => file.size,
    () => -1
  )
  if (there >= 0) await rm(partPath, { force: true })
  else await rename(partPath, finalPath)
  await syncDirectory(dirname(finalPath))
}

/** Moves a file without ever replacing another: `link` fails where something is. @returns false when taken */
export async function placeWithoutReplacing(partPath: string, finalPath: string): Promise<boolean> {
  try {
    await link(partPath, finalPath)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  await rm(partPath, { force: true })
  await syncDirectory(dirname(finalPath))
  return true
}

const diskCodes = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/** File system failures in the app's words: a disk that refuses, or a file that cannot be had. */
export function translateFileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (diskCodes.has(code)) return new AppError('unavailable.disk', { path, reason: code }, { cause: error })
  if (code.startsWith('E') && code.length > 2) return new AppError('unavailable.file', { path, reason: code }, { cause: error })
  return error
}
