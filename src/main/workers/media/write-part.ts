import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { writeFailure } from './media-failure'

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Writes a new file whole and synced; one that was left under this name is removed first. */
export const writePart = async (path: string, bytes: Buffer): Promise<void> => {
  try {
    await rm(path, { force: true })
    // Exclusive: never through a link that someone else put there.
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw writeFailure(error)
  }
}
