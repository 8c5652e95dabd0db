import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import type { AppEvent } from '../../../shared/contract/events'
import type { Tx } from '../context'
import { lockFolder } from '../db/lock'
import { openLoggedDatabase, type LoggedDatabase } from '../db/logged-database'
import { workspaceSchema } from '../db/schemas'
import { makeFolders, workspaceFile, workspaceFolders } from './folders'
import { getProfile } from './profile.repository'
import type { Workspace } from './workspaces.types'

export interface OpenOptions {
  id: string
  root: string
  /** For the sentence to the one who comes second, before the profile can be read. */
  name: string
  exists: boolean
  holder: string
  now: () => string
  emit: (event: AppEvent) => void
}

/** An open workspace with what only the registry of workspaces may use. */
export interface OpenedWorkspace extends Workspace {
  database: LoggedDatabase
  close(): Promise<void>
}

/** Takes the lock, looks at the file, brings it to the newest version. Frees the lock again when one of these fails. */
export async function openWorkspace(options: OpenOptions): Promise<OpenedWorkspace> {
  const { id, root, now, emit } = options
  const folders = workspaceFolders(root)
  await makeFolders(...Object.values(folders))
  const lock = await lockFolder(root, options.name, options.holder)
  const path = workspaceFile(root)
  try {
    const database = await openLoggedDatabase({
      path,
      schema: workspaceSchema,
      exists: options.exists,
      backup: (from) => join(folders.backups, `before-version-${from + 1}-${now().replaceAll(/[:.]/g, '-')}.sqlite`),
      now,
      actor: 'person'
    })
    await chmod(path, 0o600)
    if (options.exists) await assertOwner(database, id, path)
    return asWorkspace(id, folders, database, emit, () => lock.release())
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** A folder renamed by hand must not show one client's material under another's name. */
async function assertOwner(database: LoggedDatabase, id: string, path: string): Promise<void> {
  const profile = await getProfile(database.reader)
  if (profile.id === id) return
  await database.close()
  throw new AppError('conflict.not-a-workspace', { path, reason: 'belongs-to-another-client' })
}

function asWorkspace(
  id: string,
  folders: Workspace['folders'],
  database: LoggedDatabase,
  emit: (event: AppEvent) => void,
  release: () => Promise<void>
): OpenedWorkspace {
  const changed = (operation: string, tables: string[]) => {
    if (tables.length > 0) emit({ type: 'workspace.changed', clientId: id, operation, tables })
  }
  return {
    id,
    folders,
    database,
    reader: database.reader,
    profile: () => getProfile(database.reader),
    async command(operation, run: (tx: Tx) => Promise<never>, data) {
      const { value, tables } = await database.command(operation, run, data)
      changed(operation, tables)
      return value
    },
    write: (run) => database.write(run),
    beginStep: (operation, data) => database.beginStep(operation, data),
    async continueStep(stepId, run: (tx: Tx) => Promise<never>) {
      const value = await database.continueStep(stepId, run)
      changed('continue', ['asset'])
      return value
    },
    async close() {
      await database.close()
      await release()
    }
  }
}
