import { type FreeSlot, slotTaker } from '../../../../shared/calendar'
import { isSettled } from '../../../../shared/features/posts/post-states'
import { AppError } from '../../../../shared/errors/app-error'
import type { Tx } from '../../context'
import { getPostRows, listVariants, type PostContext, type PostRow, type ScheduleItem, schedulePosts, type VariantRow } from '../posts'
import { listChannelSlots, slotSearch } from './slots.service'

interface Queue {
  zone: string
  /** The next free slot for a post of the pillar; none is given out twice. */
  take: (pillarId: string | null) => FreeSlot | undefined
}

/** The queues of channels that post at fixed times. */
async function loadQueues(tx: Tx, zone: string, after: string): Promise<Map<string, Queue>> {
  const queues = new Map<string, Queue>()
  for (const channel of await listChannelSlots(tx, zone)) {
    if (channel.slots.length === 0) continue
    queues.set(channel.channelId, { zone: channel.zone, take: slotTaker(await slotSearch(tx, channel, after)) })
  }
  return queues
}

interface Given {
  variant: VariantRow
  free: FreeSlot
  zone: string
}

/** The next free slot of each channel of a post that has slots; one channel in two formats takes two. */
function takeSlots(post: PostRow, variants: readonly VariantRow[], queues: ReadonlyMap<string, Queue>): Given[] {
  return variants.flatMap((variant) => {
    const queue = queues.get(variant.channel_id)
    if (!queue || isSettled(variant.state) || variant.planned_instant !== null) return []
    const free = queue.take(post.pillar_id)
    return free ? [{ variant, free, zone: queue.zone }] : []
  })
}

const plannedAt = ({ free: { date, time }, zone }: Given) => ({ date, time, zone })

/** The post goes to the first of its channels' slots; channels whose slot is another have it as a time of their own. */
function toItems(post: PostRow, given: readonly Given[]): ScheduleItem[] {
  const [first] = [...given].sort((a, b) => a.free.instant.localeCompare(b.free.instant))
  if (!first) return []
  const own = given.filter(({ free }) => free.instant !== first.free.instant)
  return [{ postId: post.id, planned: plannedAt(first) }, ...own.map((one) => ({ variantId: one.variant.id, planned: plannedAt(one) }))]
}

/**
 * Puts posts without a time into the next free slots of their channels, in the order given. Posts with a time stay.
 * @returns how many got a time, and those that no slot was found for
 * @throws AppError `not-found.post`; `conflict.no-slots` when none was found for any
 */
export async function fillSlots(tx: Tx, ctx: PostContext, ids: readonly string[], after: string): Promise<{ changed: number; without: string[] }> {
  const queues = await loadQueues(tx, ctx.zone, after)
  const items: ScheduleItem[] = []
  const without: string[] = []
  const variants = await listVariants(tx, ids)
  for (const post of await getPostRows(tx, ids)) {
    if (post.planned_instant !== null) continue
    const found = toItems(post, takeSlots(post, variants.get(post.id) ?? [], queues))
    if (found.length === 0) without.push(post.id)
    items.push(...found)
  }
  if (items.length === 0 && without.length > 0) throw new AppError('conflict.no-slots')
  // A slot in a gap of the clock is the moment after it, as the rules of slots have it.
  return { changed: await schedulePosts(tx, { ...ctx, pick: 'later' }, items), without }
}
