import { EXPECTED_ASPECT, justifiedRows, rowsHeight, type GridRow, type GridSize, type TileBox } from './justified-rows.layout'

/** Pictures are fetched and laid out by pages of this many. */
export const PAGE_SIZE = 120

/** The whole grid as arithmetic: no picture has to be known to say how high it is. */
export interface PagedGrid {
  size: GridSize
  total: number
  pages: number
  /** Height of every page but the last, px, without the gap below it. */
  pageHeight: number
  height: number
}

type AspectOf = (index: number) => number | undefined

const aspectsOf = (first: number, count: number, aspectOf: AspectOf): number[] =>
  Array.from({ length: count }, (_, offset) => aspectOf(first + offset) ?? EXPECTED_ASPECT)

/** Height that a page takes when its pictures are of the expected shape. */
function expectedPageHeight(size: GridSize): number {
  const perRow = size.width / size.rowHeight
  const rows = Math.max(1, Math.round((PAGE_SIZE * EXPECTED_ASPECT) / perRow))
  return Math.round(rows * size.rowHeight + (rows - 1) * size.gap)
}

/**
 * The arithmetic of a grid of `total` pictures. Every page but the last has one height, whatever its pictures are, so that
 * nothing moves when they arrive; the last page is as high as its rows.
 */
export function pagedGrid(total: number, size: GridSize, aspectOf: AspectOf): PagedGrid {
  const pages = Math.ceil(total / PAGE_SIZE)
  const pageHeight = expectedPageHeight(size)
  if (pages === 0) return { size, total, pages, pageHeight, height: 0 }
  const first = (pages - 1) * PAGE_SIZE
  const last = rowsHeight(justifiedRows(aspectsOf(first, total - first, aspectOf), size, first))
  return { size, total, pages, pageHeight, height: (pages - 1) * (pageHeight + size.gap) + last }
}

/** Rows of one page, placed in the grid. */
export function rowsOfPage(grid: PagedGrid, page: number, aspectOf: AspectOf): GridRow[] {
  const first = page * PAGE_SIZE
  const count = Math.min(PAGE_SIZE, grid.total - first)
  const last = page === grid.pages - 1
  const top = page * (grid.pageHeight + grid.size.gap)
  const rows = justifiedRows(aspectsOf(first, count, aspectOf), grid.size, first, last ? undefined : grid.pageHeight)
  return rows.map((row) => ({ ...row, top: row.top + top, tiles: row.tiles.map((tile) => ({ ...tile, top: tile.top + top })) }))
}

/** Pages that touch a stretch of the grid, with `margin` px more at both ends. */
export function pagesBetween(grid: PagedGrid, top: number, bottom: number, margin: number): number[] {
  if (grid.pages === 0) return []
  const step = grid.pageHeight + grid.size.gap
  const limit = (page: number): number => Math.min(Math.max(page, 0), grid.pages - 1)
  const from = limit(Math.floor((top - margin) / step))
  const to = limit(Math.floor((bottom + margin) / step))
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE)

/** The tile above or below a tile: the one whose middle is nearest, in the next row that has any. */
export function verticalNeighbor(rows: readonly GridRow[], index: number, direction: -1 | 1): number {
  const at = rows.findIndex((row) => row.tiles.some((tile) => tile.index === index))
  const tile = rows[at]?.tiles.find((candidate) => candidate.index === index)
  const next = rows[at + direction]
  if (!tile || !next) return index
  const middle = tile.left + tile.width / 2
  const away = (candidate: TileBox): number => Math.abs(candidate.left + candidate.width / 2 - middle)
  return next.tiles.reduce((one, other) => (away(other) < away(one) ? other : one)).index
}

/** Tiles that a marquee touches. */
export function tilesWithin(rows: readonly GridRow[], area: { left: number; top: number; right: number; bottom: number }): number[] {
  return rows
    .filter((row) => row.top < area.bottom && row.top + row.height > area.top)
    .flatMap((row) => row.tiles)
    .filter((tile) => tile.left < area.right && tile.left + tile.width > area.left)
    .map((tile) => tile.index)
}
