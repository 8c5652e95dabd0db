import { reorderQueue, type QueuePlace } from '../../../../shared/calendar'
import { AppError } from '../../../../shared/errors/app-error'
import { isSettled } from '../../../../shared/features/posts/post-states'
import { instantOf, wallTimeOf } from '../../../../shared/time'
import type { Tx } from '../../context'
import { type PostContext, type ScheduleItem, schedulePosts } from '../posts'
import { getAccount } from '../channels'
import { listQueue, type QueueRow } from './slots.queries'

const toPlace = (row: QueueRow): QueuePlace => ({
  id: row.id, date: row.planned_on, time: row.planned_time, instant: row.planned_instant, fixed: isSettled(row.state)
})

/** The same instant on the clock of the post's own zone. */
function plannedAt(instant: string, zone: string) {
  const wall = wallTimeOf(instant, zone)
  return { ...wall, zone, pick: instantOf(wall, zone, 'earlier') === instant ? ('earlier' as const) : ('later' as const) }
}

/** A post that goes out on this channel alone moves as a whole; one of several channels gets a time of its own here. */
function toItem(row: QueueRow, instant: string): ScheduleItem {
  const planned = plannedAt(instant, row.zone)
  return row.siblings === 1 ? { postId: row.post_id, planned } : { variantId: row.id, planned }
}

/**
 * Puts a post of a channel's queue before another, or last. The posts that may move share out the times that they have; what
 * was handed over or published stays where it is.
 * @returns how many posts changed
 * @throws AppError `not-found.channel`, `not-found.variant` for one that is not to come on the channel
 */
export async function moveInQueue(
  tx: Tx,
  ctx: PostContext,
  { channelId, variantId, beforeId }: { channelId: string; variantId: string; beforeId: string | null }
): Promise<number> {
  await getAccount(tx, channelId)
  const rows = new Map((await listQueue(tx, channelId, ctx.now())).map((row) => [row.id, row]))
  for (const id of [variantId, beforeId]) if (id !== null && !rows.has(id)) throw new AppError('not-found.variant', { variant: id })
  const moved = reorderQueue([...rows.values()].map(toPlace), variantId, beforeId)
  return schedulePosts(tx, ctx, moved.flatMap(({ id, instant }) => {
    const row = rows.get(id)
    return row ? [toItem(row, instant)] : []
  }))
}
