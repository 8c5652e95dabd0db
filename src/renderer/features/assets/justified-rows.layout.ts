/** A picture in a grid: where it lies, in pixels from the grid's top left. */
export interface TileBox {
  index: number
  left: number
  top: number
  width: number
  height: number
}

export interface GridRow {
  top: number
  height: number
  tiles: TileBox[]
}

export interface GridSize {
  /** Inner width of the grid, px. */
  width: number
  /** The height a row should have; it differs a little so that the edges line up. */
  rowHeight: number
  gap: number
}

/** Pictures wider or taller than this are cut in the grid, so that one panorama does not take a whole row. */
export const ASPECT_RANGE = { min: 0.5, max: 3.2 } as const
/** What a picture is taken for until it is known. */
export const EXPECTED_ASPECT = 1.4
/** The last row is left ragged rather than stretched beyond this. */
const MAX_STRETCH = 1.25

const clamped = (aspect: number): number => Math.min(Math.max(aspect, ASPECT_RANGE.min), ASPECT_RANGE.max)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The height at which pictures of these aspects fill the width, gaps counted. */
const fillingHeight = (aspects: readonly number[], size: GridSize): number =>
  (size.width - size.gap * (aspects.length - 1)) / sum(aspects)

/** Cuts the list into a number of runs whose sums are as alike as a single pass makes them. */
function evenRuns(aspects: readonly number[], count: number): number[][] {
  const total = sum(aspects)
  const runs: number[][] = []
  let run: number[] = []
  let passed = 0
  aspects.forEach((aspect, index) => {
    const border = (total / count) * (runs.length + 1)
    const left = aspects.length - index
    const closer = Math.abs(passed - border) <= Math.abs(passed + aspect - border)
    const mayBreak = run.length > 0 && runs.length < count - 1
    if (mayBreak && (closer || left <= count - 1 - runs.length)) {
      runs.push(run)
      run = []
    }
    run.push(aspect)
    passed += aspect
  })
  if (run.length > 0) runs.push(run)
  return runs
}

function rowOf(aspects: readonly number[], place: { top: number; height: number; first: number }, size: GridSize, stretch: boolean): GridRow {
  const natural = sum(aspects.map((aspect) => aspect * place.height))
  const room = size.width - size.gap * (aspects.length - 1)
  const factor = stretch ? room / natural : 1
  let left = 0
  const tiles = aspects.map((aspect, offset) => {
    const last = stretch && offset === aspects.length - 1
    const width = last ? size.width - left : Math.min(size.width, Math.round(aspect * place.height * factor))
    const tile = { index: place.first + offset, left, top: place.top, width, height: place.height }
    left += width + size.gap
    return tile
  })
  return { top: place.top, height: place.height, tiles }
}

function stacked(runs: readonly number[][], heights: readonly number[], size: GridSize, first: number, ragged: boolean): GridRow[] {
  const rows: GridRow[] = []
  let top = 0
  let next = first
  runs.forEach((run, index) => {
    const height = heights[index] ?? size.rowHeight
    rows.push(rowOf(run, { top, height, first: next }, size, !(ragged && index === runs.length - 1)))
    top += height + size.gap
    next += run.length
  })
  return rows
}

/** Rows of whole pictures at about the wished height; the last row may end before the edge. */
function freeRows(aspects: readonly number[], size: GridSize, first: number): GridRow[] {
  const perRow = size.width / size.rowHeight
  const runs = evenRuns(aspects, Math.max(1, Math.round(sum(aspects) / perRow)))
  const heights = runs.map((run) => Math.round(fillingHeight(run, size)))
  const limit = Math.round(size.rowHeight * MAX_STRETCH)
  const last = runs.length - 1
  const ragged = (heights[last] ?? 0) > limit
  if (ragged) heights[last] = size.rowHeight
  return stacked(runs, heights, size, first, ragged)
}

/** Rows that fill a block of a given height to the pixel, pictures cut by a few percent where they must. */
function fixedRows(aspects: readonly number[], size: GridSize, first: number, blockHeight: number): GridRow[] {
  const guess = Math.round(sum(aspects) / (size.width / size.rowHeight))
  const counts = [guess - 1, guess, guess + 1].filter((count) => count >= 1 && count <= aspects.length)
  const candidates = counts.map((count) => {
    const runs = evenRuns(aspects, count)
    const natural = runs.map((run) => fillingHeight(run, size))
    const room = blockHeight - size.gap * (runs.length - 1)
    return { runs, natural, factor: room / sum(natural) }
  })
  const misfit = (factor: number): number => Math.abs(Math.log(factor))
  const best = candidates.reduce((one, other) => (misfit(other.factor) < misfit(one.factor) ? other : one))
  const heights = best.natural.map((height) => Math.max(1, Math.round(height * best.factor)))
  const drift = blockHeight - size.gap * (heights.length - 1) - sum(heights)
  heights[heights.length - 1] = (heights.at(-1) ?? 0) + drift
  return stacked(best.runs, heights, size, first, false)
}

/**
 * Justified rows for a run of pictures.
 *
 * @param aspects width divided by height of each picture
 * @param first index of the first picture, carried into the tiles
 * @param blockHeight when given, the rows fill exactly this height
 */
export function justifiedRows(aspects: readonly number[], size: GridSize, first = 0, blockHeight?: number): GridRow[] {
  if (aspects.length === 0 || size.width <= 0) return []
  const shown = aspects.map(clamped)
  return blockHeight === undefined ? freeRows(shown, size, first) : fixedRows(shown, size, first, blockHeight)
}

/** How high a list of rows is, without a gap after the last. */
export function rowsHeight(rows: readonly GridRow[]): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}
