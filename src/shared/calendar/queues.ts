import type { Instant, WallTime } from '../time'
import { slotTaker, type FreeSlot, type PostingSlot, type SlotSearch } from './slots'

export interface QueuedPost {
  id: string
  pillarId: string | null
}

export interface FilledQueue<S extends PostingSlot> {
  placed: (FreeSlot<S> & { id: string })[]
  /** Posts that no slot was left for within the horizon. */
  unplaced: string[]
}

/** Gives each post, in the order given, the next free slot of its pillar. */
export function fillQueue<S extends PostingSlot>(posts: readonly QueuedPost[], search: SlotSearch<S>): FilledQueue<S> {
  const take = slotTaker(search)
  const filled: FilledQueue<S> = { placed: [], unplaced: [] }
  for (const { id, pillarId } of posts) {
    const free = take(pillarId)
    if (free) filled.placed.push({ ...free, id })
    else filled.unplaced.push(id)
  }
  return filled
}

/** A post of a queue in its place. One that is handed over or published is `fixed`: nothing moves it. */
export interface QueuePlace extends WallTime {
  id: string
  instant: Instant
  fixed: boolean
}

/**
 * Puts a post before another, or at the end: the posts that may move share out the times that they already have among
 * themselves; fixed posts keep theirs.
 *
 * @param before id of the post that it goes before; null: at the end
 * @returns the posts whose time changes, with their new times
 */
export function reorderQueue(queue: readonly QueuePlace[], id: string, before: string | null): QueuePlace[] {
  const inOrder = [...queue].sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
  const moving = inOrder.find(place => place.id === id)
  if (!moving || moving.fixed || before === id) return []
  const rest = inOrder.filter(place => place.id !== id)
  const at = before === null ? rest.length : rest.findIndex(place => place.id === before)
  if (at === -1) return []
  const wanted = [...rest.slice(0, at), moving, ...rest.slice(at)].filter(place => !place.fixed)
  const times = inOrder.filter(place => !place.fixed)
  return wanted.flatMap((place, index) => {
    const time = times[index]
    if (!time || time.id === place.id) return []
    return [{ id: place.id, date: time.date, time: time.time, instant: time.instant, fixed: false }]
  })
}
