import { isSettled } from '@shared/features/posts/post-states'
import type { CalendarTile } from './calendar-tiles.rules'

/** The channel whose queue the list shows: where it is filtered to exactly one. */
export const channelOfQueue = ({ channelIds }: { channelIds: readonly string[] }): string | undefined => (channelIds.length === 1 ? channelIds[0] : undefined)

/** The variant of a tile that goes out on a channel. */
export const variantOn = (tile: CalendarTile, channelId: string): string | undefined =>
  tile.entries.find((entry) => entry.channelId === channelId)?.variantId ?? undefined

/** What is to come on a channel and may still move, in order of time. */
export function queueOf(tiles: readonly CalendarTile[], channelId: string, now: string): CalendarTile[] {
  return tiles.filter((tile) => tile.instant > now && tile.entries.some((entry) => entry.channelId === channelId && entry.variantId !== null && !isSettled(entry.state)))
}

export function neighborIn(queue: readonly CalendarTile[], tile: CalendarTile, by: -1 | 1): CalendarTile | undefined {
  const at = queue.indexOf(tile)
  return at === -1 ? undefined : queue[at + by]
}

/** What a tile goes before when it takes the place of another: that one on the way up, the one after it on the way down. */
export function placeInQueue(queue: readonly CalendarTile[], tile: CalendarTile, target: CalendarTile): CalendarTile | undefined {
  const [from, to] = [queue.indexOf(tile), queue.indexOf(target)]
  return from > to ? target : queue[to + 1]
}
