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
  /** Widest and narrowest shape that is shown whole; beyond it is cut. */
  aspects?: { min: number; max: number }
}

/** Pictures wider or taller than this are cut in the grid, so that one panorama does not take a whole row. */
export const ASPECT_RANGE = { min: 0.5, max: 3.2 } as const
/** What a picture is taken for until it is known. */
export const EXPECTED_ASPECT = 1.4
/** The last row is left ragged rather than stretched beyond this. */
const MAX_STRETCH = 1.25

const clampedTo = ({ min, max }: { min: number; max: number }) => (aspect: number): number => Math.min(Math.max(aspect, min), max)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The height at which pictures of these aspects fill the width, gaps counted. */
const fillingHeight = (aspects: readonly number[], size: GridSize): number =>
  (size.width - size.gap * (aspects.length - 1)) / sum(aspects)

/** How far a row's height is from what is wished, told the same way for too high and too low. */
const misfit = (height: number, wished: number): number => Math.log(height / wished) ** 2

/** A row is never considered beyond this many times its wished height, either way. */
const FARTHEST = 2.2

/** Cuts the list into rows whose heights are, taken together, as near to the wished height as can be. */
function bestRuns(aspects: readonly number[], size: GridSize, ragged: boolean): number[][] {
  const count = aspects.length
  const sums = aspects.reduce<number[]>((all, aspect) => [...all, (all.at(-1) ?? 0) + aspect], [0])
  const cost = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Array<number>(count + 1).fill(0)
  cost[0] = 0
  for (let end = 1; end <= count; end += 1) {
    for (let start = end - 1; start >= 0; start -= 1) {
      const width = (sums[end] ?? 0) - (sums[start] ?? 0)
      const height = (size.width - size.gap * (end - start - 1)) / width
      const short = ragged && end === count && height > size.rowHeight
      const own = short ? 0 : misfit(Math.max(1, height), size.rowHeight)
      const sum = (cost[start] ?? Number.POSITIVE_INFINITY) + own
      if (sum < (cost[end] ?? 0)) {
        cost[end] = sum
        from[end] = start
      }
      if (height < size.rowHeight / FARTHEST) break
    }
  }
  const runs: number[][] = []
  for (let end = count; end > 0; end = from[end] ?? 0) runs.unshift(aspects.slice(from[end] ?? 0, end))
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
  const runs = bestRuns(aspects, size, true)
  const heights = runs.map((run) => Math.round(fillingHeight(run, size)))
  const last = runs.length - 1
  const ragged = (heights[last] ?? 0) > size.rowHeight * MAX_STRETCH
  if (ragged) heights[last] = size.rowHeight
  return stacked(runs, heights, size, first, ragged)
}

/** Wished heights tried, as shares of the real one, until the rows fill a block nearly by themselves. */
const TRIED = [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.16, 1.24]

/** Rows that fill a block of a given height to the pixel, pictures cut by a few percent where they must. */
function fixedRows(aspects: readonly number[], size: GridSize, first: number, blockHeight: number): GridRow[] {
  const candidates = TRIED.map((share) => {
    const runs = bestRuns(aspects, { ...size, rowHeight: size.rowHeight * share }, false)
    const natural = runs.map((run) => fillingHeight(run, size))
    const room = blockHeight - size.gap * (runs.length - 1)
    return { runs, natural, factor: room / sum(natural) }
  })
  const best = candidates.reduce((one, other) => (misfit(other.factor, 1) < misfit(one.factor, 1) ? other : one))
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
  const shown = aspects.map(clampedTo(size.aspects ?? ASPECT_RANGE))
  return blockHeight === undefined ? freeRows(shown, size, first) : fixedRows(shown, size, first, blockHeight)
}

/** How high a list of rows is, without a gap after the last. */
export function rowsHeight(rows: readonly GridRow[]): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}
