import type PptxGenJS from 'pptxgenjs'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import type { ReportTranslator } from '../../../../../shared/i18n/reports'
import type { ReportData } from '../../../../../shared/reports/report-data'
import type { SlidePictures } from '../slide-pictures'

/** What the library cannot say of a chart and its XML is given afterwards. */
export interface ChartExtras {
  /** A label at every so many categories. */
  labelEvery: number
  /** Of one series: how far the interval of each value goes up and down; null where there is none. */
  intervals: ({ plus: number; minus: number } | null)[]
}

/** Slides of one report as they come. Measures are in inches, sizes of words in points. */
export interface Deck {
  pptx: PptxGenJS
  data: ReportData
  pictures: SlidePictures
  t: ReportTranslator
  slides: number
  /** In the order in which charts were added. */
  charts: ChartExtras[]
}

export const SLIDE = { width: 13.333, height: 7.5, left: 0.6, top: 1.3, inner: 12.13, bottom: 6.9 }
export const ROOM = SLIDE.bottom - SLIDE.top
export const MASTER = 'report'
/** Of the theme, so that a deck takes the font of an agency by one choice in the program that opens it. This one is on every machine. */
const THEME_FONT = 'Arial'
export const CHART_FONT = '+mn-lt'
export const INK = '1C1917'
export const SOFT = '57534E'
export const RULE = 'D6D3D1'
export const GROUND = 'F5F4F1'

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
  pptx.theme = { headFontFace: THEME_FONT, bodyFontFace: THEME_FONT }
  const parts = [data.client.name, data.period.label, data.agency?.name ?? ''].filter((one) => one !== '')
  // One line, whatever the names.
  const foot = parts.join(' · ').length > 130 ? oneLine(parts.slice(0, 2).join(' · '), 130) : parts.join(' · ')
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.14, h: SLIDE.height, fill: { color: colorOf(data.accent) } } },
      { text: { text: cleanText(foot), options: { x: SLIDE.left, y: 7.05, w: 11, h: 0.28, fontSize: 11, color: SOFT, margin: 0 } } },
      { placeholder: { options: { name: 'title', type: 'title', x: SLIDE.left, y: 0.38, w: SLIDE.inner, h: 0.7, fontSize: 28, bold: true, color: colorOf(data.accent), align: 'left', valign: 'middle', margin: 0 }, text: '' } }
    ],
    slideNumber: { x: 12.13, y: 7.05, w: 0.6, h: 0.28, fontSize: 11, color: SOFT, align: 'right' }
  })
  return { pptx, data, pictures, t, slides: 0, charts: [] }
}

/** A slide with its title, which programs and screen readers list. */
export function addSlide(deck: Deck, title: string): PptxGenJS.Slide {
  const slide = deck.pptx.addSlide({ masterName: MASTER })
  deck.slides += 1
  slide.addText(cleanText(title), { placeholder: 'title', fit: 'shrink' })
  return slide
}
