import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { asDiskError } from '../../files/file-errors'
import type { Tx } from '../../context'
import type { JobContext } from '../../jobs/jobs.types'
import { findExportFile, placeFile, saveExportFile } from '../renditions'
import type { WrittenText } from './pack-item'

export interface FileToPut {
  /** Absolute folder and name that the file gets, or the next free number of it. */
  folder: string
  name: string
  /** Where it lies until it is whole, synced. */
  part: string
  sha256: string
  bytes: number
  /** What the file is to the app; the same again replaces its earlier version. */
  role: string
  itemId: string
}

/** Writes a half file whole and synced. @returns its SHA-256 in hex and its size */
export async function writePart(part: string, made: string | Buffer): Promise<{ sha256: string; bytes: number }> {
  const content = typeof made === 'string' ? Buffer.from(made, 'utf8') : made
  const file = await open(part, 'w', 0o644).catch((error: unknown) => {
    throw asDiskError(error, dirname(part))
  })
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    throw asDiskError(error, dirname(part))
  } finally {
    await file.close()
  }
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
}

/** Gives a whole file its name, and what has to be stored with it: a kill between the two leaves a file that is found again. */
export async function putFile({ core, workspace, job }: JobContext, root: string, file: FileToPut): Promise<{ written: WrittenText; store: (tx: Tx) => Promise<void> }> {
  const { folder, name, part, sha256, bytes, role, itemId } = file
  const own = { sha256, assetId: '', placementId: role }
  const path = await placeFile({
    ...own, folder, name, part,
    findOwn: (at) => findExportFile(workspace.reader, at),
    taken: () => Promise.resolve(false)
  }).catch((error: unknown) => {
    throw asDiskError(error, folder)
  })
  const row = { ...own, id: core.newId(), path, bytes, jobId: job.id, jobItemId: itemId, writtenAt: core.now() }
  const written = { path, name: relative(root, join(folder, basename(path))).replaceAll('\\', '/'), bytes, sha256 }
  return { written, store: (tx) => saveExportFile(tx, row) }
}
