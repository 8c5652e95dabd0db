import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { link, lstat, open, rename, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { numberedName } from '../../../../shared/naming'
import { syncDirectory } from '../../files/durable-folders'
import { systemCode } from '../../files/file-errors'

/** What the app remembers of a file that it wrote. */
export interface OwnFile {
  sha256: string
  assetId: string
  placementId: string
}

export interface Placing {
  /** Real folder that the file goes to; the half file lies in it too. */
  folder: string
  /** Name as planned. */
  name: string
  part: string
  sha256: string
  assetId: string
  placementId: string
  /** What the app wrote under a path before, if anything. */
  findOwn(path: string): Promise<OwnFile | undefined>
  /** True for names that other files of the same export will have. */
  taken(name: string): Promise<boolean>
}

/** SHA-256 of a regular file in an export folder, in hex; undefined for anything else. Follows no link. */
export async function hashOwnFile(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  const hash = createHash('sha256')
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer)
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}

/** Gives the half file its name unless that is taken. @returns false when it is */
export async function linkIfFree(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path)
  } catch (error) {
    const reason = systemCode(error)
    if (reason === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN'].includes(reason)) throw error
    // Disks of memory cards know no hard links: look first, then rename.
    if (await exists(path)) return false
    await rename(part, path)
    return true
  }
  await unlink(part)
  return true
}

type Verdict = 'made' | 'replace' | 'foreign'

/** What is in the way: this very file (made before a kill), an older one of ours, or somebody else's. */
async function judge(path: string, placing: Placing): Promise<Verdict> {
  const there = await hashOwnFile(path)
  if (there === undefined) return 'foreign'
  const own = await placing.findOwn(path)
  const same = own?.assetId === placing.assetId && own.placementId === placing.placementId
  if (there === placing.sha256 && (same || !own)) return 'made'
  return same && own.sha256 === there ? 'replace' : 'foreign'
}

async function tryName(path: string, placing: Placing): Promise<boolean> {
  if (await linkIfFree(placing.part, path)) return true
  const verdict = await judge(path, placing)
  if (verdict === 'made') await unlink(placing.part)
  if (verdict === 'replace') await rename(placing.part, path)
  return verdict !== 'foreign'
}

/**
 * Puts a whole, synced half file in its place: at the planned name, or at the next free number when somebody else's
 * file is there. A file that the app did not write, or that was changed since, is never touched.
 *
 * @returns the path that the file has now
 */
export async function placeFile(placing: Placing): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = numberedName(placing.name, number)
    if (number > 1 && (await placing.taken(name))) continue
    const path = join(placing.folder, basename(name))
    if (await tryName(path, placing)) {
      await syncDirectory(placing.folder)
      return path
    }
  }
}
