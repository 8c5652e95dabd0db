import type PptxGenJS from 'pptxgenjs'
import type { Tile } from '../../../../../shared/reports/report-data'
import { cleanText, colorOf, type Deck, GROUND, INK, SLIDE, SOFT } from './deck'
import { type Box, inEvenParts, inParts, lineHeight, sizeForLine, textHeight } from './measure'
import type { Piece } from './pages'

const colors: Readonly<Record<Tile['direction'], string>> = { up: '1D5C44', down: 'A3361F', same: SOFT, none: SOFT }
const shapes: Readonly<Record<Tile['direction'], string>> = { up: '▲ ', down: '▼ ', same: '', none: '' }
const GAP = 0.2
const PADDING = 0.2
const [LABEL, CHANGE, NOTE, SMALLEST_VALUE] = [14, 14, 12, 26]

/** Rows of four, three where that leaves no single tile behind. */
const acrossOf = (count: number): number => (count <= 4 ? Math.max(count, 2) : count % 4 === 1 || count % 3 === 0 ? 3 : 4)

const noteHeight = ({ note }: Tile, width: number): number => (note === null ? 0 : textHeight(note, width, NOTE))

/** Of everything in a tile but its value. */
const wordsHeight = (tile: Tile, inner: number): number => textHeight(tile.label, inner, LABEL) + (tile.change === null ? 0 : lineHeight(CHANGE)) + noteHeight(tile, inner)

/** What all tiles of a slide share, so that their words stand on the same lines. */
interface Look {
  /** Size of the values. */
  value: number
  /** From the top of a tile to its words. */
  above: number
}

function lookOf(tiles: readonly Tile[], { w, h }: { w: number; h: number }): Look {
  const inner = w - 2 * PADDING
  const words = Math.max(...tiles.map((tile) => wordsHeight(tile, inner)))
  const largest = Math.max(SMALLEST_VALUE, Math.min(54, Math.floor(((h - 0.26 - words) * 72) / 1.3)))
  const value = Math.min(...tiles.map((tile) => sizeForLine(tile.value, inner, largest, 16)))
  return { value, above: Math.max(0.13, (h - words - lineHeight(value)) / 2) }
}

function addTile(deck: Deck, slide: PptxGenJS.Slide, tile: Tile, box: Box, { value, above }: Look): void {
  slide.addShape('rect', { ...box, fill: { color: GROUND } })
  slide.addShape('rect', { ...box, w: 0.06, fill: { color: colorOf(deck.data.accent) } })
  slide.addText([
    { text: cleanText(tile.label), options: { fontSize: LABEL, color: SOFT, breakLine: true } },
    { text: tile.value, options: { fontSize: value, bold: true, color: tile.raw === null ? SOFT : INK, breakLine: true } },
    ...(tile.change === null ? [] : [{ text: `${shapes[tile.direction]}${tile.change}`, options: { fontSize: CHANGE, color: colors[tile.direction], breakLine: true } }]),
    ...(tile.note === null ? [] : [{ text: cleanText(tile.note), options: { fontSize: NOTE, color: SOFT } }])
  ], { x: box.x + PADDING, y: box.y + above, w: box.w - 2 * PADDING, h: box.h - above, valign: 'top', margin: 0, fit: 'shrink' })
}

/** Key figures in rows of the same height. */
export function tilePieces(deck: Deck, title: string | null, tiles: readonly Tile[]): Piece[] {
  return inEvenParts(tiles, 12).map((part): Piece => {
    const across = acrossOf(part.length)
    const rows = inParts(part, across)
    const width = (SLIDE.inner - (across - 1) * GAP) / across
    const least = Math.max(...part.map((tile) => wordsHeight(tile, width - 2 * PADDING))) + lineHeight(SMALLEST_VALUE) + 0.26
    return {
      title, least: rows.length * least + (rows.length - 1) * GAP, most: rows.length * Math.max(least, rows.length === 1 ? 3.6 : 2.6) + (rows.length - 1) * GAP,
      draw(slide, box) {
        const height = (box.h - (rows.length - 1) * GAP) / rows.length
        const look = lookOf(part, { w: width, h: height })
        rows.forEach((row, y) => row.forEach((tile, x) => addTile(deck, slide, tile, { x: box.x + x * (width + GAP), y: box.y + y * (height + GAP), w: width, h: height }, look)))
      }
    }
  })
}
