import { dropOnDay, dropOnTime, shiftDays, type PlannedTime as MovedTime } from '@shared/calendar'
import { daysBetween, wallTimeOf, type PlainDate } from '@shared/time'
import type { CalendarTile } from './calendar-tiles.rules'

/** Where something is put: a day, and a time of it in the views that are drawn to scale. */
export interface Spot {
  day: PlainDate
  time: string | null
}

export const targetOf = ({ planned }: CalendarTile, { day, time }: Spot, zone: string): MovedTime =>
  time === null ? dropOnDay(planned, day, zone).to : dropOnTime(planned, { date: day, time }, zone).to

/** Where a tile goes when one of several is let go: the grabbed one there, each other as many days on. */
export function goalOf(tile: CalendarTile, grabbed: CalendarTile, spot: Spot, zone: string): MovedTime {
  if (tile.id === grabbed.id) return targetOf(tile, spot, zone)
  return shiftDays(tile.planned, daysBetween(wallTimeOf(grabbed.instant, zone).date, spot.day)).to
}

/** A copy of each post. One that stands at two times is copied once: to where it was grabbed, else from its earlier time. */
export function copiesTo(tiles: readonly CalendarTile[], grabbed: CalendarTile, spot: Spot, zone: string): { postId: string; to: MovedTime }[] {
  const ordered = [grabbed, ...tiles.filter(({ id }) => id !== grabbed.id).toSorted((a, b) => (a.instant < b.instant ? -1 : 1))]
  const first = new Map<string, CalendarTile>()
  for (const tile of ordered) if (!first.has(tile.postId)) first.set(tile.postId, tile)
  return [...first.values()].map((tile) => ({ postId: tile.postId, to: goalOf(tile, grabbed, spot, zone) }))
}
