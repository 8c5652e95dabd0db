import { cp, lstat, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../../shared/errors/app-error'
import type { AppOutputs } from '../../../../shared/contract'
import type { CallContext, CoreServices } from '../../context'
import { inspectFile } from '../../db/inspect'
import { lockFolder } from '../../db/lock'
import { openPlain } from '../../db/plain-connection'
import { workspaceSchema } from '../../db/schemas'
import { moveFolder } from '../../files/durable-folders'
import { findCatalogClient, insertEntry, putProfileCopy } from '../../workspaces/catalog'
import { workspaceFile } from '../../workspaces/folders'
import { openWorkspace } from '../../workspaces/open-workspace'
import { findClientByName } from './profile-rules'

type Found = AppOutputs['clients']['findFolders']

async function readIdentity(folder: string): Promise<{ id: string; name: string } | undefined> {
  try {
    const connection = await openPlain(workspaceFile(folder), 'read')
    try {
      await connection.all('PRAGMA trusted_schema = OFF')
      const [row] = await connection.all('SELECT id, name FROM client_profile')
      return row ? { id: String(row.id), name: String(row.name) } : undefined
    } finally {
      await connection.close()
    }
  } catch {
    return undefined
  }
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => join(folder, entry.name))
}

/** Workspaces lying in `incoming`, and folders in `workspaces` that are in no list: what an undone "new client" leaves. */
export async function findFolders(core: CoreServices): Promise<Found> {
  const found: Found['found'] = []
  for (const folder of [...(await subfolders(core.home.incoming)), ...(await subfolders(core.home.workspaces))]) {
    const client = await findCatalogClient(core.catalog.reader, basename(folder))
    if (folder.startsWith(core.home.workspaces) && client) continue
    const identity = await readIdentity(folder)
    if (!identity) continue
    const known = await findCatalogClient(core.catalog.reader, identity.id)
    found.push({
      token: core.tokens.register({ path: folder }),
      label: basename(folder),
      name: identity.name,
      known: known !== undefined && !known.removedAt
    })
  }
  return { folder: core.home.incoming, found }
}

/** Copies the files of a workspace, links and locks left out; the source is only read. */
async function copyWorkspace(source: string, target: string): Promise<void> {
  await cp(source, target, {
    recursive: true,
    errorOnExist: true,
    force: false,
    filter: async (path) => {
      const file = await lstat(path)
      const name = basename(path)
      if (name === 'lock' || name === 'lock-holder.json' || name.endsWith('-shm') || name.endsWith('.part')) return false
      return file.isDirectory() || file.isFile()
    }
  })
}

/**
 * Takes a workspace folder copied from elsewhere into the list. It is copied to a staging folder, looked at there on a
 * read-only connection, and moved in whole; its lock is held meanwhile, so that nobody writes to it. One that lies where
 * it belongs already, as an undone "new client" leaves it, is looked at in the same way and stays.
 * @returns the client's id
 */
export async function adoptFolder(context: CallContext, token: string): Promise<string> {
  const { core } = context
  const source = core.tokens.resolve(token).path
  if (!(await lstat(workspaceFile(source)).catch(() => undefined))?.isFile()) {
    throw new AppError('conflict.not-a-workspace', { path: source, reason: 'no-file' })
  }
  const lock = await lockFolder(source, basename(source), core.options.hostName)
  const staging = join(core.home.uploads, `${core.newId()}.workspace`)
  try {
    await copyWorkspace(source, staging)
    await inspectFile(workspaceFile(staging), workspaceSchema)
    const identity = await readIdentity(staging)
    if (!identity) throw new AppError('corrupt.workspace', { path: source, detail: 'no-profile' })
    await refuseKnown(core, identity)
    const root = join(core.home.workspaces, identity.id)
    if (root !== source) await moveFolder(staging, root)
    await lock.release()
    await enter(core, context.operation, identity)
    return identity.id
  } finally {
    await lock.release()
    await rm(staging, { recursive: true, force: true })
  }
}

async function refuseKnown(core: CoreServices, identity: { id: string; name: string }): Promise<void> {
  // The id becomes a folder's name: anything but our own kind of id is no workspace of ours.
  if (!/^[0-9a-f-]{36}$/.test(identity.id)) {
    throw new AppError('conflict.not-a-workspace', { path: identity.name, reason: 'schema-differs' })
  }
  const { reader } = core.catalog
  const known = (await findCatalogClient(reader, identity.id)) ?? (await findClientByName(reader, identity.name))
  if (known) throw new AppError('conflict.client-exists', { name: identity.name })
}

async function enter(core: CoreServices, operation: string, identity: { id: string; name: string }): Promise<void> {
  const { hostName } = core.options
  const root = join(core.home.workspaces, identity.id)
  const workspace = await openWorkspace({
    ...identity,
    root,
    exists: true,
    holder: hostName,
    now: core.now,
    emit: core.emit
  })
  try {
    const profile = await workspace.profile()
    await core.catalog.command(
      operation,
      async (tx) => {
        await insertEntry(tx, profile.id, core.now())
        await putProfileCopy(tx, profile)
      },
      { name: profile.name }
    )
  } catch (error) {
    await workspace.close()
    throw error
  }
  core.workspaces.adoptOpened(workspace)
  core.emit({ type: 'clients.changed' })
}
