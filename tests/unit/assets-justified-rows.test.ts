import { describe, expect, it } from 'vitest'
import { justifiedRows, rowsHeight } from '../../src/renderer/features/assets/justified-rows.layout'
import { pagedGrid, PAGE_SIZE, pagesBetween, rowsOfPage, tilesWithin, verticalNeighbor } from '../../src/renderer/features/assets/paged-grid.layout'

const size = { width: 1000, rowHeight: 180, gap: 8 }
/** Aspects that repeat nothing for a long while. */
const mixed = (count: number): number[] => Array.from({ length: count }, (_, index) => [1.5, 0.67, 1.33, 1, 1.78, 0.8, 2.4][(index * 5 + (index >> 3)) % 7] ?? 1)
const mixedAt = (index: number): number | undefined => mixed(3000)[index]

describe('justified rows', () => {
  it('lines the edges of every full row up with the width', () => {
    const rows = justifiedRows(mixed(60), size)
    for (const row of rows.slice(0, -1)) {
      const last = row.tiles.at(-1)!
      expect(last.left + last.width).toBe(1000)
    }
  })

  it('keeps the gap between neighbors and the pictures in their order', () => {
    const rows = justifiedRows(mixed(60), size)
    expect(rows.flatMap((row) => row.tiles.map((tile) => tile.index))).toEqual(Array.from({ length: 60 }, (_, index) => index))
    for (const { tiles } of rows) {
      tiles.slice(1).forEach((tile, index) => expect(tile.left - (tiles[index]!.left + tiles[index]!.width)).toBe(8))
    }
  })

  it('gives rows about the wished height and shows pictures whole', () => {
    const aspects = mixed(60)
    for (const row of justifiedRows(aspects, size)) {
      expect(row.height).toBeGreaterThan(180 * 0.7)
      expect(row.height).toBeLessThan(180 * 1.4)
      for (const tile of row.tiles) expect(tile.width / tile.height / aspects[tile.index]!).toBeCloseTo(1, 1)
    }
  })

  it('leaves the last row ragged instead of blowing one picture up', () => {
    const [row] = justifiedRows([1], size)
    expect(row).toMatchObject({ height: 180, tiles: [{ width: 180 }] })
  })

  it('has no rows for no pictures and for no room', () => {
    expect(justifiedRows([], size)).toEqual([])
    expect(justifiedRows([1, 1], { ...size, width: 0 })).toEqual([])
    expect(rowsHeight([])).toBe(0)
  })

  it('fills a block to the pixel and cuts pictures by little', () => {
    const aspects = mixed(PAGE_SIZE)
    const rows = justifiedRows(aspects, size, 0, 3752)
    expect(rowsHeight(rows)).toBe(3752)
    const cuts = rows.flatMap((row) => row.tiles.map((tile) => tile.width / tile.height / aspects[tile.index]!))
    for (const cut of cuts) expect(Math.abs(Math.log(cut))).toBeLessThan(0.2)
  })
})

describe('a grid of many pages', () => {
  it('is as high before its pictures are known as after, the last page aside', () => {
    const before = pagedGrid(100_000, size, () => undefined)
    const after = pagedGrid(100_000, size, (index) => mixedAt(index % 3000))
    expect(after.pageHeight).toBe(before.pageHeight)
    expect(Math.abs(after.height - before.height)).toBeLessThan(before.pageHeight)
  })

  it('puts every page where the arithmetic says, without gaps or overlaps', () => {
    const grid = pagedGrid(3000, size, mixedAt)
    const first = rowsOfPage(grid, 3, mixedAt)
    const next = rowsOfPage(grid, 4, mixedAt)
    const end = first.at(-1)!
    expect(next[0]!.top).toBe(end.top + end.height + 8)
    expect(next[0]!.tiles[0]!.index).toBe(4 * PAGE_SIZE)
  })

  it('knows which pages a stretch touches', () => {
    const grid = pagedGrid(100_000, size, () => undefined)
    expect(pagesBetween(grid, 0, 800, 0)).toEqual([0])
    expect(pagesBetween(grid, grid.pageHeight - 100, grid.pageHeight + 700, 0)).toEqual([0, 1])
    expect(pagesBetween(grid, grid.height - 800, grid.height, 400).at(-1)).toBe(grid.pages - 1)
    expect(pagesBetween(pagedGrid(0, size, () => undefined), 0, 800, 0)).toEqual([])
  })

  it('moves up and down to the picture above or below the middle', () => {
    const rows = justifiedRows([1, 1, 1, 1, 1, 2, 1, 2], { width: 432, rowHeight: 100, gap: 8 })
    expect(verticalNeighbor(rows, 0, -1)).toBe(0)
    const below = verticalNeighbor(rows, 0, 1)
    expect(rows[1]!.tiles[0]!.index).toBe(below)
    expect(verticalNeighbor(rows, below, -1)).toBe(0)
  })

  it('finds what a marquee touches', () => {
    const rows = justifiedRows([1, 1, 1, 1], { width: 424, rowHeight: 100, gap: 8 })
    expect(tilesWithin(rows, { left: 10, top: 10, right: 120, bottom: 20 })).toEqual([0, 1])
    expect(tilesWithin(rows, { left: 10, top: 900, right: 120, bottom: 920 })).toEqual([])
  })
})
