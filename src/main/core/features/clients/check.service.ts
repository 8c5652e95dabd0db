import { stat } from 'node:fs/promises'
import type { AppOutputs } from '../../../../shared/contract'
import { hashFile, originalPath } from '../../files/originals'
import { listOriginals } from '../assets'
import type { Workspace } from '../../workspaces/workspaces.types'
import { checkDatabase } from '../../db/check-database'

/** Undefined for a file that cannot be read to its end, which is what a failing disk does to it. */
async function readHash(path: string, signal?: AbortSignal): Promise<string | undefined> {
  return hashFile(path, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error
    return undefined
  })
}

/** Every page of the database, every reference, and every original against its hash. Changes nothing. */
export async function checkWorkspace(workspace: Workspace, signal?: AbortSignal): Promise<AppOutputs['clients']['check']> {
  const database = await checkDatabase(workspace.reader)
  const originals: AppOutputs['clients']['check']['originals'] = { checked: 0, bytes: 0, missing: [], damaged: [] }
  for (const { id, sha256, format, file_name } of await listOriginals(workspace.reader)) {
    signal?.throwIfAborted()
    const path = originalPath(workspace.folders, sha256, format)
    const size = await stat(path).then((file) => file.size, () => -1)
    originals.checked += 1
    const named = { assetId: id, fileName: file_name }
    if (size < 0) originals.missing.push(named)
    else if ((await readHash(path, signal)) !== sha256) originals.damaged.push(named)
    else originals.bytes += size
  }
  const whole = database.integrity.length === 0 && database.foreignKeys === 0
  return { ok: whole && originals.missing.length === 0 && originals.damaged.length === 0, database, originals }
}
