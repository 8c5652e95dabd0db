import { join } from 'node:path'
import type { AppEvent } from '../../../shared/contract/events'
import { AppError } from '../../../shared/errors/app-error'
import type { LoggedDatabase } from '../db/logged-database'
import { findCatalogClient, listCatalogClients, putProfileCopy } from './catalog'
import type { HomeFolders } from './folders'
import { moveFolders } from './move-folders'
import { openWorkspace, type OpenedWorkspace } from './open-workspace'
import { createWorkspaceShelf } from './workspace-shelf'
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
  /** True while a job of the client is under way or waits for its turn. */
  isBusy: (clientId: string) => boolean
  /** A workspace that could not be closed as it should. */
  onCloseFailed: (error: unknown) => void
}

/** The open workspaces of this core. Each is opened once and answers under its own id only. */
export interface WorkspaceRegistry extends Workspaces {
  open(clientId: string): Promise<OpenedWorkspace>
  /** Puts the folders of clients where the catalog says they belong; repeatable, run at start and after undo. */
  reconcile(): Promise<void>
  /** Copies the workspace's own profile into the list. */
  refreshProfile(clientId: string): Promise<void>
  /** Registers a workspace that was just made and is open already. */
  adoptOpened(workspace: OpenedWorkspace): void
  isOpen(clientId: string): boolean
  /**
   * Keeps every workspace open while `work` is under way, since it may hold any of them. When nothing is, those used
   * longest ago are closed beyond a handful.
   */
  during<T>(work: () => Promise<T>): Promise<T>
}

export function createWorkspaces(options: WorkspacesOptions): WorkspaceRegistry {
  const { home, catalog, holder, now, emit } = options

  const openNow = async (clientId: string): Promise<OpenedWorkspace> => {
    const client = await findCatalogClient(catalog.reader, clientId)
    if (!client || client.removedAt) throw new AppError('not-found.client', { client: clientId })
    const root = join(home.workspaces, clientId)
    const workspace = await openWorkspace({ id: clientId, root, name: client.name, exists: true, holder, now, emit })
    try {
      const profile = await workspace.profile()
      await catalog.write((tx) => putProfileCopy(tx, profile))
      await options.afterOpen(workspace)
      return workspace
    } catch (error) {
      await workspace.close()
      throw error
    }
  }

  const { beforeClose, isBusy, onCloseFailed } = options
  const shelf = createWorkspaceShelf({ open: openNow, beforeClose, isBusy, onCloseFailed })
  const { open, close } = shelf

  return {
    open,
    close,
    closeAll: async () => {
      for (const clientId of shelf.ids()) await close(clientId)
    },
    isOpen: shelf.has,
    adoptOpened: shelf.put,
    during: shelf.during,
    async refreshProfile(clientId) {
      const profile = shelf.has(clientId) ? await (await open(clientId)).profile() : undefined
      if (profile) await catalog.write((tx) => putProfileCopy(tx, profile))
      emit({ type: 'clients.changed' })
    },
    async reconcile() {
      const clients = await listCatalogClients(catalog.reader)
      const listed = new Set(clients.filter((client) => !client.removedAt).map((client) => client.id))
      for (const clientId of shelf.ids()) if (!listed.has(clientId)) await close(clientId)
      await moveFolders(clients, { home, holder, close })
    }
  }
}
