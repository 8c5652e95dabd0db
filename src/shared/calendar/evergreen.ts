import { addDays, type PlainDate } from '../time'
import { freeSlots, slotsForPillar, type FreeSlot, type PostingSlot, type SlotSearch } from './slots'

/** A post that comes round again. */
export interface EvergreenPost {
  id: string
  pillarId: string | null
  /** Days that must pass between two of its appearances. */
  cooldownDays: number
  /** How often it may come again, not counting its first time. */
  maxRepeats: number
  /** Other wordings, used in turn; the post's own text comes first. */
  texts: readonly string[]
  /** Days it appeared or is planned for, its first time included, in any order. */
  appearances: readonly PlainDate[]
}

export interface PlannedRepeat<S extends PostingSlot = PostingSlot> extends FreeSlot<S> {
  id: string
  /** 1 for the first time that it comes again. */
  repeat: number
  /** The wording: 0 is the post's own text, 1 the first of `texts`. */
  textIndex: number
}

interface Running {
  post: EvergreenPost
  repeats: number
  /** The day from which it may appear again. */
  readyOn: PlainDate
  allowed: ReadonlySet<PostingSlot>
}

function started(post: EvergreenPost, slots: readonly PostingSlot[]): Running | undefined {
  const last = [...post.appearances].sort().at(-1)
  // What never went out is not repeated.
  if (last === undefined) return undefined
  return {
    post,
    repeats: post.appearances.length - 1,
    readyOn: addDays(last, post.cooldownDays),
    allowed: new Set(slotsForPillar(slots, post.pillarId))
  }
}

/**
 * Which posts come again when, in free slots up to a day. The one that has waited longest goes first, so that each gets its
 * turn; a post is never sooner than its cooldown allows, nor more often than its maximum.
 */
export function planEvergreen<S extends PostingSlot>(
  posts: readonly EvergreenPost[],
  search: SlotSearch<S>,
  until: PlainDate
): PlannedRepeat<S>[] {
  const running = posts.flatMap(post => started(post, search.slots) ?? [])
  const planned: PlannedRepeat<S>[] = []
  for (const free of freeSlots(search)) {
    if (free.date > until) break
    const ready = running.filter(one => one.repeats < one.post.maxRepeats && one.readyOn <= free.date && one.allowed.has(free.slot))
    ready.sort((a, b) => a.readyOn.localeCompare(b.readyOn) || a.post.id.localeCompare(b.post.id))
    const next = ready[0]
    if (!next) continue
    next.repeats += 1
    next.readyOn = addDays(free.date, next.post.cooldownDays)
    planned.push({ ...free, id: next.post.id, repeat: next.repeats, textIndex: next.repeats % (next.post.texts.length + 1) })
  }
  return planned
}
