import { mkdir, open, rename } from 'node:fs/promises'
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

/**
 * Makes a folder and what is missing above it, so that it is still there after a power cut: a file may be synced and
 * yet be lost with the folder it lies in.
 * @param mode 700 unless said: the person's alone
 */
export async function makeFolder(path: string, mode = 0o700): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode })
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
