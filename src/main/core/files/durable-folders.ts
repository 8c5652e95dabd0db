import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes the entries of a directory durable; systems that cannot open a directory do that by themselves. */
export async function syncDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r')
    await directory.sync().finally(() => directory.close())
  } catch {
    // Windows refuses to open directories.
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * Step by step, since Node's own `recursive` never ends where a folder is there and takes no new ones, as `/proc`.
 * @returns the topmost folder that was made
 */
async function makeMissing(path: string, mode: number, above = true): Promise<string | undefined> {
  try {
    await mkdir(path, { mode })
    return path
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && above && dirname(path) !== path) {
      const first = await makeMissing(dirname(path), mode)
      return (await makeMissing(path, mode, false)) ? (first ?? path) : first
    }
    // What is there is not always refused as EEXIST: EISDIR at a drive's root, EROFS on a read-only disk.
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return undefined
    throw error
  }
}

/**
 * Makes a folder and what is missing above it, so that it is still there after a power cut: a file may be synced and
 * yet be lost with the folder it lies in.
 * @param mode 700 unless said: the person's alone
 */
export async function makeFolder(path: string, mode = 0o700): Promise<void> {
  const first = await makeMissing(path, mode)
  if (!first) return
  const top = dirname(first)
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await syncDirectory(folder)
    if (folder === top || folder === dirname(folder)) return
  }
}

/** Moves a folder; after it returns, a power cut finds it in its new place. */
export async function moveFolder(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncDirectory(dirname(to))
  await syncDirectory(dirname(from))
}
