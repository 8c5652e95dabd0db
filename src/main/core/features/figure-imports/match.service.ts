import { matchPosts } from '../../../../shared/features/figures/match-posts'
import type { CoreServices, Tx } from '../../context'
import { listDecided, listPlannedPosts, listUnmatchedPosts, putMatches } from './match.repository'

export interface Matched {
  sure: number
  doubtful: number
}

/**
 * Looks which posts of networks are posts of the plan, of those that have no match yet, and notes what it finds. Nothing of
 * the posts themselves is written. Runs inside a command, whose step it belongs to.
 * @returns posts of networks, not pairs
 */
export async function matchSubjects(tx: Tx, { newId }: Pick<CoreServices, 'newId'>, subjects: readonly number[] | 'all' | { importId: string }): Promise<Matched> {
  const { taken, rejected } = await listDecided(tx)
  const planned = (await listPlannedPosts(tx)).filter(({ variantId }) => !taken.has(variantId))
  if (planned.length === 0) return { sure: 0, doubtful: 0 }
  const posts = await listUnmatchedPosts(tx, planned, subjects)
  const found = matchPosts({ posts, planned, rejected })
  await putMatches(tx, posts, found, newId)
  const count = (state: string): number => new Set(found.filter((one) => one.state === state).map(({ subjectId }) => subjectId)).size
  return { sure: count('sure'), doubtful: count('doubtful') }
}
