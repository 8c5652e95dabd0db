/** A picture of the contact sheet, before it has a place. */
export interface SheetPicture {
  /** Pixels of the rendition. */
  width: number
  height: number
}

export interface PlacedPicture<P extends SheetPicture> {
  picture: P
  /** Millimeters on the page. */
  width: number
  height: number
  /** Millimeters of the column, which also holds the words below the picture. */
  column: number
}

export interface SheetMeasures {
  /** Millimeters: the width of a row, the tallest and widest picture, the narrowest column of words, the gap between columns. */
  row: number
  tallest: number
  widest: number
  words: number
  gap: number
  /** No picture is smaller than this on its longer side: an avatar must still be seen. */
  smallest: number
}

export const sheetMeasures: SheetMeasures = { row: 186, tallest: 42, widest: 58, words: 32, gap: 4.5, smallest: 12 }

/** Pictures may be so much smaller or larger than planned to fill their rows. */
const SCALES = { least: 0.72, most: 1.3, steps: 58 }
/** Millimeters that words take below a row. */
const WORDS_HEIGHT = 14
/** How much large pictures are worth against a short sheet: at this, size alone decides nothing, and full rows win. */
const WORTH_OF_SIZE = 1.6

/** Millimeters of one pixel at most, about 230 dots an inch: a small picture is not blown up. */
const COARSEST = 0.11

/** Millimeters a pixel for pictures that are shown together, so that sizes can be compared by eye. */
function scaleOf(pictures: readonly SheetPicture[], { tallest, widest }: SheetMeasures): number {
  const scales = pictures.map(({ width, height }) => Math.min(tallest / height, widest / width))
  return Math.min(COARSEST, ...scales)
}

function wrapOne<P extends SheetPicture>(pictures: readonly P[], scale: number, measures: SheetMeasures): PlacedPicture<P>[][] {
  const rows: PlacedPicture<P>[][] = []
  let used = Infinity
  for (const picture of pictures) {
    const grown = Math.max(scale, measures.smallest / Math.max(picture.width, picture.height))
    const width = picture.width * grown
    const column = Math.max(width, measures.words)
    if (used + measures.gap + column > measures.row) {
      rows.push([])
      used = -measures.gap
    }
    rows.at(-1)?.push({ picture, width, height: picture.height * grown, column })
    used += measures.gap + column
  }
  return rows
}

/** Fewer pictures than this share their row with the next group. */
const ENOUGH_FOR_ROWS = 3

/** Small groups are joined, so that one picture in each of ten placements does not take ten rows. */
function joinSmall<P>(groups: readonly (readonly P[])[]): P[][] {
  const joined: P[][] = []
  let open = false
  for (const group of groups) {
    const small = group.length < ENOUGH_FOR_ROWS
    if (small && open) joined.at(-1)?.push(...group)
    else joined.push([...group])
    open = small
  }
  return joined
}

function heightOf(rows: PlacedPicture<SheetPicture>[][]): number {
  return rows.reduce((sum, row) => sum + WORDS_HEIGHT + Math.max(...row.map(({ height }) => height)), 0)
}

/**
 * True to scale among each other, wrapped into rows like words, in the size that fills the rows best. A group of
 * pictures (a placement) begins a row of its own.
 */
export function layRows<P extends SheetPicture>(groups: readonly (readonly P[])[], measures: SheetMeasures = sheetMeasures): PlacedPicture<P>[][] {
  const parts = joinSmall(groups)
  const planned = scaleOf(groups.flat(), measures)
  let best: { rows: PlacedPicture<P>[][]; worth: number } | undefined
  for (let step = 0; step <= SCALES.steps; step += 1) {
    const factor = SCALES.least + ((SCALES.most - SCALES.least) * step) / SCALES.steps
    const rows = parts.flatMap((part) => wrapOne(part, planned * factor, measures))
    const worth = factor ** WORTH_OF_SIZE / heightOf(rows)
    if (!best || worth > best.worth) best = { rows, worth }
  }
  return best?.rows ?? []
}
