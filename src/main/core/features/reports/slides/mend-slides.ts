import JSZip from 'jszip'
import { brandPalette } from '../../../../../shared/charts/brand-palette'
import { type ChartExtras, colorOf, INK, type Deck } from './deck'

const SLIDE = /^ppt\/slides\/slide\d+\.xml$/
const CHART = /^ppt\/charts\/chart(\d+)\.xml$/

/** Words in front of which the library wrote properties of the paragraph again, which only its begin may have: programs call that damage. */
const PARAGRAPH = /<a:p>(?:(?!<\/a:p>).)*<\/a:p>/gs
const onceEach = (xml: string): string => xml.replaceAll(PARAGRAPH, (paragraph) => {
  let seen = false
  return paragraph.replaceAll(/<a:pPr[^>]*\/>|<a:pPr[^>]*>.*?<\/a:pPr>/gs, (properties) => {
    if (seen) return ''
    seen = true
    return properties
  })
})

const points = (values: readonly number[]): string =>
  `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numLit>`

/** Lines of the interval on bars, of the chart itself, so that they move with it. */
function intervalLines(intervals: ChartExtras['intervals']): string {
  const line = `<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:ln></c:spPr>`
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${points(intervals.map((one) => one?.plus ?? 0))}</c:plus><c:minus>${points(intervals.map((one) => one?.minus ?? 0))}</c:minus>${line}</c:errBars>`
}

/**
 * The library writes an empty value for what is not known, which some programs read as zero and others as damage: a point that
 * is not there is a gap to all of them. Labels that are left out it names in a place where programs do not look.
 */
function mendChart(xml: string, { labelEvery, intervals }: ChartExtras): string {
  const skip = labelEvery > 1 ? `<c:tickLblSkip val="${labelEvery}"/><c:tickMarkSkip val="${labelEvery}"/>` : ''
  const whole = xml.replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '').replace(/(<c:lblAlgn val="ctr"\/>)\s*(<c:noMultiLvlLbl)/, `$1<c:lblOffset val="100"/>${skip}$2`)
    // Labels stand upright: which of them are left out is decided here.
    .replace(/(<c:catAx>.*?<c:txPr>\s*)<a:bodyPr\/>/s, '$1<a:bodyPr rot="0" vert="horz"/>')
    // Up the value axis, in the way that every program reads.
    .replaceAll('rot="16200000"', 'rot="-5400000" vert="horz"').replaceAll('rot="18900000"', 'rot="-2700000" vert="horz"')
  return intervals.length > 0 ? whole.replaceAll('<c:cat>', `${intervalLines(intervals)}<c:cat>`) : whole
}

/** What a person adds to the deck has its colors too. */
function inTheme(xml: string, palette: readonly string[]): string {
  return palette.reduce((theme, color, index) => theme.replace(new RegExp(`(<a:accent${index + 1}><a:srgbClr val=")[0-9A-F]{6}`), `$1${colorOf(color)}`), xml)
}

const numberOf = (name: string): number => Number(CHART.exec(name)?.[1] ?? 0)

/** What the library cannot say, or says wrongly: gaps, intervals, the colors of the theme, the language and the date of the report. */
export async function mendSlides(content: Buffer, { data, charts }: Deck): Promise<Buffer> {
  const zip = await JSZip.loadAsync(content)
  const change = async (name: string, mend: (xml: string) => string): Promise<void> => {
    const xml = await zip.file(name)?.async('string')
    if (xml !== undefined) zip.file(name, mend(xml))
  }
  const names = Object.keys(zip.files)
  const drawn = names.filter((one) => CHART.test(one)).sort((a, b) => numberOf(a) - numberOf(b))
  for (const [index, name] of drawn.entries()) await change(name, (xml) => mendChart(xml, charts[index] ?? { labelEvery: 1, intervals: [] }))
  for (const name of names.filter((one) => SLIDE.test(one))) await change(name, (xml) => onceEach(xml).replaceAll('lang="en-US"', `lang="${data.locale}"`))
  await change('ppt/theme/theme1.xml', (xml) => inTheme(xml, brandPalette(data.accent)))
  await change('docProps/core.xml', (xml) => xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${data.createdAt.replace(/\.\d+Z$/, 'Z')}`))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
