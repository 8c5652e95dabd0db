import type PptxGenJS from 'pptxgenjs'
import { plainLines, type RichText, type TextRun } from '../../../../../shared/features/reports/rich-text'
import type { Entry } from '../../../../../shared/reports/report-data'
import { cleanText, INK, ROOM, SLIDE, SOFT } from './deck'
import { textHeight } from './measure'
import type { Piece } from './pages'

/** Runs that make one paragraph; the last ends it. */
type Paragraph = PptxGenJS.TextProps[]

const SIZES = [24, 20, 18, 16, 14] as const
const SPACE = 8
/** Signs that a paragraph has at most: a longer one is parted between words, so that it can go on on the next slide. */
const LONGEST = 700

const textOf = (paragraph: Paragraph): string => paragraph.map(({ text = '' }) => text).join('')
const heightAt = (paragraphs: readonly Paragraph[], points: number): number =>
  paragraphs.reduce((sum, paragraph) => sum + textHeight(textOf(paragraph), SLIDE.inner - 0.4, points) + SPACE / 72, 0)

/** Words of runs, in paragraphs none of which is longer than it may be. */
function parted(runs: readonly TextRun[]): TextRun[][] {
  const parts: TextRun[][] = [[]]
  let signs = 0
  for (const { text, bold } of runs) {
    for (const word of text.match(/\s*\S{1,200}|\s+/g) ?? []) {
      if (signs + word.length > LONGEST) {
        parts.push([])
        signs = 0
      }
      const last = parts.at(-1)?.at(-1)
      if (last?.bold === bold) last.text += word
      else parts.at(-1)?.push({ text: parts.at(-1)?.length === 0 ? word.trimStart() : word, bold })
      signs += word.length
    }
  }
  return parts.filter((part) => part.length > 0)
}

const paragraphOf = (runs: readonly TextRun[], bullet?: PptxGenJS.TextPropsOptions['bullet']): Paragraph =>
  runs.map(({ text, bold }, index) => ({ text: cleanText(text), options: { bold, ...(index === 0 && bullet !== undefined && { bullet }), ...(index === runs.length - 1 && { breakLine: true }) } }))

function paragraphsOf(text: RichText): Paragraph[] {
  return text.flatMap((block): Paragraph[] => {
    if (block.kind === 'paragraph') return block.lines.flatMap((line) => parted(line).map((runs) => paragraphOf(runs)))
    const bullet = block.ordered ? { type: 'number' as const } : true
    return block.items.flatMap((item) => parted(item).map((runs, index) => paragraphOf(runs, index === 0 ? bullet : undefined)))
  })
}

function piecesOf(paragraphs: readonly Paragraph[], largest: number): Piece[] {
  const pages: Paragraph[][] = [[]]
  for (const paragraph of paragraphs) {
    if (pages.at(-1)?.length && heightAt([...(pages.at(-1) ?? []), paragraph], 14) > ROOM) pages.push([])
    pages.at(-1)?.push(paragraph)
  }
  // What goes on over several slides has one size on all of them.
  const most = pages.length > 1 ? 14 : largest
  return pages.filter((page) => page.length > 0).map((page): Piece => ({
    title: null, least: Math.min(ROOM, heightAt(page, 14)), most: Math.min(ROOM, heightAt(page, most)),
    draw(slide, box) {
      const fontSize = SIZES.find((size) => size <= most && heightAt(page, size) <= box.h + 0.01) ?? 14
      slide.addText(page.flat(), { ...box, fontSize, color: INK, valign: 'top', margin: 0, paraSpaceAfter: SPACE, fit: 'shrink' })
    }
  }))
}

/** Words of a person, as large as there is room. */
export const textPieces = (text: RichText): Piece[] => piecesOf(paragraphsOf(text), 24)

/** Observations, each with what was decided. */
export function entryPieces(entries: readonly Entry[]): Piece[] {
  const paragraphs = entries.flatMap(({ title, parts, facts }): Paragraph[] => [
    ...parted([{ text: title, bold: true }]).map((runs) => paragraphOf(runs)),
    ...parts.flatMap(({ label, text }) => plainLines(text).flatMap((line, index): Paragraph[] => {
      const lines = parted([{ text: line, bold: false }]).map((runs) => paragraphOf(runs))
      const [first] = lines
      if (label !== '' && index === 0 && first) first.unshift({ text: `${cleanText(label)}: `, options: { color: SOFT } })
      return lines
    })),
    [{ text: cleanText(facts), options: { color: SOFT, breakLine: true } }]
  ])
  return piecesOf(paragraphs, 20)
}
