import type { ChartAnnotation, ChartBreak, ChartCategory, ChartDefinition, ChartSeries } from '../../charts/chart-definition'
import { count, money, type FigureUnit } from '../../charts/figure-format'
import { seriesColor } from '../../charts/palette'
import type { Annotation } from './annotations.contract'
import { type BucketSeries, type FigureBreak, type Source, sourceKey } from './analytics.schema'
import { bucketOf, type Grain } from './periods'
import type { WeekStart } from '../../time'

/** Words of the language a chart is read in; screen and report bring their own. */
export interface ChartText {
  locale: string
  /** `Museum on Instagram`. */
  source(source: Source): string
  /** `Instagram`: written beside a line where each network has but one. */
  network?(network: string): string
  /** `Views`, `Reach`. */
  figure(name: string): string
  /** Heads the categories: `Day`, `Week from`, `Month`. */
  grain(grain: Grain): string
  /** `Facebook: impressions became views`. */
  broken(one: FigureBreak): string
  /** Under charts of weeks and months: `Mean of the known days of each week`. */
  meanNote(grain: Grain): string
}

interface BucketFrame {
  grain: Grain
  buckets: readonly string[]
}

const utc = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })

/** Days, weeks or months as categories, in words of the locale. */
export function bucketCategories({ grain, buckets }: BucketFrame, locale: string): ChartCategory[] {
  const long = utc(locale, grain === 'month' ? { month: 'long', year: 'numeric' } : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const short = utc(locale, grain === 'month' ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' })
  return buckets.map((key) => ({ key, label: long.format(new Date(key)), short: short.format(new Date(key)) }))
}

interface SeriesChart extends BucketFrame {
  title: string
  name: string
  unit?: FigureUnit
  series: readonly BucketSeries[]
  breaks?: readonly FigureBreak[]
  annotations?: readonly Annotation[]
  weekStart?: WeekStart
  floating?: boolean
  /** The days compared with: their buckets stand under those of the chart, the first under the first. */
  earlier?: { series: readonly BucketSeries[]; name: (channel: string) => string; label: string }
  /** Colors by channel, so that one keeps its own over all charts of a screen. */
  colorOf?: (source: Source) => number
}

const LINES = 6

/** Dashed lines of the days before, as far as there is room for them beside the lines of now. */
function linesBefore({ earlier, buckets, grain }: SeriesChart, shown: readonly ChartSeries[]): ChartSeries[] {
  const found = new Map(earlier?.series.map((one) => [sourceKey(one), one]))
  return shown.slice(0, Math.max(0, LINES - shown.length)).flatMap(({ id, name, color }): ChartSeries[] => {
    const one = found.get(id)
    if (!earlier || !one) return []
    const points = one.points.slice(0, buckets.length).map(({ value, known }, at) => ({ x: buckets[at] ?? '', y: value, ...(grain !== 'day' && value !== null && { n: known }) }))
    return [{ id: `before ${id}`, name: earlier.name(name), directLabel: earlier.label, color, points, comparison: true }]
  })
}

/** One line a channel. Days without figures are gaps. With more than six channels, the six with the most. */
export function channelLines(input: SeriesChart, text: ChartText): ChartDefinition {
  const { grain, title, name, unit = count, series, breaks = [], annotations = [], weekStart = 'monday', colorOf } = input
  const sum = (one: BucketSeries): number => one.points.reduce((all, { value }) => all + (value ?? 0), 0)
  const networks = new Set(series.map(({ network }) => network))
  const short = (one: Source): string | undefined => (networks.size === series.length ? text.network?.(one.network) : undefined)
  const shown = new Set(series.toSorted((a, b) => sum(b) - sum(a)).slice(0, LINES))
  const bucket = (day: string): string => bucketOf(day, grain, weekStart)
  const inside = (key: string): boolean => input.buckets.includes(key)
  const first = input.buckets[0] ?? ''
  const last = input.buckets.at(-1) ?? ''
  const clamp = (key: string): string => (key < first ? first : key > last ? last : key)
  const lines = series.filter((one) => shown.has(one)).map((one, index): ChartSeries => ({
    id: sourceKey(one),
    name: text.source(one),
    ...(short(one) && { directLabel: short(one) }),
    color: seriesColor(colorOf?.(one) ?? index),
    points: one.points.map(({ bucket: x, value, known }) => ({ x, y: value, ...(grain !== 'day' && value !== null && { n: known }) }))
  }))
  return {
    kind: 'line',
    title,
    valueLabel: text.figure(name),
    categoryLabel: text.grain(grain),
    unit,
    categories: bucketCategories(input, text.locale),
    series: [...lines, ...linesBefore(input, lines)],
    breaks: breaks.flatMap((one): ChartBreak[] => (inside(bucket(one.on)) && one.name === name ? [{ x: bucket(one.on), label: text.broken(one) }] : [])),
    annotations: annotations.map((one): ChartAnnotation => ({ id: one.id, x: clamp(bucket(one.startsOn)), until: clamp(bucket(one.endsOn)), text: one.text })),
    ...(grain !== 'day' && { note: text.meanNote(grain) }),
    ...(input.floating && { floating: true })
  }
}

/** Bars from the left, one a row; null is a gap and not a bar of nothing. */
export function rankedBars(
  input: { title: string; valueLabel: string; categoryLabel: string; unit?: FigureUnit; rows: readonly { key: string; label: string; value: number | null; n?: number }[]; note?: string }
): ChartDefinition {
  const { title, valueLabel, categoryLabel, unit = count, rows, note } = input
  return {
    kind: 'bar', title, valueLabel, categoryLabel, unit, horizontal: true, breaks: [], annotations: [], ...(note && { note }),
    categories: rows.map(({ key, label }) => ({ key, label })),
    series: [{ id: 'value', name: valueLabel, color: 0, points: rows.map(({ key, value, n }) => ({ x: key, y: value, ...(n !== undefined && { n }) })) }]
  }
}

/** Spend of each day in one currency. A day without a row is not known, and so a gap. */
export function spendBars(
  input: { title: string; currency: string; days: readonly { day: string; value: number }[]; buckets: readonly string[]; annotations?: readonly Annotation[] },
  text: ChartText
): ChartDefinition {
  const known = new Map(input.days.map(({ day, value }) => [day, value]))
  const days = input.buckets
  return {
    kind: 'bar', title: input.title, valueLabel: text.figure('spend'), categoryLabel: text.grain('day'), unit: money(input.currency),
    categories: bucketCategories({ grain: 'day', buckets: days }, text.locale),
    series: [{ id: input.currency, name: text.figure('spend'), color: 0, points: days.map((x) => ({ x, y: known.get(x) ?? null })) }],
    breaks: [],
    annotations: (input.annotations ?? []).map((one) => ({ id: one.id, x: one.startsOn, until: one.endsOn, text: one.text }))
  }
}

/** Two figures of each category side by side, in the same unit; never one on top of the other. */
export function sideBySide(
  input: { title: string; valueLabel: string; categoryLabel: string; note?: string; unit?: FigureUnit; names: readonly [string, string]; rows: readonly { key: string; label: string; values: readonly [number | null, number | null] }[] }
): ChartDefinition {
  const { title, valueLabel, categoryLabel, note, unit = count, names, rows } = input
  return {
    kind: 'bar', title, valueLabel, categoryLabel, unit, breaks: [], annotations: [], ...(note && { note }),
    categories: rows.map(({ key, label }) => ({ key, label })),
    series: ([0, 1] as const).map((at) => ({ id: String(at), name: names[at], color: at, points: rows.map(({ key, values }) => ({ x: key, y: values[at] })) }))
  }
}
