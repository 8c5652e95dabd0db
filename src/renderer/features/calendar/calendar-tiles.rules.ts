import type { OutlinedEntry } from '@shared/features/calendar/calendar.contract'
import { isSettled } from '@shared/features/posts/post-states'
import type { PlannedTime } from '@shared/features/posts/posts.schema'

/** What a calendar draws: one post at one instant, with every channel it goes out on then. */
export interface CalendarTile {
  id: string
  postId: string
  variantId: string | null
  /** When it is planned for, in UTC. */
  instant: string
  planned: PlannedTime
  entries: OutlinedEntry[]
  /** May be empty: it is then called by the first words of its text, which its face has. */
  title: string
  pillarId: string | null
  campaignId: string | null
  seriesId: string | null
  /** Handed over, published or done with as a whole: nothing moves it. */
  fixed: boolean
}

function tileOf(entries: OutlinedEntry[], first: OutlinedEntry): CalendarTile {
  return {
    id: `${first.postId}@${first.planned.instant}`,
    postId: first.postId,
    variantId: first.variantId,
    instant: first.planned.instant,
    planned: first.planned,
    entries,
    title: first.title,
    pillarId: first.pillarId,
    campaignId: first.campaignId,
    seriesId: first.seriesId,
    fixed: entries.every((entry) => isSettled(entry.state))
  }
}

/** Entries of one post at the same instant are one tile. The order of the entries stays. */
export function tilesOf(entries: readonly OutlinedEntry[]): CalendarTile[] {
  const groups = new Map<string, OutlinedEntry[]>()
  for (const entry of entries) {
    const key = `${entry.postId}@${entry.planned.instant}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [tileOf(group, group[0])] : []))
}

export type ScheduleItem = { postId: string } | { variantId: string }

/**
 * What to name when a tile moves: its post, and those of its variants that have a time of their own. A variant with its own
 * time elsewhere stays where it is.
 */
export function itemsToMove(tile: CalendarTile): ScheduleItem[] {
  const own = tile.entries.filter((entry) => entry.ownTime && entry.variantId !== null && !isSettled(entry.state))
  const shared = tile.entries.some((entry) => !entry.ownTime)
  return [...(shared ? [{ postId: tile.postId }] : []), ...own.map((entry) => ({ variantId: entry.variantId ?? '' }))]
}
