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

export const sheetMeasures: SheetMeasures = { row: 186, tallest: 58, widest: 76, words: 33, gap: 5, smallest: 13 }

/** Millimeters a pixel for pictures that are shown together, so that sizes can be compared by eye. */
function scaleOf(pictures: readonly SheetPicture[], { tallest, widest }: SheetMeasures): number {
  const scales = pictures.map(({ width, height }) => Math.min(tallest / height, widest / width))
  return Math.min(...scales)
}

/** True to scale among each other, wrapped into rows like words. */
export function layRows<P extends SheetPicture>(pictures: readonly P[], measures: SheetMeasures = sheetMeasures): PlacedPicture<P>[][] {
  const scale = scaleOf(pictures, measures)
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
