import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Folders are the person's alone: mode 700. */
export async function makeFolders(...paths: string[]): Promise<void> {
  for (const path of paths) await mkdir(path, { recursive: true, mode: 0o700 })
}

export const workspaceFile = (root: string): string => join(root, 'workspace.sqlite')
