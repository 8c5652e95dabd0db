import type PptxGenJS from 'pptxgenjs'
import type { Block, Cell, Column } from '../../../../../shared/reports/report-data'
import { cleanText, colorOf, type Deck, INK, ROOM, RULE, SLIDE, SOFT } from './deck'
import { type Box, inEvenParts, lineHeight, linesOf } from './measure'
import { type Piece, withNote } from './pages'

type TableBlock = Extract<Block, { kind: 'table' }>

/** Sizes of words, the first that fits is taken. */
const SIZES = [16, 14, 12] as const
const PADDING: Readonly<Record<number, number>> = { 16: 0.22, 14: 0.19, 12: 0.13 }
const MARGIN = 0.06

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

interface Laid {
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** Of the longest word of each column, which is never broken in two unless it is endless. */
function wordWidths({ columns, rows }: Laid, points: number): number[] {
  const longest = (text: string): number => Math.max(...text.split(/[\s-]+/).map((word) => Math.min(24, word.length)))
  return columns.map(({ label }, index) => (Math.max(longest(label) * 1.1, ...rows.map((row) => longest(row[index]?.text ?? ''))) * 0.56 * points) / 72 + 2 * MARGIN)
}

/** Widths of columns by their shares, no column narrower than its longest word while there is room. */
function widthsOf(laid: Laid, width: number, points: number): number[] {
  const shares = sum(laid.columns.map(({ share }) => share))
  const wanted = laid.columns.map(({ share }) => (share / shares) * width)
  const needed = wordWidths(laid, points)
  const lacking = sum(wanted.map((one, index) => Math.max(0, (needed[index] ?? 0) - one)))
  const spare = sum(wanted.map((one, index) => Math.max(0, one - (needed[index] ?? 0))))
  if (lacking > spare || lacking === 0) return wanted
  return wanted.map((one, index) => Math.max(needed[index] ?? 0, one - (Math.max(0, one - (needed[index] ?? 0)) * lacking) / spare))
}

const holdsWords = (laid: Laid, width: number, points: number): boolean => sum(wordWidths(laid, points)) <= width

/** Heights of head and rows at a size, by the longest cell of each. */
function rowHeights(laid: Laid, width: number, points: number): number[] {
  const widths = widthsOf(laid, width, points).map((one) => one - 2 * MARGIN)
  const most = (texts: readonly string[], size: number): number => Math.max(1, ...texts.map((text, index) => linesOf(text, widths[index] ?? 1, size)))
  const pad = PADDING[points] ?? 0.13
  return [laid.columns.map(({ label }) => label), ...laid.rows.map((row) => row.map(({ text }) => text))].map((texts, index) => most(texts, index === 0 ? points * 1.06 : points) * lineHeight(points) + pad)
}

const heightAt = (laid: Laid, points: number): number => sum(rowHeights(laid, SLIDE.inner, points))

function drawTable(deck: Deck, laid: Laid & { sizes: readonly number[] }, slide: PptxGenJS.Slide, box: Box): void {
  const points = laid.sizes.find((size) => sum(rowHeights(laid, box.w, size)) <= box.h + 0.01 && holdsWords(laid, box.w, size)) ?? 12
  const heights = rowHeights(laid, box.w, points)
  const stretch = Math.max(1, Math.min(1.25, box.h / sum(heights)))
  const under = (pt: number, color: string): PptxGenJS.TableCellProps['border'] => [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt, color }, { type: 'none' }]
  const head = laid.columns.map(({ label, align }): PptxGenJS.TableCell => ({ text: cleanText(label), options: { bold: true, color: SOFT, align, valign: 'bottom', border: under(1.25, colorOf(deck.data.accent)) } }))
  const body = laid.rows.map((row) => row.map((cell, index): PptxGenJS.TableCell => ({ text: cleanText(cell.text), options: { align: laid.columns[index]?.align ?? 'left', border: under(0.5, RULE) } })))
  slide.addTable([head, ...body], { x: box.x, y: box.y, w: box.w, colW: widthsOf(laid, box.w, points), fontSize: points, color: INK, valign: 'middle', rowH: heights.map((height) => height * stretch), margin: MARGIN })
}

/** Parts that each fit a slide at the smallest size, of nearly the same length where rows are of the same height. */
function chunksOf({ columns, rows }: TableBlock, room: number): TableBlock['rows'][] {
  const [head = 0.4, ...heights] = rowHeights({ columns, rows }, SLIDE.inner, 12)
  if (head + sum(heights) <= room) return [rows]
  const full: TableBlock['rows'][] = [[]]
  let used = head
  rows.forEach((row, index) => {
    const height = heights[index] ?? 0.3
    if (used + height > room && full.at(-1)?.length) {
      full.push([])
      used = head
    }
    full.at(-1)?.push(row)
    used += height
  })
  const even = inEvenParts(rows, Math.ceil(rows.length / full.length))
  return even.every((part) => heightAt({ columns, rows: part }, 12) <= room) ? even : full
}

/** A table that can be edited; a long one goes on to further slides, each with its head. */
export function tablePieces(deck: Deck, block: TableBlock): Piece[] {
  const room = ROOM - (block.note === null ? 0 : 0.4)
  const chunks = chunksOf(block, room)
  // What goes on over several slides has one size on all of them.
  const sizes = chunks.length > 1 ? [12] : SIZES
  return chunks.map((rows) => {
    const laid: Laid = { columns: block.columns, rows }
    const piece: Piece = {
      title: block.title, least: Math.min(room, heightAt(laid, 12)), most: Math.min(room, heightAt(laid, sizes[0] ?? 12) * 1.25),
      draw: (slide, box) => drawTable(deck, { ...laid, sizes }, slide, box)
    }
    return withNote(piece, block.note)
  })
}
