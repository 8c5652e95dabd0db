import type PptxGenJS from 'pptxgenjs'
import type { Card } from '../../../../../shared/reports/report-data'
import { cleanText, type Deck, GROUND, INK, ROOM, SOFT } from './deck'
import { type Box, inEvenParts } from './measure'
import type { Piece } from './pages'

const WIDTH = 3.85
/** Of the picture of a card, in inches: four to three, as pictures are cut for it. */
export const CARD_PICTURE = { w: WIDTH, h: (WIDTH * 3) / 4 }

function addCard({ pictures }: Deck, slide: PptxGenJS.Slide, { picture, title, text, facts, figures }: Card, { x, y, h }: Box): void {
  const shown = picture ? pictures.get(picture.source) : undefined
  const place = { x, y, ...CARD_PICTURE }
  if (picture && shown) slide.addImage({ ...place, data: shown.data, altText: cleanText(picture.alt) })
  else slide.addText(cleanText(text), { ...place, fill: { color: GROUND }, fontSize: 14, color: SOFT, valign: 'top', margin: 12, fit: 'shrink' })
  slide.addText([
    { text: cleanText(facts), options: { fontSize: 12, color: SOFT, breakLine: true } },
    ...(title === '' ? [] : [{ text: cleanText(title), options: { fontSize: 16, bold: true, color: INK, breakLine: true } }]),
    ...figures.flatMap(({ label, text: figure }): PptxGenJS.TextProps[] => [
      { text: `${cleanText(label)}: `, options: { fontSize: 14, color: SOFT } }, { text: figure, options: { fontSize: 14, bold: true, color: INK, breakLine: true } }
    ])
  ], { x, y: y + CARD_PICTURE.h + 0.15, w: WIDTH, h: h - CARD_PICTURE.h - 0.15, valign: 'top', margin: 0, paraSpaceAfter: 3, fit: 'shrink' })
}

/** Posts with their pictures, three a slide. */
export const cardPieces = (deck: Deck, title: string | null, cards: readonly Card[]): Piece[] =>
  inEvenParts(cards, 3).map((part): Piece => ({
    title, least: ROOM, most: ROOM,
    draw: (slide, box) => part.forEach((card, index) => addCard(deck, slide, card, { ...box, x: box.x + index * (WIDTH + 0.29), w: WIDTH }))
  }))
