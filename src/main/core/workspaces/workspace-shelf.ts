import type { OpenedWorkspace } from './open-workspace'

/** Workspaces that stay open without being used: two connections, their memory and some file handles each. */
const KEPT_OPEN = 12

export interface ShelfOptions {
  open: (clientId: string) => Promise<OpenedWorkspace>
  beforeClose: (clientId: string) => Promise<void>
  isBusy: (clientId: string) => boolean
  onCloseFailed: (error: unknown) => void
}

/** Workspaces by client, used last at the end. Opening one that is just being closed waits for that. */
export interface WorkspaceShelf {
  open(clientId: string): Promise<OpenedWorkspace>
  close(clientId: string): Promise<void>
  put(workspace: OpenedWorkspace): void
  has(clientId: string): boolean
  ids(): string[]
  during<T>(work: () => Promise<T>): Promise<T>
}

export function createWorkspaceShelf({ open, beforeClose, isBusy, onCloseFailed }: ShelfOptions): WorkspaceShelf {
  const opened = new Map<string, Promise<OpenedWorkspace>>()
  const closing = new Map<string, Promise<void>>()
  let underWay = 0

  const openAnew = (clientId: string): Promise<OpenedWorkspace> => {
    const pending = (closing.get(clientId) ?? Promise.resolve()).then(() => open(clientId))
    pending.catch(() => {
      if (opened.get(clientId) === pending) opened.delete(clientId)
    })
    return pending
  }

  const closeNow = async (pending: Promise<OpenedWorkspace>): Promise<void> => {
    const workspace = await pending.catch(() => undefined)
    await workspace?.close().catch(onCloseFailed)
  }

  /** Off the shelf before anything is waited for, so that nobody is handed a workspace that is going away. */
  const takeDown = (clientId: string): Promise<void> => {
    const pending = opened.get(clientId)
    if (!pending) return closing.get(clientId) ?? Promise.resolve()
    opened.delete(clientId)
    const done = closeNow(pending).finally(() => closing.delete(clientId))
    closing.set(clientId, done)
    return done
  }

  const closeUnused = (): void => {
    const unused = [...opened.keys()].filter((clientId) => !isBusy(clientId))
    for (const clientId of unused.slice(0, Math.max(0, opened.size - KEPT_OPEN))) void takeDown(clientId)
  }

  return {
    open(clientId) {
      const pending = opened.get(clientId) ?? openAnew(clientId)
      opened.delete(clientId)
      opened.set(clientId, pending)
      return pending
    },
    async close(clientId) {
      await beforeClose(clientId)
      await takeDown(clientId)
    },
    put: (workspace) => void opened.set(workspace.id, Promise.resolve(workspace)),
    has: (clientId) => opened.has(clientId),
    ids: () => [...opened.keys()],
    async during(work) {
      underWay += 1
      try {
        return await work()
      } finally {
        underWay -= 1
        if (underWay === 0) closeUnused()
      }
    }
  }
}
