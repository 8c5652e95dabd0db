import type PptxGenJS from 'pptxgenjs'
import type { Goal, Term } from '../../../../../shared/reports/report-data'
import { cleanText, colorOf, type Deck, INK, ROOM, RULE, SLIDE, SOFT } from './deck'
import { type Box, inEvenParts, textHeight } from './measure'
import type { Piece } from './pages'

function addGoal({ data }: Deck, slide: PptxGenJS.Slide, { name, status, percent, progress, facts }: Goal, { x, y, w, h }: Box): void {
  const large = h > 1.2
  const bar = { x, y: y + (large ? 0.55 : 0.45), w, h: large ? 0.2 : 0.14 }
  slide.addText(cleanText(name), { x, y, w: w - 2, h: bar.y - y - 0.06, fontSize: large ? 20 : 16, bold: true, color: INK, valign: 'bottom', margin: 0, fit: 'shrink' })
  slide.addText(percent, { x: x + w - 1.9, y, w: 1.9, h: bar.y - y - 0.06, fontSize: large ? 24 : 18, bold: true, align: 'right', valign: 'bottom', color: colorOf(data.accent), margin: 0 })
  slide.addShape('rect', { ...bar, fill: { color: RULE } })
  if (progress !== null && progress > 0) slide.addShape('rect', { ...bar, w: w * Math.min(1, progress), fill: { color: colorOf(data.accent) } })
  slide.addText(cleanText(`${status} · ${facts}`), { x, y: bar.y + bar.h + 0.06, w, h: 0.34, fontSize: 14, color: SOFT, valign: 'top', margin: 0, fit: 'shrink' })
}

/** Goals with the part of the way that is done, as bars. */
export const goalPieces = (deck: Deck, goals: readonly Goal[]): Piece[] =>
  inEvenParts(goals, 5).map((part): Piece => ({
    title: null, least: part.length * 1.05, most: Math.min(ROOM, part.length * 1.6),
    draw: (slide, box) => part.forEach((goal, index) => addGoal(deck, slide, goal, { ...box, y: box.y + (index * box.h) / part.length, h: box.h / part.length }))
  }))

const TERM_SIZES = [16, 14, 12] as const
const GUTTER = 0.5
const COLUMN = (SLIDE.inner - GUTTER) / 2
const wordsOf = ({ term, text, formula }: Term): string => `${term}: ${formula === null ? text : `${text} ${formula}`}`
const termsHeight = (terms: readonly Term[], points: number): number => terms.reduce((sum, term) => sum + textHeight(wordsOf(term), COLUMN, points) + 0.11, 0)

/** The place that parts terms into two columns of nearly the same height. */
function halfOf(terms: readonly Term[], points: number): number {
  const whole = termsHeight(terms, points)
  return Math.max(1, terms.findIndex((_, index) => termsHeight(terms.slice(0, index), points) >= whole / 2))
}

const columnsOf = (terms: readonly Term[], points: number): [readonly Term[], readonly Term[]] => [terms.slice(0, halfOf(terms, points)), terms.slice(halfOf(terms, points))]
const columnHeight = (terms: readonly Term[], points: number): number => Math.max(...columnsOf(terms, points).map((column) => termsHeight(column, points)))

/** What the figures mean, in two columns. */
export function termPieces(terms: readonly Term[]): Piece[] {
  const room = ROOM - 0.4
  const perSlide = columnHeight(terms, 12) <= room ? terms.length : Math.max(2, Math.floor((terms.length * room) / columnHeight(terms, 12)) - 1)
  return inEvenParts(terms, perSlide).map((part): Piece => ({
    title: null, least: columnHeight(part, 12), most: Math.min(room, columnHeight(part, 16)),
    draw(slide, box) {
      const points = TERM_SIZES.find((size) => columnHeight(part, size) <= box.h + 0.01) ?? 12
      columnsOf(part, points).forEach((column, index) => {
        if (column.length === 0) return
        const runs = column.flatMap(({ term, text, formula }): PptxGenJS.TextProps[] => [
          { text: `${cleanText(term)}: `, options: { bold: true } }, { text: cleanText(formula === null ? text : `${text} ${formula}`), options: { breakLine: true } }
        ])
        slide.addText(runs, { ...box, x: box.x + index * (COLUMN + GUTTER), w: COLUMN, fontSize: points, color: INK, valign: 'top', margin: 0, paraSpaceAfter: 8, fit: 'shrink' })
      })
    }
  }))
}
