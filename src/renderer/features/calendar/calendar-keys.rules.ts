import { addDays, type PlainDate } from '@shared/time'

/** Where the keyboard is: on a tile of a day, or on the day itself. */
export interface KeyPlace {
  day: PlainDate
  id: string | undefined
}

type TilesOf = (day: PlainDate) => readonly string[]

const DOWN: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }
const ACROSS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }

/** On another day: the tile at the same height, or the day itself where it has none. */
function landOn(day: PlainDate, tiles: readonly string[], index: number): KeyPlace {
  return { day, id: tiles[Math.min(Math.max(index, 0), tiles.length - 1)] }
}

/**
 * Where an arrow key leads among days.
 *
 * @param rowDays days between a day and the one drawn below it; 0 where days have no row below
 * @returns undefined for other keys
 */
export function moveAmongDays(key: string, { day, id }: KeyPlace, tilesOf: TilesOf, rowDays: number): KeyPlace | undefined {
  const tiles = tilesOf(day)
  const index = id === undefined ? -1 : tiles.indexOf(id)
  const across = ACROSS[key]
  if (across !== undefined) {
    const next = addDays(day, across)
    return landOn(next, tilesOf(next), index)
  }
  const down = DOWN[key]
  if (down === undefined) return undefined
  const beside = tiles[index + down]
  if (beside !== undefined && (index >= 0 || down === 1)) return { day, id: beside }
  if (rowDays === 0) return { day, id }
  const next = addDays(day, down * rowDays)
  const there = tilesOf(next)
  return landOn(next, there, down === 1 ? 0 : there.length - 1)
}

/** Where an arrow key leads among columns of tiles, as on a board; a list is one column. */
export function moveAmongColumns(key: string, id: string | undefined, columns: readonly (readonly string[])[]): string | undefined {
  const from = columns.findIndex((column) => id !== undefined && column.includes(id))
  if (from === -1) return key in DOWN || key in ACROSS ? columns.find((column) => column.length > 0)?.[0] : undefined
  const column = columns[from] ?? []
  const index = column.indexOf(id ?? '')
  const down = DOWN[key]
  if (down !== undefined) return column[index + down] ?? id
  if (key === 'Home') return column[0]
  if (key === 'End') return column.at(-1)
  const across = ACROSS[key]
  if (across === undefined) return undefined
  for (let at = from + across; at >= 0 && at < columns.length; at += across) {
    const there = columns[at] ?? []
    if (there.length > 0) return there[Math.min(index, there.length - 1)]
  }
  return id
}
