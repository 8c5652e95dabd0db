import { pointAt, valuesOf, type ChartDefinition, type ChartSeries } from '../charts/chart-definition'
import type { FigureUnit } from '../charts/figure-format'
import type { ReportWords } from './report-words'

/** Bars that are named one by one in the words for a chart; the table beside it has all. */
const MOST_NAMED = 24

const unitOf = (chart: ChartDefinition, series: ChartSeries): FigureUnit => series.unit ?? chart.unit

function lineWords(chart: ChartDefinition, series: ChartSeries, words: ReportWords): string {
  const { t } = words
  const known = valuesOf(chart, series).flatMap((value, index) => (value === null ? [] : [{ value, day: chart.categories[index]?.label ?? '' }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return t('report.alt.missing', { name: series.name })
  const highest = known.reduce((best, one) => (one.value > best.value ? one : best))
  const lowest = known.reduce((best, one) => (one.value < best.value ? one : best))
  const figure = (value: number) => words.figure(value, unitOf(chart, series))
  return t('report.alt.line', {
    name: series.name, first: figure(first.value), firstDay: first.day, last: figure(last.value), lastDay: last.day,
    high: figure(highest.value), highDay: highest.day, low: figure(lowest.value), lowDay: lowest.day
  })
}

function pointWords(chart: ChartDefinition, series: ChartSeries, key: string, name: string, words: ReportWords): string {
  const point = pointAt(series, key)
  const figure = (value: number) => words.figure(value, unitOf(chart, series))
  if (!point || point.y === null) return words.t('report.alt.missing', { name })
  if (point.low === undefined || point.high === undefined || point.n === undefined) return words.t('report.alt.point', { name, value: figure(point.y) })
  return words.t('report.alt.interval', { name, value: figure(point.y), low: figure(point.low), high: figure(point.high), n: point.n })
}

/** What a chart says, for those who do not see it: its title, its figures, its breaks and gaps. */
export function chartAlternative(chart: ChartDefinition, words: ReportWords): string {
  const labels = new Map(chart.categories.map(({ key, label }) => [key, label]))
  const parts = chart.kind === 'line'
    ? chart.series.map((series) => lineWords(chart, series, words))
    : chart.categories.flatMap(({ key, label }) => chart.series.map((series) => pointWords(chart, series, key, chart.series.length > 1 ? `${label}, ${series.name}` : label, words)))
  const named = parts.slice(0, MOST_NAMED)
  const breaks = chart.breaks.map(({ x, label }) => words.t('report.alt.break', { label, date: labels.get(x) ?? x }))
  const events = chart.annotations.map(({ x, text }) => words.t('report.alt.break', { label: text, date: labels.get(x) ?? x }))
  return `${chart.title}. ${[...named, ...breaks, ...events].join('. ')}.`
}
