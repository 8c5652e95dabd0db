import type PptxGenJS from 'pptxgenjs'
import { type ChartDefinition, pointAt, valuesOf } from '../../../../../shared/charts/chart-definition'
import { tickRange } from '../../../../../shared/charts/chart-ticks'
import type { FigureUnit } from '../../../../../shared/charts/figure-format'
import type { Block } from '../../../../../shared/reports/report-data'
import { lighter } from '../../../../../shared/reports/readable-color'
import { addDays } from '../../../../../shared/time'
import { CHART_FONT, type ChartExtras, cleanText, colorOf, type Deck, INK, ROOM, RULE, SOFT } from './deck'
import { type Box, linesOf } from './measure'
import { type Piece, withNote } from './pages'
import { tablePieces } from './table-piece'

export type ChartBlock = Extract<Block, { kind: 'chart' }>

const formats: Readonly<Record<FigureUnit['kind'], string>> = { count: '#,##0', ratio: '0.0%', seconds: '#,##0', money: '#,##0.##', number: '#,##0.0' }
/** Of axes, which have round numbers. */
const axisFormats: Readonly<Record<FigureUnit['kind'], string>> = { ...formats, ratio: '0%', money: '#,##0', number: '#,##0.##' }
const SMALLEST = 12
const PALE = 'D6D3D1'

/** A heat map has no form of its own in slides: a table of the same figures is what can be edited. */
function heatTable({ drawing, chart }: ChartBlock): Extract<Block, { kind: 'table' }> {
  const label = (row: number, column: number): string => {
    const { at: y } = drawing.rows[row] ?? { at: -1 }
    const { at: x } = drawing.categories[column] ?? { at: -1 }
    return drawing.bars.find((bar) => bar.x0 <= x && bar.x1 >= x && bar.y0 <= y && bar.y1 >= y)?.label ?? ''
  }
  const words = (text: string) => ({ text, value: null, unit: null })
  return {
    kind: 'table', title: chart.title, note: null,
    columns: [{ label: chart.valueLabel, align: 'left', share: 2 }, ...chart.categories.map((one) => ({ label: one.label, align: 'right' as const, share: 1 }))],
    rows: chart.series.map((series, row) => [words(series.name), ...chart.categories.map((_, column) => words(label(row, column)))])
  }
}

/** Categories of a bar chart on its side come from the bottom. */
const ordered = <T>({ horizontal }: ChartDefinition, all: readonly T[]): T[] => (horizontal ? [...all].reverse() : [...all])

/** The colors of the page, so that slides and PDF of a report agree. */
function colorsOf({ chart, drawing }: ChartBlock): string[] {
  const known = chart.kind === 'line' ? drawing.lines : drawing.legend.length > 0 ? drawing.legend : drawing.bars.slice(0, 1)
  const colors = chart.series.map(({ comparison }, index) => {
    const color = known[index]?.color ?? '#1c1917'
    return colorOf(comparison ? lighter(color, 0.55) : color)
  })
  const [series] = chart.series
  // One series: a color a bar, pale where it rests on too little.
  if (chart.kind !== 'bar' || chart.series.length !== 1 || !series || chart.minimumN === undefined) return colors
  // Lighter under the lines of intervals, which would not be seen on a dark bar.
  const plain = colorOf(lighter(known[0]?.color ?? '#1c1917', 0.3))
  return ordered(chart, chart.categories).map(({ key }) => ((pointAt(series, key)?.n ?? Infinity) < (chart.minimumN ?? 0) ? PALE : plain))
}

function intervalsOf(chart: ChartDefinition): ChartExtras['intervals'] {
  const [series] = chart.series
  if (chart.kind !== 'bar' || chart.series.length !== 1 || !series) return []
  const found = ordered(chart, chart.categories).map(({ key }) => {
    const point = pointAt(series, key)
    return point && point.y !== null && point.low !== undefined && point.high !== undefined ? { plus: point.high - point.y, minus: point.y - point.low } : null
  })
  return found.some((one) => one !== null) ? found : []
}

/** Of the value axis, above the highest interval, which programs do not see when they choose it. */
const topOf = ({ series }: ChartDefinition): number => tickRange(series.flatMap(({ points }) => points.flatMap(({ y, high }) => [y ?? 0, high ?? 0])), { fromZero: true, whole: false }).max

/** Every so many categories have a label, by the room that the longest takes. */
function labelEvery(labels: readonly string[], width: number): number {
  const longest = Math.max(1, ...labels.map((label) => label.length))
  const room = Math.max(2, Math.floor(width / (longest * 0.095 + 0.22)))
  return Math.max(1, Math.ceil(labels.length / room))
}

/** Days one after another, as many as a month has. */
const isMonthOfDays = ({ categories }: ChartDefinition): boolean =>
  categories.length > 12 && categories.length <= 31 && categories.every(({ key }, index) => /^\d{4}-\d\d-\d\d$/.test(key) && (index === 0 || addDays(categories[index - 1]?.key ?? '', 1) === key))

/** Days of a month as numbers, with the month at the axis: not every program leaves out labels that have no room. */
function labelsOf(chart: ChartDefinition): string[] {
  if (isMonthOfDays(chart)) return chart.categories.map(({ key }) => String(Number(key.slice(8))))
  return ordered(chart, chart.categories).map(({ short, label }) => (short ? cleanText(short).replaceAll(' ', '\u00A0') : cleanText(label)))
}

function formOf({ chart, drawing }: ChartBlock, count: number, intervals: boolean): PptxGenJS.IChartOpts {
  // A day between two gaps is a dot, since no line leads to it.
  const lonely = drawing.lines.some(({ runs }) => runs.some((run) => run.length === 1))
  if (chart.kind === 'line') return { lineSize: 2.5, lineDataSymbol: lonely ? 'circle' : 'none', lineDataSymbolSize: 6 }
  return {
    barDir: chart.horizontal ? 'bar' : 'col', barGrouping: chart.kind === 'stacked-bar' ? 'stacked' : 'clustered', barGapWidthPct: 45,
    showValue: count <= 16 && !intervals && chart.kind === 'bar', dataLabelFontFace: CHART_FONT, dataLabelFontSize: SMALLEST, dataLabelColor: INK, dataLabelPosition: chart.kind === 'bar' ? 'outEnd' : undefined
  }
}

/** A native chart with its numbers inside, which can be edited. Gaps stay gaps. */
function drawInto(deck: Deck, block: ChartBlock, slide: PptxGenJS.Slide, box: Box): void {
  const { chart } = block
  const labels = labelsOf(chart)
  const intervals = intervalsOf(chart)
  const values = chart.series.map((series) => ordered(chart, valuesOf(chart, series)))
  const data = chart.series.map(({ name }, index) => ({ name: cleanText(name), labels, values: values[index] as number[] }))
  const small = chart.unit.kind === 'ratio' && Math.max(0, ...values.flat().map((value) => value ?? 0)) < 0.04
  const words = { fontFace: CHART_FONT, color: SOFT, size: SMALLEST }
  const every = chart.horizontal ? 1 : labelEvery(labels, box.w - 0.9)
  deck.charts.push({ labelEvery: every, intervals })
  slide.addChart(chart.kind === 'line' ? deck.pptx.ChartType.line : deck.pptx.ChartType.bar, data, {
    ...box, chartColors: colorsOf(block), altText: cleanText(deck.t('report.slides.alt', { alt: block.alt })), displayBlanksAs: 'gap',
    catAxisLabelFontFace: words.fontFace, catAxisLabelFontSize: words.size, catAxisLabelColor: chart.horizontal ? INK : words.color, catAxisMajorTickMark: 'none', ...(every > 2 && { catAxisLabelRotate: 315 }), catAxisLineShow: true, catAxisLineColor: 'A8A29E',
    ...(isMonthOfDays(chart) && { showCatAxisTitle: true, catAxisTitle: cleanText(deck.data.period.label), catAxisTitleFontFace: words.fontFace, catAxisTitleFontSize: words.size, catAxisTitleColor: words.color }),
    valAxisLabelFontFace: words.fontFace, valAxisLabelFontSize: words.size, valAxisLabelColor: words.color, valAxisMajorTickMark: 'none', valAxisLineShow: false,
    showValAxisTitle: chart.horizontal === true || chart.valueLabel.length * 0.09 < box.h - 0.9, valAxisTitle: cleanText(chart.valueLabel), valAxisTitleFontFace: words.fontFace, valAxisTitleFontSize: words.size, valAxisTitleColor: words.color, ...(chart.horizontal ? {} : { valAxisTitleRotate: 270 }),
    ...(intervals.length > 0 && { valAxisMinVal: 0, valAxisMaxVal: topOf(chart) }),
    valAxisLabelFormatCode: small ? formats.ratio : axisFormats[chart.unit.kind], dataLabelFormatCode: formats[chart.unit.kind], valGridLine: { color: RULE, size: 0.5 }, catGridLine: { style: 'none' },
    showLegend: chart.series.length > 1, legendPos: 't', legendFontFace: words.fontFace, legendFontSize: words.size, legendColor: INK, showTitle: false,
    ...formOf(block, labels.length * chart.series.length, intervals.length > 0)
  })
}

/** Breaks and events, which the curve cannot show here, and what the chart says of itself. */
function noteOf({ chart, note }: ChartBlock): string {
  const marks = [...chart.breaks.map(({ x, label }) => `${chart.categories.find(({ key }) => key === x)?.label ?? x}: ${label}`), ...chart.annotations.map(({ x, text }) => `${chart.categories.find(({ key }) => key === x)?.label ?? x}: ${text}`)]
  return [...marks, note ?? ''].filter((one) => one !== '').join(' · ')
}

/** Whether a chart can be read at half the width. */
export const isNarrow = ({ chart, note }: ChartBlock): boolean =>
  chart.kind !== 'heat' && chart.series.length <= 3 && chart.breaks.length + chart.annotations.length === 0 && !note && chart.categories.length <= (chart.horizontal ? 8 : 12)

export function chartPieces(deck: Deck, block: ChartBlock): Piece[] {
  const { chart } = block
  if (chart.kind === 'heat') return tablePieces(deck, heatTable(block))
  const rows = chart.horizontal ? chart.categories.reduce((sum, { label }) => sum + linesOf(label, 3, SMALLEST), 0) * Math.max(1, chart.series.length * 0.7) : 0
  const least = Math.min(ROOM - 1, Math.max(2.2, rows * 0.3 + 0.9))
  return [withNote({ title: block.title, least, most: ROOM, draw: (slide, box) => drawInto(deck, block, slide, box) }, noteOf(block))]
}
