import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import type { AppEvent } from '../../../shared/contract/events'
import type { Tx } from '../context'
import { lockFolder } from '../db/lock'
import { openLoggedDatabase, type LoggedDatabase } from '../db/logged-database'
import { workspaceSchema } from '../db/schemas'
import { backupName, makeFolders, makingFolder, workspaceFile, workspaceFolders } from './folders'
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

/**
 * Takes the lock, looks at the file, brings it to the newest version.
 * @throws AppError `conflict.workspace-locked`, `conflict.not-a-workspace`, `conflict.newer-workspace`,
 *   `corrupt.workspace`, `unavailable.disk`; lock and file are closed again then
 */
export async function openWorkspace(options: OpenOptions): Promise<OpenedWorkspace> {
  const { id, root, emit } = options
  const folders = workspaceFolders(root)
  if (options.exists) await assertThere(workspaceFile(root))
  await makeFolders(...Object.values(folders))
  const lock = await lockFolder(root, options.name, options.holder)
  try {
    await rm(makingFolder(folders), { recursive: true, force: true })
    const database = await openDatabase(options, folders)
    return asWorkspace(id, folders, database, emit, () => lock.release())
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Looked at first: folders made where a workspace is missing would bar the way for the real one. */
async function assertThere(path: string): Promise<void> {
  await stat(path).catch(() => {
    throw new AppError('conflict.not-a-workspace', { path, reason: 'no-file' })
  })
}

async function openDatabase({ id, root, exists, now }: OpenOptions, { backups }: Workspace['folders']): Promise<LoggedDatabase> {
  const path = workspaceFile(root)
  const backup = (from: number) => join(backups, backupName('', from, now()))
  const database = await openLoggedDatabase({ path, schema: workspaceSchema, exists, backup, now, actor: 'person' })
  try {
    if (exists) await assertOwner(database, id, path)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A folder renamed by hand must not show one client's material under another's name. */
async function assertOwner(database: LoggedDatabase, id: string, path: string): Promise<void> {
  const profile = await getProfile(database.reader)
  if (profile.id !== id) throw new AppError('conflict.not-a-workspace', { path, reason: 'belongs-to-another-client' })
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
    async command(operation, run: (tx: Tx) => Promise<never>, data, mergeKey) {
      const { value, tables } = await database.command(operation, run, data, mergeKey)
      changed(operation, tables)
      return value
    },
    write: (run) => database.write(run),
    writeForGood: (run) => database.writeForGood(run),
    beginStep: (operation, data) => database.beginStep(operation, data),
    async continueStep(stepId, run: (tx: Tx) => Promise<never>) {
      const { value, operation, tables } = await database.continueStep(stepId, run)
      changed(operation, tables)
      return value
    },
    async close() {
      await database.close().finally(release)
    }
  }
}
