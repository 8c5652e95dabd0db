import type { Placeable, Placed } from './placing'

/** Where a tile stands in a day that is drawn to scale. */
export interface LanedEntry<E extends Placeable> {
  placed: Placed<E>
  /** Minutes after midnight on the clock. */
  start: number
  /** Tiles that would cover each other stand side by side: this is lane `lane` of `lanes`, from 0. */
  lane: number
  lanes: number
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** `HH:MM` of minutes after midnight, kept within the day. */
export function clockTimeOf(minutes: number): string {
  const within = Math.min(Math.max(Math.round(minutes), 0), 24 * 60 - 1)
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/**
 * Tiles of one day side by side where they would overlap.
 *
 * @param entries of one day, in any order
 * @param tileMinutes how much of the day's height a tile takes
 */
export function layDay<E extends Placeable>(entries: readonly Placed<E>[], tileMinutes: number): LanedEntry<E>[] {
  // The clock orders them, not the instant: the hour that comes twice is drawn once.
  const tiles = entries.map(placed => ({ placed, start: minutesOf(placed.time), lane: 0, lanes: 1 })).sort((a, b) => a.start - b.start)
  let group: LanedEntry<E>[] = []
  let ends: number[] = []
  const close = (): void => {
    for (const tile of group) tile.lanes = ends.length
    group = []
    ends = []
  }
  for (const tile of tiles) {
    if (ends.every(end => end <= tile.start)) close()
    const free = ends.findIndex(end => end <= tile.start)
    tile.lane = free === -1 ? ends.length : free
    ends[tile.lane] = tile.start + tileMinutes
    group.push(tile)
  }
  close()
  return tiles
}
