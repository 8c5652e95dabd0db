import { pointAt, type ChartDefinition, type ChartSeries } from './chart-definition'
import { tickRange, type TickRange } from './chart-ticks'
import { formatFigure, type FigureUnit } from './figure-format'
import { printColor } from './palette'

/**
 * Where everything of a chart is, from 0 to 1 of the field it is drawn in: x from the left, y from the bottom; words as they are read.
 * How it looks (sizes, fonts, colors of lines) is left to the template that draws it.
 */
export interface ChartDrawing {
  form: 'line' | 'bar' | 'heat'
  horizontal: boolean
  valueLabel: string
  /** Of the value axis. */
  ticks: { at: number; label: string }[]
  zero: number | null
  /** Of the category axis: `label` is empty where there is no room. A heat map has its rows in `rows`. */
  categories: { at: number; label: string }[]
  rows: { at: number; label: string }[]
  lines: DrawnLine[]
  bars: DrawnBar[]
  breaks: { at: number; label: string }[]
  /** Numbered, since their words stand under the chart. */
  events: { from: number; until: number; number: string; text: string }[]
  legend: { name: string; color: string; dashed: boolean }[]
}

export interface DrawnLine {
  color: string
  dashed: boolean
  /** Unbroken pieces; a gap is between two of them. A piece of one point is a dot. */
  runs: [number, number][][]
  /** At the right end; null where there is a legend instead. */
  label: { text: string; at: number } | null
}

export interface DrawnBar {
  color: string
  x0: number
  x1: number
  y0: number
  y1: number
  /** On top of it, or behind it; in the middle of a heat cell. */
  label: string | null
  /** Too few things for a judgment. */
  pale: boolean
  /** Of an earlier period: lighter. */
  comparison: boolean
  /** Ends of the interval on the value axis. */
  interval: [number, number] | null
  /** 0 to 1 of the strongest cell of a heat map; 1 for bars. */
  strength: number
}

export interface DrawingWords {
  locale: string
  /** For what is not known. */
  missing: string
}

/** Labels of a category axis that stand side by side, by the signs of the longest. */
const mostLabels = (longest: number): number => Math.max(4, Math.min(16, Math.floor(96 / (longest + 2))))
/** Share of the height that a label at the end of a line takes. */
const LABEL_HEIGHT = 0.085

const round = (value: number): number => Math.round(value * 10_000) / 10_000

function categoriesOf(chart: ChartDefinition): ChartDrawing['categories'] {
  const count = chart.categories.length
  const shown = chart.categories.filter(({ short, label }) => (short ?? label) !== '')
  const longest = Math.max(0, ...shown.map(({ short, label }) => (short ?? label).length))
  const every = chart.horizontal || chart.kind === 'heat' ? 1 : Math.max(1, Math.ceil(shown.length / mostLabels(longest)))
  let position = -1
  return chart.categories.map(({ label, short }, index) => {
    const text = short ?? label
    if (text !== '') position += 1
    return { at: round((index + 0.5) / count), label: text !== '' && position % every === 0 ? text : '' }
  })
}

const scaleOf = ({ min, max }: TickRange) => (value: number): number => round((value - min) / (max - min))

/** Labels pushed apart from the bottom to the top, and back down where they would leave the field. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  order.forEach((one, position) => {
    const below = order[position - 1]
    if (below) one.at = Math.max(one.at, below.at + LABEL_HEIGHT)
  })
  for (let position = order.length - 1, top = 1; position >= 0; position -= 1) {
    const one = order[position]
    if (!one) continue
    one.at = Math.min(one.at, top)
    top = one.at - LABEL_HEIGHT
  }
  const placed = [...wanted]
  for (const { at, index } of order) placed[index] = round(at)
  return placed
}

function runsOf(chart: ChartDefinition, series: ChartSeries, scale: (value: number) => number): DrawnLine['runs'] {
  const known = new Map(series.points.map((point) => [point.x, point.y]))
  const broken = new Set(chart.breaks.map(({ x }) => x))
  const runs: DrawnLine['runs'] = [[]]
  chart.categories.forEach(({ key }, index) => {
    const value = known.get(key) ?? null
    // Neither a gap nor a figure that means something else now is bridged.
    if (value === null || broken.has(key)) runs.push([])
    if (value !== null) runs.at(-1)?.push([round((index + 0.5) / chart.categories.length), scale(value)])
  })
  return runs.filter((run) => run.length > 0)
}

function linesOf(chart: ChartDefinition, scale: (value: number) => number): DrawnLine[] {
  const drawn = chart.series.map((series) => ({ series, runs: runsOf(chart, series, scale) }))
  const ends = drawn.map(({ runs }) => runs.at(-1)?.at(-1)?.[1])
  const placed = spread(ends.map((end) => end ?? 0).filter((_, index) => ends[index] !== undefined))
  let next = 0
  return drawn.map(({ series, runs }, index): DrawnLine => {
    const text = series.directLabel ?? series.name
    const label = ends[index] === undefined ? null : { text, at: placed[next++] ?? 0 }
    return {
      color: printColor(series.color), dashed: series.comparison === true, runs,
      // One curve is named where its name is not what the axis says anyway.
      label: chart.series.length > 1 || text !== chart.valueLabel ? label : null
    }
  })
}

interface Slot {
  from: number
  width: number
}

function barOf(chart: ChartDefinition, series: ChartSeries, key: string, slot: Slot, [low, high]: [number, number], label: string | null, scale: (value: number) => number): DrawnBar {
  const point = pointAt(series, key)
  const [a, b] = [scale(Math.min(low, high)), scale(Math.max(low, high))]
  const interval: [number, number] | null = point?.low !== undefined && point.high !== undefined ? [scale(point.low), scale(point.high)] : null
  const along = { x0: round(slot.from), x1: round(slot.from + slot.width), y0: a, y1: b }
  // A horizontal chart reads from the top, so that its first category is the highest.
  const turned = { x0: a, x1: b, y0: round(1 - slot.from - slot.width), y1: round(1 - slot.from) }
  return {
    color: printColor(series.color), ...(chart.horizontal ? turned : along), label, interval, strength: 1,
    pale: point?.n !== undefined && point.n < (chart.minimumN ?? 0), comparison: series.comparison === true
  }
}

const unitOf = (chart: ChartDefinition, series: ChartSeries): FigureUnit => series.unit ?? chart.unit

function sideBySide(chart: ChartDefinition, scale: (value: number) => number, words: DrawingWords): DrawnBar[] {
  const { categories, series } = chart
  const width = 1 / categories.length
  const each = (width * 0.72) / series.length
  const labeled = categories.length * series.length <= (chart.horizontal ? 40 : 16)
  return categories.flatMap(({ key }, index) =>
    series.flatMap((one, place): DrawnBar[] => {
      const value = pointAt(one, key)?.y ?? null
      if (value === null) return []
      const slot = { from: index * width + width * 0.14 + place * each, width: each * 0.94 }
      const label = labeled ? formatFigure(words.locale, value, unitOf(chart, one), { compact: true }) : null
      return [barOf(chart, one, key, slot, [0, value], label, scale)]
    })
  )
}

function stacked(chart: ChartDefinition, scale: (value: number) => number): DrawnBar[] {
  const width = 1 / chart.categories.length
  return chart.categories.flatMap(({ key }, index) => {
    let [above, below] = [0, 0]
    return chart.series.flatMap((one): DrawnBar[] => {
      const value = pointAt(one, key)?.y ?? null
      if (value === null || value === 0) return []
      const from = value > 0 ? above : below
      if (value > 0) above += value
      else below += value
      return [barOf(chart, one, key, { from: index * width + width * 0.14, width: width * 0.72 }, [from, from + value], null, scale)]
    })
  })
}

function heatCells(chart: ChartDefinition, words: DrawingWords): DrawnBar[] {
  const strongest = Math.max(0, ...chart.series.flatMap(({ points }) => points.map(({ y }) => y ?? 0)))
  const [width, height] = [1 / chart.categories.length, 1 / chart.series.length]
  return chart.series.flatMap((one, row) =>
    chart.categories.flatMap(({ key }, column): DrawnBar[] => {
      const point = pointAt(one, key)
      if (!point || point.y === null) return []
      return [{
        color: printColor(0), x0: round(column * width), x1: round((column + 1) * width), y0: round(1 - (row + 1) * height), y1: round(1 - row * height),
        label: chart.categories.length <= 12 ? formatFigure(words.locale, point.y, unitOf(chart, one), { compact: true }) : null,
        pale: point.n !== undefined && point.n < (chart.minimumN ?? 0), comparison: false, interval: null, strength: strongest > 0 ? round(point.y / strongest) : 0
      }]
    })
  )
}

/** Ends of every stack, so that the axis holds them. */
function stackEnds(chart: ChartDefinition): number[] {
  return chart.categories.flatMap(({ key }) => {
    const values = chart.series.map((one) => pointAt(one, key)?.y ?? 0)
    return [values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0), values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0)]
  })
}

function rangeOf(chart: ChartDefinition): TickRange {
  const points = chart.series.flatMap((one) => one.points.flatMap(({ y, low, high }) => [y, low ?? null, high ?? null])).filter((value) => value !== null)
  const values = chart.kind === 'stacked-bar' ? stackEnds(chart) : points
  // A line of a stock, as followers are, says nothing from zero on; what is near zero anyway begins there.
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const fromZero = chart.kind !== 'line' || values.length === 0 || lowest <= 0 || lowest < highest * 0.75
  return tickRange(values, { fromZero, whole: chart.unit.kind === 'count' })
}

function marksOf(chart: ChartDefinition): Pick<ChartDrawing, 'breaks' | 'events'> {
  const count = chart.categories.length
  const order = new Map(chart.categories.map(({ key }, index) => [key, index]))
  return {
    breaks: chart.breaks.flatMap(({ x, label }) => {
      const index = order.get(x)
      return index === undefined ? [] : [{ at: round(index / count), label }]
    }),
    events: chart.annotations.flatMap(({ x, until, text }, position) => {
      const from = order.get(x)
      const last = order.get(until) ?? from
      return from === undefined || last === undefined ? [] : [{ from: round(from / count), until: round((last + 1) / count), number: String(position + 1), text }]
    })
  }
}

/** Lays a chart out. Pure: the same chart in the same language is the same drawing. */
export function drawChart(chart: ChartDefinition, words: DrawingWords): ChartDrawing {
  const range = rangeOf(chart)
  const scale = scaleOf(range)
  const heat = chart.kind === 'heat'
  const line = chart.kind === 'line'
  const bars = heat ? heatCells(chart, words) : chart.kind === 'stacked-bar' ? stacked(chart, scale) : line ? [] : sideBySide(chart, scale, words)
  const legend = !line && !heat && chart.series.length > 1
  return {
    form: heat ? 'heat' : line ? 'line' : 'bar',
    horizontal: chart.horizontal === true && !line && !heat,
    valueLabel: chart.valueLabel,
    ticks: heat ? [] : range.ticks.map((tick) => ({ at: scale(tick), label: formatFigure(words.locale, tick, chart.unit, { compact: true }) })),
    zero: heat || range.min > 0 || range.max < 0 ? null : scale(0),
    categories: categoriesOf(chart),
    rows: heat ? chart.series.map(({ name }, index) => ({ at: round(1 - (index + 0.5) / chart.series.length), label: name })) : [],
    lines: line ? linesOf(chart, scale) : [],
    bars,
    ...marksOf(chart),
    legend: legend ? chart.series.map(({ name, color, comparison }) => ({ name, color: printColor(color), dashed: comparison === true })) : []
  }
}
