import { layDay, minutesOf, type LanedEntry, type Placeable, type Placed } from '@shared/calendar'
import type { CalendarTile } from './calendar-tiles.rules'
import type { FreeSpot } from './month-layout.rules'

export const HOUR = 52
export const DAY_HEIGHT = HOUR * 24
export const TILE_HEIGHT = 38
/** Minutes of the day that a tile covers. */
const TILE_MINUTES = ((TILE_HEIGHT + 2) / HOUR) * 60
const LEAST_WIDTH = 66

/** A tile or a free slot in a column that is drawn to scale. */
export interface ColumnItem extends Placeable {
  id: string
  tile?: CalendarTile
  free?: FreeSpot
}

export interface ColumnPlan {
  shown: LanedEntry<ColumnItem>[]
  /** Where tiles had no room side by side: how many, and from which minute on. */
  more: { start: number; count: number; lane: number; lanes: number }[]
}

/** Tiles that begin while another of the heap is still drawn belong to the same heap. */
function heaps(hidden: readonly LanedEntry<ColumnItem>[], lanes: number): ColumnPlan['more'] {
  const more: ColumnPlan['more'] = []
  for (const { start } of [...hidden].sort((a, b) => a.start - b.start)) {
    const last = more.at(-1)
    if (last && start < last.start + TILE_MINUTES) last.count += 1
    else more.push({ start, count: 1, lane: lanes - 1, lanes })
  }
  return more
}

/** A day to scale: tiles side by side as far as the width allows; free slots only where nothing else wants the room. */
export function planColumn(entries: readonly Placed<CalendarTile>[], free: readonly FreeSpot[], width: number): ColumnPlan {
  const most = Math.max(1, Math.floor(width / LEAST_WIDTH))
  const tiles: Placed<ColumnItem>[] = entries.map(({ entry, date, time }) => ({ date, time, entry: { id: entry.id, postId: entry.postId, variantId: entry.variantId, planned: entry.planned, tile: entry } }))
  const taken = entries.map(({ time }) => minutesOf(time))
  const open = free.filter(({ time }) => !taken.some((minutes) => Math.abs(minutes - minutesOf(time)) < TILE_MINUTES))
  const spots: Placed<ColumnItem>[] = open.map((spot) => ({ date: spot.date, time: spot.time, entry: { id: spot.key, postId: spot.key, variantId: null, planned: { instant: spot.key }, free: spot } }))
  const laid = layDay([...tiles, ...spots], TILE_MINUTES)
  const isShown = ({ lane, lanes }: LanedEntry<ColumnItem>): boolean => lanes <= most || lane < most - 1
  const hidden = laid.filter((one) => !isShown(one))
  return {
    shown: laid.filter(isShown).map((one) => (one.lanes > most ? { ...one, lanes: most } : one)),
    more: heaps(hidden, most)
  }
}

export const topOf = (minutes: number): number => (minutes / 60) * HOUR
