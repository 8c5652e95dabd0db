import type PptxGenJS from 'pptxgenjs'
import type { Block, Card, Tile } from '../../../../../shared/reports/report-data'
import { addSlide, cleanText, colorOf, FONT, inParts, SLIDE, type Deck } from './deck'

const INK = '1C1917'
const SOFT = '57534E'
const colors: Readonly<Record<Tile['direction'], string>> = { up: '1D5C44', down: 'A3361F', same: SOFT, none: SOFT }
const shapes: Readonly<Record<Tile['direction'], string>> = { up: '▲ ', down: '▼ ', same: '', none: '' }

export function tileSlides(deck: Deck, title: string, tiles: readonly Tile[]): void {
  for (const part of inParts(tiles, 8)) {
    const slide = addSlide(deck, title)
    part.forEach(({ label, value, change, direction, note }, index) => {
      const [x, y] = [SLIDE.left + (index % 4) * 3.06, SLIDE.top + Math.floor(index / 4) * 2.6]
      slide.addShape('rect', { x, y, w: 2.9, h: 2.3, fill: { color: 'F5F4F1' } })
      slide.addShape('rect', { x, y, w: 0.05, h: 2.3, fill: { color: colorOf(deck.data.accent) } })
      const runs: PptxGenJS.TextProps[] = [
        { text: cleanText(label), options: { fontSize: 12, color: SOFT, breakLine: true } },
        { text: value, options: { fontSize: 28, bold: true, color: INK, breakLine: true } },
        ...(change === null ? [] : [{ text: `${shapes[direction]}${change}`, options: { fontSize: 12, color: colors[direction], breakLine: true } }]),
        ...(note === null ? [] : [{ text: cleanText(note), options: { fontSize: 10, color: SOFT } }])
      ]
      slide.addText(runs, { x: x + 0.2, y: y + 0.12, w: 2.6, h: 2.06, fontFace: FONT, valign: 'top', margin: 0, fit: 'shrink' })
    })
  }
}

type TableBlock = Extract<Block, { kind: 'table' }>

const ROWS = 13

/** A table that can be edited; a long one goes on to further slides, each with its head. */
export function tableSlides(deck: Deck, title: string, { columns, rows, note }: TableBlock): void {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  for (const part of inParts(rows, ROWS)) {
    const slide = addSlide(deck, title)
    const head = columns.map(({ label, align }): PptxGenJS.TableCell => ({ text: cleanText(label), options: { bold: true, color: SOFT, align, border: [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 1, color: colorOf(deck.data.accent) }, { type: 'none' }] } }))
    const body = part.map((row) => row.map((cell, index): PptxGenJS.TableCell => ({ text: cleanText(cell.text), options: { align: columns[index]?.align ?? 'left', border: [{ type: 'none' }, { type: 'none' }, { type: 'solid', pt: 0.5, color: 'D6D3D1' }, { type: 'none' }] } })))
    slide.addTable([head, ...body], { x: SLIDE.left, y: SLIDE.top, w: SLIDE.inner, colW: columns.map(({ share }) => (share / shares) * SLIDE.inner), fontFace: FONT, fontSize: 11, color: INK, valign: 'middle', rowH: 0.36, margin: 0.05 })
    if (note !== null) slide.addText(cleanText(note), { x: SLIDE.left, y: 6.55, w: SLIDE.inner, h: 0.3, fontFace: FONT, fontSize: 10, color: SOFT, margin: 0 })
  }
}

function addCard(deck: Deck, slide: PptxGenJS.Slide, { picture, title, text, facts, figures }: Card, x: number): void {
  const jpeg = picture ? deck.pictures.get(picture.source) : undefined
  const box = { x, y: SLIDE.top, w: 3.85, h: 2.9 }
  if (picture && jpeg) slide.addImage({ ...box, data: `image/jpeg;base64,${jpeg}`, sizing: { type: 'cover', w: box.w, h: box.h }, altText: cleanText(picture.alt) })
  else slide.addText(cleanText(text), { ...box, fill: { color: 'F5F4F1' }, fontFace: FONT, fontSize: 11, color: SOFT, valign: 'top', margin: 0.15, fit: 'shrink' })
  slide.addText([
    { text: cleanText(facts), options: { fontSize: 10, color: SOFT, breakLine: true } }, { text: cleanText(title), options: { fontSize: 13, bold: true, color: INK, breakLine: true } },
    ...figures.map(({ label, text: figure }): PptxGenJS.TextProps => ({ text: `${cleanText(label)}: ${figure}`, options: { fontSize: 11, color: INK, breakLine: true } }))
  ], { x, y: 4.4, w: 3.85, h: 2.3, fontFace: FONT, valign: 'top', margin: 0, fit: 'shrink' })
}

export function cardSlides(deck: Deck, title: string, cards: readonly Card[]): void {
  for (const part of inParts(cards, 3)) {
    const slide = addSlide(deck, title)
    part.forEach((card, index) => addCard(deck, slide, card, SLIDE.left + index * 4.14))
  }
}
