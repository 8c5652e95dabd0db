import type { AppOutputs } from '../../../../shared/contract'
import { type BucketSeries, sourceKey } from '../../../../shared/features/analytics/analytics.schema'
import type { ChartBreak, ChartDefinition, ChartSeries } from '../../../../shared/charts/chart-definition'
import { MAX_SERIES } from '../../../../shared/charts/chart-definition'
import { seriesColor } from '../../../../shared/charts/palette'
import { eachDay } from '../../../../shared/time'
import type { ReportMetric } from '../../../../shared/features/reports/report-sections'
import { unitOf } from '../../../../shared/reports/blocks'
import { readChannels, readFollowers, type Frame } from '../analytics'
import { listAnnotations } from './annotations.queries'
import type { ReportContext } from './report-context'

type Overview = AppOutputs['analytics']['overview']
type Breaks = Overview['breaks']

const axis = { day: ['report.chart.byDay', 'report.axis.day'], week: ['report.chart.byWeek', 'report.axis.week'], month: ['report.chart.byMonth', 'report.axis.month'] } as const

const weight = ({ points }: BucketSeries): number => points.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** Curves of the channels, largest first; what has no room is left out and said, never summed. */
async function seriesOf(frame: Frame, metric: ReportMetric, overview: Overview): Promise<{ all: BucketSeries[]; breaks: Breaks }> {
  if (metric === 'followers') return { all: (await readFollowers(frame)).stock, breaks: [] }
  const name = metric === 'views' || metric === 'impressions' ? 'seen' : metric
  if (name === 'seen' && overview.series.length > 0 && frame.filters.channelIds.length === 0) return { all: overview.series, breaks: overview.breaks }
  const { series, breaks } = await readChannels(frame)
  return { all: series.filter((one) => one.name === name), breaks: breaks.filter((one) => one.name === name) }
}

/** The bucket that a day is in: the last that begins on it or before. */
const bucketFor = (buckets: readonly string[], day: string): string | undefined => buckets.findLast((bucket) => bucket <= day)

const missingOf = (frame: Frame, series: BucketSeries): number => {
  const known = new Set(series.points.filter(({ value }) => value !== null).map(({ bucket }) => bucket))
  return eachDay(frame.period.from, frame.period.to).filter((day) => day < frame.today && !known.has(day)).length
}

function noteOf({ words }: ReportContext, frame: Frame, shown: readonly { name: string; series: BucketSeries }[], left: readonly string[]): string {
  const gaps = frame.grain === 'day' ? shown.flatMap(({ name, series }) => {
    const n = missingOf(frame, series)
    return n === 0 ? [] : [words.t('report.chart.gap', { n, name })]
  }) : []
  const others = left.length === 0 ? [] : [`${words.t('report.chart.others')}: ${words.list(left)}.`]
  return [...gaps, ...others].join(' ')
}

/** Says so where the figure above is of posts and the curve of days, which the files of some channels do not tell. */
function daysOnly({ words, names }: ReportContext, metric: ReportMetric, overview: Overview, shown: readonly { name: string }[]): string {
  if (!['seen', 'views', 'impressions'].includes(metric) || shown.length === 0) return ''
  const others = overview.sources.filter(({ seen, postSeen }) => seen.value === null && postSeen.value !== null).map((source) => names.channel(source))
  return others.length === 0 ? '' : words.t('report.chart.daysOnly', { metric: words.metric(metric), names: words.list(shown.map(({ name }) => name)), others: words.list(others) })
}

/** A curve a channel over the period, with gaps, breaks and the events that a person noted. */
export async function seriesChart(context: ReportContext, frame: Frame, metric: ReportMetric, overview: Overview): Promise<ChartDefinition> {
  const { words, names, db } = context
  const { all, breaks } = await seriesOf(frame, metric, overview)
  const ranked = all.toSorted((a, b) => weight(b) - weight(a)).map((series) => ({ name: names.channel(series), series }))
  const shown = ranked.slice(0, MAX_SERIES)
  const [title, category] = axis[frame.grain]
  const drawn = new Set(shown.map(({ series }) => sourceKey(series)))
  const series: ChartSeries[] = shown.map(({ name, series: { points } }, index) => ({
    id: String(index), name, color: seriesColor(index), points: points.map(({ bucket, value, known }) => ({ x: bucket, y: value, n: known }))
  }))
  const marks: ChartBreak[] = breaks.flatMap((one) => {
    const x = drawn.has(sourceKey(one)) && one.on >= frame.period.from ? bucketFor(frame.buckets, one.on) : undefined
    return x === undefined ? [] : [{ x, label: `${names.channel(one)}: ${words.metric('impressions')} → ${words.metric('views')}` }]
  })
  const notes = await listAnnotations(db, frame.period, frame.filters.channelIds)
  return {
    kind: 'line', title: words.t(title, { metric: words.metric(metric) }), valueLabel: words.metric(metric), categoryLabel: words.t(category), unit: unitOf(metric),
    categories: frame.buckets.map((bucket) => ({ key: bucket, label: words.day(bucket), short: words.shortDay(bucket) })),
    series,
    breaks: marks,
    annotations: notes.flatMap(({ id, startsOn, endsOn, text }) => {
      const [x, until] = [bucketFor(frame.buckets, startsOn) ?? frame.buckets[0], bucketFor(frame.buckets, endsOn)]
      return x === undefined || until === undefined ? [] : [{ id, x, until, text }]
    }),
    note: [noteOf(context, frame, shown, ranked.slice(MAX_SERIES).map(({ name }) => name)), daysOnly(context, metric, overview, shown)].filter(Boolean).join(' ')
  }
}
