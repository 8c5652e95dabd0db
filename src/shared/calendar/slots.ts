import { addDays, instantOf, todayIn, weekdayOf, type ClockTime, type Instant, type PlainDate, type Weekday, type WallTime } from '../time'

/** A time of the week that a channel keeps for posting; with a pillar, for posts of that pillar only. */
export interface PostingSlot {
  weekday: Weekday
  time: ClockTime
  pillarId: string | null
}

export interface FreeSlot<S extends PostingSlot = PostingSlot> extends WallTime {
  instant: Instant
  slot: S
}

export interface SlotSearch<S extends PostingSlot = PostingSlot> {
  slots: readonly S[]
  /** Instants at which the channel already posts. */
  taken: ReadonlySet<Instant>
  /** Only slots later than this. */
  after: Instant
  zone: string
}

/** How far ahead a free slot is looked for, in days. */
export const SLOT_HORIZON = 366

function slotsOn<S extends PostingSlot>(date: PlainDate, { slots, zone }: Pick<SlotSearch<S>, 'slots' | 'zone'>): FreeSlot<S>[] {
  const weekday = weekdayOf(date)
  return slots
    .filter(slot => slot.weekday === weekday)
    .map(slot => ({ date, time: slot.time, instant: instantOf({ date, time: slot.time }, zone), slot }))
    .sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0))
}

/**
 * Slots that a post of a pillar may take: those kept for the pillar, and those kept for none. A post without a pillar takes
 * those kept for none, or any where all are kept for some pillar.
 */
export function slotsForPillar<S extends PostingSlot>(slots: readonly S[], pillarId: string | null): S[] {
  const open = slots.filter(slot => slot.pillarId === null || slot.pillarId === pillarId)
  return open.length === 0 && pillarId === null ? [...slots] : open
}

/** Free slots in order of time, up to the horizon. */
export function* freeSlots<S extends PostingSlot>(search: SlotSearch<S>): Generator<FreeSlot<S>> {
  if (search.slots.length === 0) return
  const start = todayIn(search.zone, search.after)
  for (let days = 0; days <= SLOT_HORIZON; days++) {
    for (const free of slotsOn(addDays(start, days), search)) {
      if (free.instant > search.after && !search.taken.has(free.instant)) yield free
    }
  }
}

/** The next time that a post of a pillar can go out, or undefined when none is free within a year. */
export function nextFreeSlot<S extends PostingSlot>(search: SlotSearch<S>, pillarId: string | null = null): FreeSlot<S> | undefined {
  const { value } = freeSlots({ ...search, slots: slotsForPillar(search.slots, pillarId) }).next()
  return value ?? undefined
}

/**
 * Gives out free slots one after another, none twice: the next one for a post of the pillar each time it is asked. The weeks are
 * walked through once, however many posts there are.
 */
export function slotTaker<S extends PostingSlot>(search: SlotSearch<S>): (pillarId: string | null) => FreeSlot<S> | undefined {
  const coming = freeSlots(search)
  const passed: FreeSlot<S>[] = []
  return (pillarId) => {
    const allowed = new Set<S>(slotsForPillar(search.slots, pillarId))
    if (allowed.size === 0) return undefined
    const left = passed.findIndex(({ slot }) => allowed.has(slot))
    if (left !== -1) return passed.splice(left, 1)[0]
    for (let next = coming.next(); !next.done; next = coming.next()) {
      if (allowed.has(next.value.slot)) return next.value
      passed.push(next.value)
    }
    return undefined
  }
}

/** Slots of the days from the first to the last that nothing is planned for. */
export function emptySlots<S extends PostingSlot>(search: SlotSearch<S>, first: PlainDate, last: PlainDate): FreeSlot<S>[] {
  const found: FreeSlot<S>[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) {
    found.push(...slotsOn(date, search).filter(({ instant }) => instant > search.after && !search.taken.has(instant)))
  }
  return found
}
