import { rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppEvent } from '../../../shared/contract/events'
import { AppError } from '../../../shared/errors/app-error'
import type { LoggedDatabase } from '../db/logged-database'
import { findCatalogClient, listCatalogClients, noteOpened, putProfileCopy } from './catalog'
import type { HomeFolders } from './folders'
import { openWorkspace, type OpenedWorkspace } from './open-workspace'
import type { Workspaces } from './workspaces.types'

export interface WorkspacesOptions {
  home: HomeFolders
  catalog: LoggedDatabase
  holder: string
  now: () => string
  emit: (event: AppEvent) => void
  /** Called when a workspace was opened: jobs cut short by a kill are put in order. */
  afterOpen: (workspace: OpenedWorkspace) => Promise<void>
  /** Called before a workspace is closed, so that its jobs stop first. */
  beforeClose: (clientId: string) => Promise<void>
}

/** The open workspaces of this core. Each is opened once, kept until it is closed, and answers under its own id only. */
export interface WorkspaceRegistry extends Workspaces {
  open(clientId: string): Promise<OpenedWorkspace>
  /** Puts the folders of clients where the catalog says they belong; repeatable, run at start and after undo. */
  reconcile(): Promise<void>
  /** Copies the workspace's own profile into the list. */
  refreshProfile(clientId: string): Promise<void>
  /** Registers a workspace that was just made and is open already. */
  adoptOpened(workspace: OpenedWorkspace): void
  isOpen(clientId: string): boolean
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

export function createWorkspaces(options: WorkspacesOptions): WorkspaceRegistry {
  const { home, catalog, now, emit } = options
  const opened = new Map<string, Promise<OpenedWorkspace>>()

  const openNow = async (clientId: string): Promise<OpenedWorkspace> => {
    const client = await findCatalogClient(catalog.reader, clientId)
    if (!client || client.removedAt) throw new AppError('not-found.client', { client: clientId })
    const root = join(home.workspaces, clientId)
    const workspace = await openWorkspace({ id: clientId, root, name: client.name, exists: true, holder: options.holder, now, emit })
    const profile = await workspace.profile()
    await catalog.write(async (tx) => {
      await putProfileCopy(tx, profile)
      await noteOpened(tx, clientId, now())
    })
    await options.afterOpen(workspace)
    return workspace
  }

  const close = async (clientId: string): Promise<void> => {
    const pending = opened.get(clientId)
    if (!pending) return
    await options.beforeClose(clientId)
    opened.delete(clientId)
    await pending.then((workspace) => workspace.close()).catch(() => undefined)
  }

  return {
    open(clientId) {
      const known = opened.get(clientId)
      if (known) return known
      const pending = openNow(clientId)
      opened.set(clientId, pending)
      pending.catch(() => opened.delete(clientId))
      return pending
    },
    close,
    async closeAll() {
      for (const clientId of opened.keys()) await close(clientId)
    },
    isOpen: (clientId) => opened.has(clientId),
    adoptOpened(workspace) {
      opened.set(workspace.id, Promise.resolve(workspace))
    },
    async refreshProfile(clientId) {
      const profile = await (await opened.get(clientId))?.profile()
      if (profile) await catalog.write((tx) => putProfileCopy(tx, profile))
      emit({ type: 'clients.changed' })
    },
    async reconcile() {
      const clients = await listCatalogClients(catalog.reader)
      const listed = new Set(clients.filter((client) => !client.removedAt).map((client) => client.id))
      for (const clientId of opened.keys()) if (!listed.has(clientId)) await close(clientId)
      for (const client of clients) {
        const live = join(home.workspaces, client.id)
        const gone = join(home.removed, client.id)
        const [from, to] = client.removedAt ? [live, gone] : [gone, live]
        if (!(await exists(from)) || (await exists(to))) continue
        await close(client.id)
        await rename(from, to)
      }
    }
  }
}
