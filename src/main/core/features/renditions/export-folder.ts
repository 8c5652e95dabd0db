import { lstat, open, realpath, stat, unlink } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import { makeFolder } from '../../files/durable-folders'
import { asDiskError, systemCode } from '../../files/file-errors'
import { isInside } from '../../files/path-gate'
import type { HomeFolders } from '../../workspaces/folders'

/** Why files cannot be written to a folder; sentences in `errors.validation.destination.reason.*`. */
export type DestinationRefusal = 'not-absolute' | 'not-a-folder' | 'not-writable' | 'inside-app-folder' | 'outside' | 'missing'

function refuse(path: string, reason: DestinationRefusal, cause?: unknown): never {
  throw new AppError('validation.destination', { path, reason }, { cause })
}

/** Open to whom the person's other folders are: exports are made to be handed on. */
const EXPORT_MODE = 0o777

async function makeExportFolder(path: string): Promise<void> {
  try {
    await makeFolder(path, EXPORT_MODE)
  } catch (error) {
    const reason = systemCode(error)
    if (reason === 'EEXIST' || reason === 'ENOTDIR') refuse(path, 'not-a-folder', error)
    if (reason === 'EACCES' || reason === 'EPERM') refuse(path, 'not-writable', error)
    throw asDiskError(error, path)
  }
}

/** The app's own folders, where an export would mix with what the app keeps. */
function ownFolders(home: HomeFolders, workspaceRoot: string): string[] {
  return [home.workspaces, home.removed, home.uploads, home.incoming, home.backups, workspaceRoot]
}

async function refuseOwnFolders(path: string, own: string[]): Promise<void> {
  for (const folder of own) {
    const real = await realpath(folder).catch(() => folder)
    if (isInside(real, path)) refuse(path, 'inside-app-folder')
  }
}

async function refuseReadOnly(path: string, id: string): Promise<void> {
  const probe = join(path, partName(id, 0))
  try {
    await (await open(probe, 'wx', 0o600)).close()
    await unlink(probe)
  } catch (error) {
    const reason = systemCode(error)
    if (reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS') refuse(path, 'not-writable', error)
    throw asDiskError(error, path)
  }
}

/**
 * The real path of the folder that an export goes to, made when missing.
 *
 * @throws AppError `validation.destination` when it is no folder, not writable, or one of the app's own;
 *   `unavailable.disk` when the disk is full or fails
 */
export async function checkDestination(path: string, home: HomeFolders, workspaceRoot: string, id: string): Promise<string> {
  if (!isAbsolute(path)) refuse(path, 'not-absolute')
  await refuseOwnFolders(path, ownFolders(home, workspaceRoot))
  await makeExportFolder(path)
  const real = await realpath(path)
  if (!(await stat(real)).isDirectory()) refuse(path, 'not-a-folder')
  await refuseOwnFolders(real, ownFolders(home, workspaceRoot))
  await refuseReadOnly(real, id)
  return real
}

/**
 * The real folder for files below the destination, made when missing. A link on the way must not lead out of it, nor
 * into the app's own folders.
 *
 * @param folder relative to the destination, parted by `/`; empty for the destination itself
 */
export async function openSubfolder(root: string, folder: string, home: HomeFolders, workspaceRoot: string): Promise<string> {
  const path = folder === '' ? root : join(root, ...folder.split('/'))
  await makeExportFolder(path)
  const realRoot = await realpath(root)
  const real = await realpath(path)
  if (!isInside(realRoot, real)) refuse(path, 'outside')
  if (!(await lstat(real)).isDirectory()) refuse(path, 'not-a-folder')
  await refuseOwnFolders(real, ownFolders(home, workspaceRoot))
  return real
}

/** The name a file goes by until it is whole; hidden, and no other job item has the same. */
export const partName = (itemId: string, attempt: number): string => `.greenroom-${itemId}-${attempt}.part`

/** The item whose half file this is, or undefined for any other file. */
export const itemOfPart = (name: string): string | undefined => /^\.greenroom-(.+)-\d+\.part$/.exec(name)?.[1]
