import type { FigureUnit } from './figure-format'

/**
 * A chart as pure data: JSON through and through, words already in the language of whoever will read it. Drawn by chart.js on
 * screen, as vectors in a report, and as a table behind either. Nothing here knows a medium.
 */
export type ChartKind = 'line' | 'bar' | 'stacked-bar' | 'heat'

/** Index into the palette (`charts/palette.ts`), which is safe for color-blind readers. */
export type SeriesColor = 0 | 1 | 2 | 3 | 4 | 5

/** At most so many series in a line or bar chart; more are told apart by nobody. A heat map has a row a series. */
export const MAX_SERIES = 6

export interface ChartPoint {
  /** `key` of a category. */
  x: string
  /** Null: not known. Drawn as a gap, never as zero and never bridged. */
  y: number | null
  /** How many things the value rests on. */
  n?: number
  /** Ends of the interval of the value, where there is one. */
  low?: number
  high?: number
}

export interface ChartSeries {
  id: string
  name: string
  color: SeriesColor
  /** In the order of the categories. A category without a point is a gap as well. */
  points: ChartPoint[]
  /** What is compared with: drawn dashed and lighter. */
  comparison?: boolean
  /** Written at the end of the line or on the bar; the name without it. */
  directLabel?: string
  /** Where it is measured in something else than the chart is: a stock beside gains is a chart of its own instead. */
  unit?: FigureUnit
}

export interface ChartCategory {
  key: string
  /** Whole, as in the table and the tooltip: `Mon, Oct 12, 2026`. */
  label: string
  /** At the axis: `Oct 12`. Empty: no tick. A line break makes two lines, for long names beside lying bars. */
  short?: string
}

/** From this category on the figure means something else (renamed, counted anew). Growth across it is no growth. */
export interface ChartBreak {
  x: string
  label: string
}

/** An event that explains a curve. */
export interface ChartAnnotation {
  id: string
  /** First and last category it covers; the same for one day. */
  x: string
  until: string
  text: string
}

export interface ChartDefinition {
  kind: ChartKind
  title: string
  /** What the values are: `Views a day`. Names the value axis and the columns of the table. */
  valueLabel: string
  /** What the categories are: `Day`. Heads the first column of the table. */
  categoryLabel: string
  unit: FigureUnit
  categories: ChartCategory[]
  series: ChartSeries[]
  breaks: ChartBreak[]
  annotations: ChartAnnotation[]
  /** Bars from the left, for many or long names. */
  horizontal?: boolean
  /** A line of stocks (followers), whose small changes would vanish above zero. Bars always stand on zero. */
  floating?: boolean
  /** Things the whole chart rests on, said under it. */
  n?: number
  /** Under it, in one line: the formula, what is left out, whose zone the days are in. */
  note?: string
  /** Fewer than so many are too few: a heat cell or bar with a smaller n is gray. */
  minimumN?: number
}

/** The point of a series in a category; undefined where there is none, which is a gap as a null is. */
export const pointAt = (series: ChartSeries, key: string): ChartPoint | undefined => series.points.find((point) => point.x === key)

/** Values of a series in the order of the categories; null for gaps. */
export function valuesOf({ categories }: ChartDefinition, series: ChartSeries): (number | null)[] {
  const known = new Map(series.points.map((point) => [point.x, point.y]))
  return categories.map(({ key }) => known.get(key) ?? null)
}

/** Whether anything is known at all: a chart without is words instead. */
export const hasValues = ({ series }: ChartDefinition): boolean => series.some(({ points }) => points.some(({ y }) => y !== null))

/** Runs of categories without a value in a series that has some: `[first, last]` as indexes. */
export function gapsOf(chart: ChartDefinition, series: ChartSeries): [number, number][] {
  const gaps: [number, number][] = []
  let start: number | undefined
  const values = valuesOf(chart, series)
  values.forEach((value, index) => {
    if (value === null) start ??= index
    else if (start !== undefined) {
      gaps.push([start, index - 1])
      start = undefined
    }
  })
  if (start !== undefined) gaps.push([start, values.length - 1])
  return gaps
}
