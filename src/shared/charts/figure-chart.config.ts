import { seriesColor } from './palette'
import { valuesOf, type ChartDefinition, type ChartSeries, type SeriesColor } from './chart-definition'
import { formatFigure } from './figure-format'

/** The colors of a medium: of a theme on screen. */
export interface FigureChartColors {
  series: readonly string[]
  text: string
  quietText: string
  line: string
  surface: string
}

export interface FigureChartInput {
  chart: ChartDefinition
  colors: FigureChartColors
  fontFamily: string
  locale: string
  /** Words for what is not known. */
  missing: string
  animate: boolean
  /** Room at the right for the names of lines. */
  labelRoom: number
}

export const colorOf = (colors: FigureChartColors, color: SeriesColor): string => colors.series[color] ?? colors.text

const fade = (color: string): string => color.replace(/^rgb\((.+)\)$/, 'rgba($1, 0.45)')

/** A value between two gaps has no line to stand on and is drawn as a dot. */
export const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null

function datasetOf({ chart, colors }: FigureChartInput, series: ChartSeries, position: number) {
  const values = valuesOf(chart, series)
  const base = colorOf(colors, series.color ?? seriesColor(position))
  const color = series.comparison ? fade(base) : base
  const few = (index: number): boolean => {
    const n = series.points.find((point) => point.x === chart.categories[index]?.key)?.n
    return chart.minimumN !== undefined && n !== undefined && n < chart.minimumN
  }
  return {
    label: series.name,
    data: values,
    borderColor: color,
    backgroundColor: chart.kind === 'line' ? color : values.map((_, index) => (few(index) ? colors.line : color)),
    borderWidth: chart.kind === 'line' ? 2 : 0,
    ...(chart.kind === 'line' && {
      borderDash: series.comparison ? [4, 4] : [],
      pointRadius: values.map((_, index) => (isAlone(values, index) ? 2.5 : 0)),
      pointHoverRadius: 4,
      pointHitRadius: 8,
      spanGaps: false,
      tension: 0
    }),
    ...(chart.kind !== 'line' && { borderRadius: 3, maxBarThickness: chart.horizontal ? 14 : 36, categoryPercentage: 0.75, barPercentage: 0.9 })
  }
}

/** What a point says: `Instagram: 1,234 (n = 12)`. */
export function describePoint({ chart, locale, missing }: Pick<FigureChartInput, 'chart' | 'locale' | 'missing'>, series: ChartSeries, key: string): string {
  const point = series.points.find(({ x }) => x === key)
  const value = point?.y == null ? missing : formatFigure(locale, point.y, series.unit ?? chart.unit)
  const n = point?.n === undefined ? '' : ` (n = ${formatFigure(locale, point.n, { kind: 'count' })})`
  return chart.series.length === 1 ? `${value}${n}` : `${series.name}: ${value}${n}`
}

/** Events and breaks at a category, in words. */
export function remarksAt(chart: ChartDefinition, key: string): string[] {
  const order = (of: string): number => chart.categories.findIndex((one) => one.key === of)
  const at = order(key)
  return [
    ...chart.breaks.filter(({ x }) => x === key).map(({ label }) => label),
    ...chart.annotations.filter(({ x, until }) => order(x) <= at && at <= order(until)).map(({ text }) => text)
  ]
}

/** A text of several lines as chart.js takes it. */
const linesOf = (text: string): string | string[] => (text.includes('\n') ? text.split('\n') : text)

function scalesOf({ chart, colors, fontFamily, locale }: FigureChartInput) {
  const font = { family: fontFamily, size: 11 }
  const stacked = chart.kind === 'stacked-bar'
  const names = {
    stacked,
    grid: { display: false },
    border: { color: colors.line },
    ticks: {
      color: colors.quietText,
      font,
      maxRotation: 0,
      autoSkip: !chart.horizontal,
      autoSkipPadding: 12,
      callback: (_: unknown, index: number) => linesOf(chart.categories[index]?.short ?? chart.categories[index]?.label ?? '')
    }
  }
  const values = {
    stacked,
    // Lying bars carry their values.
    display: chart.horizontal !== true,
    beginAtZero: chart.kind !== 'line' || chart.floating !== true,
    border: { display: false },
    grid: { color: (context: { tick?: { value: number } }) => (context.tick?.value === 0 ? colors.quietText : colors.line) },
    ticks: { color: colors.quietText, font, maxTicksLimit: 5, ...(chart.unit.kind === 'count' && { precision: 0 }), callback: (value: number | string) => formatFigure(locale, Number(value), chart.unit, { compact: true }) }
  }
  return chart.horizontal ? { x: values, y: names } : { x: names, y: values }
}

/** A chart.js configuration: gaps stay gaps, bars stand on zero, and the tooltip says value and n of every series. */
export function figureChartConfig(input: FigureChartInput) {
  const { chart, colors, fontFamily } = input
  // Breaks and events are drawn above standing bars and lines; lying bars say them beside their values.
  const roomAbove = chart.horizontal ? 0 : (chart.breaks.length > 0 ? 16 : 0) + (chart.annotations.length > 0 ? 10 : 0)
  const keyAt = (index: number): string => chart.categories[index]?.key ?? ''
  return {
    type: chart.kind === 'line' ? ('line' as const) : ('bar' as const),
    data: { labels: chart.categories.map(({ label }) => label), datasets: chart.series.map((series, position) => datasetOf(input, series, position)) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: input.animate ? { duration: 120 } : (false as const),
      indexAxis: chart.horizontal ? ('y' as const) : ('x' as const),
      interaction: { mode: 'index' as const, intersect: false, axis: chart.horizontal ? ('y' as const) : ('x' as const) },
      layout: { padding: { top: 8 + roomAbove, right: input.labelRoom } },
      scales: scalesOf(input),
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: colors.surface, titleColor: colors.text, bodyColor: colors.text, footerColor: colors.quietText,
          borderColor: colors.line, borderWidth: 1, padding: 8, boxWidth: 8, boxHeight: 8, boxPadding: 4,
          titleFont: { family: fontFamily, size: 12 }, bodyFont: { family: fontFamily, size: 12 }, footerFont: { family: fontFamily, size: 11 },
          callbacks: {
            label: (item: { dataIndex: number; datasetIndex: number }) => {
              const series = chart.series[item.datasetIndex]
              return series ? ` ${describePoint(input, series, keyAt(item.dataIndex))}` : ''
            },
            footer: (items: { dataIndex: number }[]) => remarksAt(chart, keyAt(items[0]?.dataIndex ?? -1))
          }
        }
      }
    }
  }
}
