import type PptxGenJS from 'pptxgenjs'
import type { Mark, SectionData } from '../../../../../shared/reports/report-data'
import { cleanText, colorOf, type Deck, SLIDE } from './deck'
import { type Box, sizeForLine } from './measure'

/** Share of the slide that the picture takes. */
export const COVER_PICTURE: Box = { x: 6.9, y: 0, w: SLIDE.width - 6.9, h: SLIDE.height }

/** A mark on white, as high as this unless it would be too wide. */
function addMark({ pictures }: Deck, slide: PptxGenJS.Slide, mark: Mark, { x, y, w, h }: Box): void {
  const picture = mark.logo === null ? undefined : pictures.get(mark.logo)
  if (!picture) return
  const scale = Math.min((w - 0.3) / picture.width, (h - 0.3) / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  slide.addShape('roundRect', { x, y: y + h - height - 0.3, w: width + 0.3, h: height + 0.3, fill: { color: 'FFFFFF' }, rectRadius: 0.06 })
  slide.addImage({ data: picture.data, x: x + 0.15, y: y + h - height - 0.15, w: width, h: height, altText: cleanText(mark.name) })
}

/** The first slide: whose report, of what days, made by whom. */
export function coverSlide(deck: Deck, section: SectionData): void {
  const { data, pictures } = deck
  const slide = deck.pptx.addSlide()
  deck.slides += 1
  slide.background = { color: colorOf(data.accent) }
  const shown = section.blocks.find((block) => block.kind === 'cover')?.picture
  const picture = shown ? pictures.get(shown.source) : undefined
  if (shown && picture) slide.addImage({ ...COVER_PICTURE, data: picture.data, altText: cleanText(shown.alt) })
  const width = picture ? 5.7 : 11.5
  const white = { color: 'FFFFFF', x: SLIDE.left, w: width, margin: 0 }
  addMark(deck, slide, data.client, { x: SLIDE.left, y: 0.55, w: 3.4, h: 1.1 })
  slide.addText(cleanText(data.client.name), { ...white, y: 1.95, h: 0.45, fontSize: sizeForLine(data.client.name, width, 20, 14), bold: true, valign: 'bottom' })
  slide.addText(cleanText(section.title), { ...white, y: 2.5, h: 1.6, fontSize: section.title.length > 40 ? 30 : 44, bold: true, valign: 'top', fit: 'shrink' })
  slide.addText([
    { text: data.period.label, options: { fontSize: 24, breakLine: true } }, { text: data.period.days, options: { fontSize: 16, breakLine: true } },
    { text: data.period.compare ?? '', options: { fontSize: 16 } }
  ], { ...white, y: 4.3, h: 1.3, valign: 'top', paraSpaceAfter: 4 })
  const marked = data.agency?.logo ? pictures.has(data.agency.logo) : false
  if (data.agency) addMark(deck, slide, data.agency, { x: SLIDE.left, y: 5.65, w: 3.4, h: 0.9 })
  const made = [data.agency?.name, data.made].filter(Boolean).join(' · ')
  slide.addText(cleanText(made), { ...white, y: marked ? 6.7 : 6.6, h: 0.35, fontSize: sizeForLine(made, width, 14, 11) })
}
