import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'

/** What was found in the paths a person named. */
export interface CollectedFiles {
  files: string[]
  folders: number
  /** Entries of folders that were left alone. */
  skipped: { hidden: number; links: number; special: number }
  /** Folders inside of folders that the system does not let be read: the rest is taken all the same. */
  unreadable: { path: string; reason: string }[]
}

const LEFT_BY_SYSTEMS = new Set(['thumbs.db', 'desktop.ini', '$recycle.bin', '__macosx'])

const isHidden = (name: string): boolean => name.startsWith('.') || LEFT_BY_SYSTEMS.has(name.toLowerCase())

const byName = (a: Dirent, b: Dirent): number => a.name.localeCompare(b.name, 'en', { numeric: true })

/** Links inside a folder are not followed: what lies in the folder is found anyway, and nothing outside of it is. */
async function collectFolder(folder: string, into: CollectedFiles): Promise<void> {
  into.folders += 1
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name)
    if (isHidden(entry.name)) into.skipped.hidden += 1
    else if (entry.isSymbolicLink()) into.skipped.links += 1
    else if (entry.isDirectory()) await collectInner(path, into)
    else if (entry.isFile()) into.files.push(path)
    else into.skipped.special += 1
  }
}

async function collectInner(path: string, into: CollectedFiles): Promise<void> {
  try {
    await collectFolder(path, into)
  } catch (error) {
    into.unreadable.push({ path, reason: systemCode(error) })
  }
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

async function collectOne(path: string, into: CollectedFiles): Promise<void> {
  try {
    const what = await stat(path)
    if (what.isDirectory()) await collectFolder(path, into)
    else if (what.isFile()) into.files.push(path)
    else throw new AppError('unavailable.file', { path, reason: 'not-a-file' })
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('not-found.file', { path }, { cause: error })
    throw new AppError('unavailable.file', { path, reason: code }, { cause: error })
  }
}

/**
 * The files that paths mean: each file once, folders searched through in the order of names.
 *
 * @throws AppError `not-found.file`, `unavailable.file`
 */
export async function collectFiles(paths: readonly string[], cwd: string): Promise<CollectedFiles> {
  const found: CollectedFiles = { files: [], folders: 0, skipped: { hidden: 0, links: 0, special: 0 }, unreadable: [] }
  for (const path of paths) await collectOne(resolve(cwd, path), found)
  return { ...found, files: [...new Set(found.files)] }
}
