import JSZip from 'jszip'
import PptxGenJS from 'pptxgenjs'
import type { Block, ReportData, SectionData } from '../../../../shared/reports/report-data'
import { createReportTranslator } from '../../../../shared/i18n/reports'
import { coverSlide, entriesSlides, goalsSlides, newDeck, termsSlides, textSlides, type Deck } from './slides/deck'
import { chartSlide } from './slides/chart-slide'
import { cardSlides, tableSlides, tileSlides } from './slides/figure-slides'
import type { SlidePictures } from './slide-pictures'

function addBlock(deck: Deck, section: SectionData, block: Block): void {
  const title = 'title' in block && block.title ? `${section.title}: ${block.title}` : section.title
  switch (block.kind) {
    case 'tiles':
      return tileSlides(deck, title, block.tiles)
    case 'chart':
      return chartSlide(deck, title, block)
    case 'table':
      return tableSlides(deck, title, block)
    case 'cards':
      return cardSlides(deck, title, block.cards)
    case 'goals':
      return goalsSlides(deck, title, block.goals)
    case 'entries':
      return entriesSlides(deck, title, block.entries)
    case 'terms':
      return termsSlides(deck, title, block.terms)
    case 'cover':
    case 'note':
      return undefined
  }
}

function addSection(deck: Deck, section: SectionData): void {
  if (section.kind === 'cover') return coverSlide(deck, section)
  if (section.text.length > 0) textSlides(deck, section.title, section.text)
  for (const block of section.blocks) addBlock(deck, section, block)
}

const SLIDE = /^ppt\/slides\/slide\d+\.xml$/
const CHART = /^ppt\/charts\/chart\d+\.xml$/

/**
 * The library writes an empty value for what is not known, which some programs read as zero and others as damage: a point that
 * is not there is a gap to all of them. Nor does it take the date and the language of the report.
 */
async function mend(content: Buffer, { createdAt, locale }: ReportData): Promise<Buffer> {
  const zip = await JSZip.loadAsync(content)
  for (const name of Object.keys(zip.files).filter((one) => CHART.test(one))) {
    const xml = await zip.file(name)?.async('string')
    if (xml) zip.file(name, xml.replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, ''))
  }
  for (const name of Object.keys(zip.files).filter((one) => SLIDE.test(one))) {
    const xml = await zip.file(name)?.async('string')
    if (xml) zip.file(name, xml.replaceAll('lang="en-US"', `lang="${locale}"`))
  }
  const core = await zip.file('docProps/core.xml')?.async('string')
  if (core) zip.file('docProps/core.xml', core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${createdAt.replace(/\.\d+Z$/, 'Z')}`))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** The report as slides with charts that can be edited. Text is text only; what is longer than a slide goes on to the next. */
export async function writeSlides(data: ReportData, pictures: SlidePictures): Promise<{ content: Buffer; slides: number }> {
  const deck = newDeck(new PptxGenJS(), data, pictures, createReportTranslator(data.language as 'en'))
  for (const section of data.sections) addSection(deck, section)
  const made = (await deck.pptx.write({ outputType: 'nodebuffer' })) as Buffer
  return { content: await mend(made, data), slides: deck.slides }
}

