import type PptxGenJS from 'pptxgenjs'
import { addSlide, cleanText, type Deck, INK, ROOM, SLIDE, SOFT } from './deck'
import { type Box, textHeight } from './measure'

/** Something of a section that stands on a slide over its whole width, between the two heights that it can use. */
export interface Piece {
  title: string | null
  least: number
  most: number
  draw(slide: PptxGenJS.Slide, box: Box): void
}

const GAP = 0.22
const HEADING = 0.4

const headed = ({ title }: Piece, alone: boolean): number => (title === null || alone ? 0 : HEADING)
const heightOf = (pieces: readonly Piece[], side: 'least' | 'most'): number =>
  pieces.reduce((sum, piece) => sum + piece[side] + headed(piece, pieces.length === 1), 0) + (pieces.length - 1) * GAP

/** What is left empty of a slide, as a share, squared: two half full slides are better than a full one and an empty one. */
const emptiness = (pieces: readonly Piece[]): number => Math.max(0, (ROOM - heightOf(pieces, 'most')) / ROOM) ** 2

/** Pieces in their order on as few slides as hold them, and among these so that none is left nearly empty. */
export function inSlides(pieces: readonly Piece[]): Piece[][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= pieces.length; end += 1) {
    const options = Array.from({ length: end }, (_, from) => {
      const page = pieces.slice(from, end)
      const fits = page.length === 1 || heightOf(page, 'least') <= ROOM
      return { from, cost: fits ? (best[from]?.cost ?? 0) + 1 + emptiness(page) / (pieces.length + 1) : Infinity }
    })
    best.push(options.reduce((a, b) => (b.cost < a.cost ? b : a)))
  }
  const slides: Piece[][] = []
  for (let end = pieces.length; end > 0; end = best[end]?.from ?? 0) slides.unshift(pieces.slice(best[end]?.from ?? 0, end))
  return slides
}

/** Heights of the pieces of a slide: what is over after the least goes to those that can use it, evenly. */
export function heightsOf(pieces: readonly Piece[]): number[] {
  const heights = pieces.map(({ least }) => least)
  let over = ROOM - heightOf(pieces, 'least')
  for (let round = 0; round < pieces.length && over > 0.01; round += 1) {
    const open = pieces.flatMap(({ most }, index) => ((heights[index] ?? 0) < most - 0.001 ? [index] : []))
    if (open.length === 0) break
    const each = over / open.length
    for (const index of open) {
      const more = Math.min(each, (pieces[index]?.most ?? 0) - (heights[index] ?? 0))
      heights[index] = (heights[index] ?? 0) + more
      over -= more
    }
  }
  return heights
}

/** The slides of a section. A piece that stands alone gives its title to the slide. */
export function addPages(deck: Deck, title: string, pieces: readonly Piece[]): void {
  for (const page of inSlides(pieces)) {
    const [first] = page
    const alone = page.length === 1
    const slide = addSlide(deck, alone && first?.title ? `${title}: ${first.title}` : title)
    const heights = heightsOf(page)
    let y = SLIDE.top
    page.forEach((piece, index) => {
      const head = headed(piece, alone)
      if (head > 0) slide.addText(cleanText(piece.title ?? ''), { x: SLIDE.left, y, w: SLIDE.inner, h: 0.34, fontSize: 16, bold: true, color: INK, valign: 'middle', margin: 0 })
      piece.draw(slide, { x: SLIDE.left, y: y + head, w: SLIDE.inner, h: heights[index] ?? piece.least })
      y += head + (heights[index] ?? piece.least) + GAP
    })
  }
}

const NOTE = 12

/** A piece with gray words under it, which never stand on another slide. */
export function withNote(piece: Piece, note: string | null): Piece {
  if (!note) return piece
  const words = cleanText(note)
  const height = textHeight(words, SLIDE.inner, NOTE) + 0.1
  return {
    ...piece, least: piece.least + height, most: piece.most + height,
    draw(slide, box) {
      piece.draw(slide, { ...box, h: box.h - height })
      slide.addText(words, { x: box.x, y: box.y + box.h - height + 0.1, w: box.w, h: height - 0.1, fontSize: NOTE, color: SOFT, valign: 'top', margin: 0, fit: 'shrink' })
    }
  }
}

/** Two pieces side by side, each with its title above it. */
export function sideBySide(left: Piece, right: Piece): Piece {
  const GUTTER = 0.4
  return {
    title: null, least: Math.max(left.least, right.least) + HEADING, most: Math.max(left.most, right.most) + HEADING,
    draw(slide, box) {
      const w = (box.w - GUTTER) / 2
      for (const [index, piece] of [left, right].entries()) {
        const x = box.x + index * (w + GUTTER)
        slide.addText(cleanText(piece.title ?? ''), { x, y: box.y, w, h: 0.34, fontSize: 16, bold: true, color: INK, valign: 'middle', margin: 0, fit: 'shrink' })
        piece.draw(slide, { x, y: box.y + HEADING, w, h: box.h - HEADING })
      }
    }
  }
}
