import type PptxGenJS from 'pptxgenjs'
import { plainLines, type RichText, type TextRun } from '../../../../../shared/features/reports/rich-text'
import type { ReportTranslator } from '../../../../../shared/i18n/reports'
import type { Entry, Goal, ReportData, SectionData, Term } from '../../../../../shared/reports/report-data'
import type { SlidePictures } from '../slide-pictures'

/** Slides of one report as they come. Measures are in inches. */
export interface Deck {
  pptx: PptxGenJS
  data: ReportData
  pictures: SlidePictures
  t: ReportTranslator
  slides: number
}

export const SLIDE = { width: 13.333, height: 7.5, left: 0.6, top: 1.35, inner: 12.13, bottom: 6.85 }
export const MASTER = 'report'
export const FONT = 'Inter'
const INK = '1C1917'
const SOFT = '57534E'

export const colorOf = (hex: string): string => hex.replace('#', '').toUpperCase()
/** Half characters and controls break the XML of a slide. */
export const cleanText = (text: string): string => text.replaceAll(/\p{Cc}/gu, (one) => (one === '\n' ? one : '')).replaceAll(/\p{Cs}/gu, '\uFFFD')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const inXml = (text: string): string => cleanText(text).replaceAll(/[&<>"']/g, (one) => entities[one] ?? one)

export function newDeck(pptx: PptxGenJS, data: ReportData, pictures: SlidePictures, t: ReportTranslator): Deck {
  pptx.defineLayout({ name: 'wide', width: SLIDE.width, height: SLIDE.height })
  pptx.layout = 'wide'
  // The library writes these into its XML as they are.
  pptx.title = inXml(data.title)
  pptx.author = inXml(data.agency?.name ?? data.client.name)
  pptx.company = pptx.author
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.14, h: SLIDE.height, fill: { color: colorOf(data.accent) } } },
      { text: { text: cleanText(`${data.client.name} · ${data.period.label}`), options: { x: SLIDE.left, y: 7.02, w: 9, h: 0.3, fontFace: FONT, fontSize: 10, color: SOFT, margin: 0 } } },
      { placeholder: { options: { name: 'title', type: 'title', x: SLIDE.left, y: 0.4, w: SLIDE.inner, h: 0.75, fontFace: FONT, fontSize: 24, bold: true, color: colorOf(data.accent), align: 'left', valign: 'middle', margin: 0 }, text: '' } }
    ],
    slideNumber: { x: 12.3, y: 7.02, w: 0.5, h: 0.3, fontFace: FONT, fontSize: 10, color: SOFT, align: 'right' }
  })
  return { pptx, data, pictures, t, slides: 0 }
}

/** A slide with its title, which programs and screen readers list. */
export function addSlide(deck: Deck, title: string): PptxGenJS.Slide {
  const slide = deck.pptx.addSlide({ masterName: MASTER })
  deck.slides += 1
  slide.addText(cleanText(title), { placeholder: 'title', fit: 'shrink' })
  return slide
}

export const inParts = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

export function coverSlide(deck: Deck, section: SectionData): void {
  const { data, pictures } = deck
  const slide = deck.pptx.addSlide()
  deck.slides += 1
  slide.background = { color: colorOf(data.accent) }
  const shown = section.blocks.find((block) => block.kind === 'cover')
  const picture = shown?.picture
  const jpeg = picture ? pictures.get(picture.source) : undefined
  if (picture && jpeg) slide.addImage({ data: `image/jpeg;base64,${jpeg}`, x: 6.9, y: 0, w: SLIDE.width - 6.9, h: SLIDE.height, sizing: { type: 'cover', w: SLIDE.width - 6.9, h: SLIDE.height }, altText: cleanText(picture.alt) })
  const width = jpeg ? 5.7 : 11.5
  const white = { fontFace: FONT, color: 'FFFFFF', x: 0.6, w: width, margin: 0 }
  slide.addText(cleanText(data.client.name), { ...white, y: 1.3, h: 0.4, fontSize: 16, bold: true })
  slide.addText(cleanText(section.title), { ...white, y: 1.8, h: 1.9, fontSize: 40, bold: true, valign: 'top', fit: 'shrink' })
  slide.addText([{ text: data.period.label, options: { fontSize: 20, breakLine: true } }, { text: data.period.days, options: { fontSize: 12, breakLine: true } }, { text: data.period.compare ?? '', options: { fontSize: 12 } }], { ...white, y: 3.8, h: 1.2, valign: 'top' })
  slide.addText(cleanText([data.agency?.name, data.made].filter(Boolean).join(' · ')), { ...white, y: 6.7, h: 0.35, fontSize: 11 })
}

const runsOf = (runs: readonly TextRun[], last: PptxGenJS.TextPropsOptions): PptxGenJS.TextProps[] =>
  runs.map(({ text, bold }, index) => ({ text: cleanText(text), options: { bold, ...(index === runs.length - 1 && last) } }))

function richRuns(text: RichText): PptxGenJS.TextProps[][] {
  return text.flatMap((block): PptxGenJS.TextProps[][] => {
    if (block.kind === 'paragraph') return [block.lines.flatMap((line) => runsOf(line, { breakLine: true }))]
    return block.items.map((item) => {
      const bullet = block.ordered ? { type: 'number' as const } : true
      return runsOf(item, { breakLine: true }).map((run, index) => (index === 0 ? { ...run, options: { ...run.options, bullet } } : run))
    })
  })
}

/** Paragraphs that one slide holds, by their signs: a line has about 110. */
function paged(paragraphs: readonly PptxGenJS.TextProps[][], lines: number): PptxGenJS.TextProps[][] {
  const pages: PptxGenJS.TextProps[][] = []
  let room = 0
  for (const paragraph of paragraphs) {
    const signs = paragraph.reduce((sum, { text = '' }) => sum + text.length, 0)
    const takes = Math.max(1, Math.ceil(signs / 110)) + 0.4
    if (room < takes || pages.length === 0) {
      pages.push([])
      room = lines
    }
    pages.at(-1)?.push(...paragraph)
    room -= takes
  }
  return pages
}

export function textSlides(deck: Deck, title: string, text: RichText): void {
  for (const runs of paged(richRuns(text), 14)) {
    addSlide(deck, title).addText(runs, { x: SLIDE.left, y: SLIDE.top, w: SLIDE.inner, h: SLIDE.bottom - SLIDE.top, fontFace: FONT, fontSize: 16, color: INK, valign: 'top', margin: 0, paraSpaceAfter: 6, fit: 'shrink' })
  }
}

const small = { fontFace: FONT, fontSize: 13, color: INK, valign: 'top' as const, margin: 0, paraSpaceAfter: 4 }

export function goalsSlides(deck: Deck, title: string, goals: readonly Goal[]): void {
  for (const part of inParts(goals, 5)) {
    const slide = addSlide(deck, title)
    part.forEach(({ name, status, percent, progress, facts }, index) => {
      const y = SLIDE.top + index * 1.1
      slide.addText(cleanText(name), { ...small, x: SLIDE.left, y, w: 10.6, h: 0.32, bold: true })
      slide.addText(percent, { ...small, x: 11.2, y, w: 1.53, h: 0.32, bold: true, align: 'right', color: colorOf(deck.data.accent) })
      slide.addShape('rect', { x: SLIDE.left, y: y + 0.36, w: SLIDE.inner, h: 0.12, fill: { color: 'D6D3D1' } })
      if (progress !== null && progress > 0) slide.addShape('rect', { x: SLIDE.left, y: y + 0.36, w: SLIDE.inner * Math.min(1, progress), h: 0.12, fill: { color: colorOf(deck.data.accent) } })
      slide.addText(cleanText(`${status} · ${facts}`), { ...small, fontSize: 11, color: SOFT, x: SLIDE.left, y: y + 0.54, w: SLIDE.inner, h: 0.3 })
    })
  }
}

export function entriesSlides(deck: Deck, title: string, entries: readonly Entry[]): void {
  const paragraphs = entries.map(({ title: head, parts, facts }): PptxGenJS.TextProps[] => [
    { text: cleanText(head), options: { bold: true, breakLine: true } },
    ...parts.flatMap(({ label, text }): PptxGenJS.TextProps[] => [
      ...(label === '' ? [] : [{ text: `${cleanText(label)}: `, options: { color: SOFT } }]), { text: cleanText(plainLines(text).join('\n')), options: { breakLine: true } }
    ]),
    { text: cleanText(facts), options: { fontSize: 10, color: SOFT, breakLine: true } }
  ])
  for (const runs of paged(paragraphs, 9)) addSlide(deck, title).addText(runs, { ...small, x: SLIDE.left, y: SLIDE.top, w: SLIDE.inner, h: SLIDE.bottom - SLIDE.top, fit: 'shrink' })
}

export function termsSlides(deck: Deck, title: string, terms: readonly Term[]): void {
  const paragraphs = terms.map(({ term, text, formula }): PptxGenJS.TextProps[] => [
    { text: `${cleanText(term)}: `, options: { bold: true } }, { text: cleanText(formula === null ? text : `${text} ${formula}`), options: { breakLine: true } }
  ])
  for (const runs of paged(paragraphs, 16)) addSlide(deck, title).addText(runs, { ...small, fontSize: 12, x: SLIDE.left, y: SLIDE.top, w: SLIDE.inner, h: SLIDE.bottom - SLIDE.top, fit: 'shrink' })
}
