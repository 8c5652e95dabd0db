import type PptxGenJS from 'pptxgenjs'
import { valuesOf, type ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { printColor } from '../../../../../shared/charts/palette'
import type { FigureUnit } from '../../../../../shared/charts/figure-format'
import type { Block } from '../../../../../shared/reports/report-data'
import { addSlide, cleanText, colorOf, FONT, SLIDE, type Deck } from './deck'
import { tableSlides } from './figure-slides'

type ChartBlock = Extract<Block, { kind: 'chart' }>

const formats: Readonly<Record<FigureUnit['kind'], string>> = { count: '#,##0', ratio: '0.0%', seconds: '#,##0', money: '#,##0', number: '#,##0.0' }

/** A heat map has no form of its own in slides: a table of the same figures is what can be edited. */
function heatTable(deck: Deck, title: string, { drawing, chart }: ChartBlock): void {
  const label = (row: number, column: number): string => {
    const { at: y } = drawing.rows[row] ?? { at: -1 }
    const { at: x } = drawing.categories[column] ?? { at: -1 }
    return drawing.bars.find((bar) => bar.x0 <= x && bar.x1 >= x && bar.y0 <= y && bar.y1 >= y)?.label ?? ''
  }
  const words = (text: string) => ({ text, value: null, unit: null })
  tableSlides(deck, title, {
    kind: 'table', title: null, note: null,
    columns: [{ label: chart.valueLabel, align: 'left', share: 2 }, ...chart.categories.map((one) => ({ label: one.label, align: 'right' as const, share: 1 }))],
    rows: chart.series.map((series, row) => [words(series.name), ...chart.categories.map((_, column) => words(label(row, column)))])
  })
}

function colorsOf({ series }: ChartDefinition): string[] {
  return series.map(({ color, comparison }) => (comparison ? 'A8A29E' : colorOf(printColor(color))))
}

/** A native chart with its numbers inside, which can be edited. Gaps stay gaps. */
export function chartSlide(deck: Deck, title: string, block: ChartBlock): void {
  const { chart } = block
  if (chart.kind === 'heat') return heatTable(deck, title, block)
  const slide = addSlide(deck, title)
  // Categories of a bar chart on its side come from the bottom.
  const order = chart.horizontal ? [...chart.categories].reverse() : chart.categories
  const labels = order.map(({ short, label }) => cleanText((chart.kind === 'line' ? short : undefined) || label))
  const data = chart.series.map((series) => {
    const values = valuesOf(chart, series)
    return { name: cleanText(series.name), labels, values: (chart.horizontal ? [...values].reverse() : values) as number[] }
  })
  const font = { catAxisLabelFontFace: FONT, valAxisLabelFontFace: FONT, catAxisLabelFontSize: 11, valAxisLabelFontSize: 11 }
  const options: PptxGenJS.IChartOpts = {
    x: SLIDE.left, y: SLIDE.top, w: SLIDE.inner, h: 4.9, ...font, chartColors: colorsOf(chart), altText: cleanText(deck.t('report.slides.alt', { alt: block.alt })),
    displayBlanksAs: 'gap', valAxisLabelFormatCode: formats[chart.unit.kind], dataLabelFormatCode: formats[chart.unit.kind], valGridLine: { color: 'D6D3D1', size: 0.5 },
    catGridLine: { style: 'none' }, showLegend: chart.series.length > 1, legendPos: 'b', legendFontFace: FONT, legendFontSize: 11, showTitle: false,
    ...(chart.kind === 'line'
      ? { lineSize: 2, lineDataSymbol: 'none', catAxisLabelFrequency: String(Math.max(1, Math.ceil(labels.length / 12))) }
      : { barDir: chart.horizontal ? 'bar' : 'col', barGrouping: chart.kind === 'stacked-bar' ? 'stacked' : 'clustered', showValue: labels.length * chart.series.length <= 16, dataLabelFontFace: FONT, dataLabelFontSize: 10, barGapWidthPct: 45 })
  }
  slide.addChart(chart.kind === 'line' ? deck.pptx.ChartType.line : deck.pptx.ChartType.bar, data, options)
  const marks = [...chart.breaks.map(({ x, label }) => `${chart.categories.find(({ key }) => key === x)?.label ?? x}: ${label}`), ...chart.annotations.map(({ text }, index) => `${index + 1}  ${text}`)]
  const words = [chart.valueLabel, ...marks, block.note ?? ''].filter((one) => one !== '').join(' · ')
  slide.addText(cleanText(words), { x: SLIDE.left, y: 6.3, w: SLIDE.inner, h: 0.6, fontFace: FONT, fontSize: 10, color: '57534E', valign: 'top', margin: 0, fit: 'shrink' })
}
