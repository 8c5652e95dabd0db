import PptxGenJS from 'pptxgenjs'
import { createReportTranslator } from '../../../../shared/i18n/reports'
import type { Block, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { cardPieces } from './slides/card-piece'
import { chartPieces, isNarrow } from './slides/chart-piece'
import { coverSlide } from './slides/cover-slide'
import { type Deck, newDeck } from './slides/deck'
import { goalPieces, termPieces } from './slides/goal-piece'
import { mendSlides } from './slides/mend-slides'
import { addPages, type Piece, sideBySide, withNote } from './slides/pages'
import { tablePieces } from './slides/table-piece'
import { entryPieces, textPieces } from './slides/text-piece'
import { tilePieces } from './slides/tile-piece'
import type { SlidePictures } from './slide-pictures'

function piecesOf(deck: Deck, block: Block): Piece[] {
  switch (block.kind) {
    case 'tiles':
      return tilePieces(deck, block.title, block.tiles)
    case 'chart':
      return chartPieces(deck, block)
    case 'table':
      return tablePieces(deck, block)
    case 'cards':
      return cardPieces(deck, block.title, block.cards)
    case 'goals':
      return goalPieces(deck, block.goals)
    case 'entries':
      return entryPieces(block.entries)
    case 'terms':
      return termPieces(block.terms)
    case 'cover':
    case 'note':
      return []
  }
}

/** The blocks of a section as pieces: two charts that can be read at half the width stand side by side, gray words stay with what is above them. */
function sectionPieces(deck: Deck, blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const [block, next] = [blocks[index], blocks[index + 1]]
    if (!block) continue
    const last = pieces.at(-1)
    if (block.kind === 'note' && last) pieces[pieces.length - 1] = withNote(last, block.text)
    else if (block.kind === 'chart' && next?.kind === 'chart' && isNarrow(block) && isNarrow(next)) {
      const [left, right] = [...chartPieces(deck, block), ...chartPieces(deck, next)]
      if (left && right) pieces.push(sideBySide(left, right))
      index += 1
    } else pieces.push(...piecesOf(deck, block))
  }
  return pieces
}

function addSection(deck: Deck, section: SectionData): void {
  if (section.kind === 'cover') return coverSlide(deck, section)
  addPages(deck, section.title, [...textPieces(section.text), ...sectionPieces(deck, section.blocks)])
}

/** The report as slides with charts that can be edited. Text is text only; what is longer than a slide goes on to the next. */
export async function writeSlides(data: ReportData, pictures: SlidePictures): Promise<{ content: Buffer; slides: number }> {
  const deck = newDeck(new PptxGenJS(), data, pictures, createReportTranslator(data.language as 'en'))
  for (const section of data.sections) addSection(deck, section)
  const made = (await deck.pptx.write({ outputType: 'nodebuffer' })) as Buffer
  return { content: await mendSlides(made, deck), slides: deck.slides }
}
