import { join } from 'node:path'
import { makeFolder } from '../files/durable-folders'
import { AppError } from '../../../shared/errors/app-error'
import { asDiskError, systemCode } from '../files/file-errors'
import type { WorkspaceFolders } from './workspaces.types'

/** Where things lie in the app's home. */
export interface HomeFolders {
  root: string
  catalog: string
  workspaces: string
  /** Clients that were deleted lie here for 30 days. */
  removed: string
  /** The person puts workspace folders copied from elsewhere here. */
  incoming: string
  uploads: string
  exports: string
  backups: string
}

export function homeFolders(root: string): HomeFolders {
  return {
    root,
    catalog: join(root, 'catalog.sqlite'),
    workspaces: join(root, 'workspaces'),
    removed: join(root, 'removed'),
    incoming: join(root, 'incoming'),
    uploads: join(root, 'uploads'),
    exports: join(root, 'exports'),
    backups: join(root, 'backups')
  }
}

export function workspaceFolders(root: string): WorkspaceFolders {
  return {
    root,
    originals: join(root, 'originals'),
    renditions: join(root, 'renditions'),
    reports: join(root, 'reports'),
    backups: join(root, 'backups')
  }
}

/** Files of the workspace that are not whole yet lie here; cleared when it is opened. */
export const makingFolder = (folders: WorkspaceFolders): string => join(folders.renditions, '.making')

/** @throws AppError `unavailable.disk` */
export async function makeFolders(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await makeFolder(path).catch((error: unknown) => {
      const code = systemCode(error)
      // A file has the name of the folder, or of one above it; or nothing can be made there at all.
      if (code === 'EEXIST' || code === 'ENOTDIR') throw new AppError('unavailable.disk', { path, reason: 'ENOTDIR' }, { cause: error })
      if (code === 'ENOENT') throw new AppError('unavailable.disk', { path, reason: code }, { cause: error })
      throw asDiskError(error, path)
    })
  }
}

export const workspaceFile = (root: string): string => join(root, 'workspace.sqlite')

/** Name of the copy made before a migration. Each has its own: one that is there already would fail every later start. */
export const backupName = (prefix: string, fromVersion: number, at: string): string =>
  `${prefix}before-version-${fromVersion + 1}-${at.replaceAll(/[:.]/g, '-')}.sqlite`
