import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from '../db/lock'
import { moveFolder } from '../files/durable-folders'
import { asDiskError } from '../files/file-errors'
import type { CatalogClient } from './catalog'
import type { HomeFolders } from './folders'

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

/**
 * Refuses while another process has the workspace open: its files must not be moved from under it.
 * @throws AppError `conflict.workspace-locked`
 */
export async function assertUnlocked(folder: string, client: string, holder: string): Promise<void> {
  if (await exists(folder)) await (await lockFolder(folder, client, holder)).release()
}

interface MoveOptions {
  home: HomeFolders
  holder: string
  /** Closes the workspace where it is open here. */
  close: (clientId: string) => Promise<void>
}

async function moveOne({ id, name, removedAt }: CatalogClient, { home, holder, close }: MoveOptions): Promise<void> {
  const live = join(home.workspaces, id)
  const gone = join(home.removed, id)
  const [from, to] = removedAt ? [live, gone] : [gone, live]
  if (!(await exists(from)) || (await exists(to))) return
  await close(id)
  await assertUnlocked(from, name, holder)
  await moveFolder(from, to).catch((error: unknown) => {
    throw asDiskError(error, from)
  })
}

/**
 * Puts the folders of clients where the list says they belong. One that cannot be moved does not keep the others.
 * @throws AppError the first failure, when all were tried: `conflict.workspace-locked`, `unavailable.disk`
 */
export async function moveFolders(clients: CatalogClient[], options: MoveOptions): Promise<void> {
  const failures: unknown[] = []
  for (const client of clients) await moveOne(client, options).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
