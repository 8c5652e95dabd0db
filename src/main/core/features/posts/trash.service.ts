import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'
import { runHidden } from '../../db/hidden-step'
import { sealStep } from '../../db/steps'
import type { Workspace } from '../../workspaces/workspaces.types'
import { countTrashed, deleteTrashed, getPostRows, updatePosts } from './posts.repository'

const keptDays = 30
const day = 86_400_000

/** A post with published variants goes there too, and comes back whole. @throws AppError `not-found.post` */
export async function trashPosts(tx: Tx, ids: readonly string[], at: string | null): Promise<number> {
  const rows = await getPostRows(tx, ids)
  const others = rows.filter((row) => (row.trashed_at === null) !== (at === null))
  return updatePosts(tx, others.map(({ id }) => id), 'trashed_at', at)
}

/**
 * Deletes what is in the trash for good; undo does not reach it.
 * @param confirm the number of posts the person was shown
 */
export async function emptyPostTrash(tx: Tx, confirm: number): Promise<number> {
  const there = await countTrashed(tx)
  if (there !== confirm) {
    throw new AppError('validation.input', { issues: [{ path: 'confirm', message: `the trash holds ${there}, not ${confirm}` }] })
  }
  await deleteTrashed(tx)
  await sealStep(tx, 'posts.emptyTrash')
  return there
}

/** Run when a workspace is opened: what has been in the trash for 30 days goes. */
export async function purgePostTrash(workspace: Pick<Workspace, 'reader' | 'write'>, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keptDays * day).toISOString()
  if ((await countTrashed(workspace.reader, before)) === 0) return
  await runHidden(workspace, 'posts.purgeTrash', now, async (tx) => {
    await deleteTrashed(tx, before)
  })
}
