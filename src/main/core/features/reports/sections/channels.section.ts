import type { SourceRow } from '../../../../../shared/features/analytics/analytics.contract'
import { type FigureBreak, sourceKey } from '../../../../../shared/features/analytics/analytics.schema'
import type { ReportMetric } from '../../../../../shared/features/reports/report-sections'
import { count, ratio } from '../../../../../shared/charts/figure-format'
import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { chartBlock, column, figureCell, tableBlock, textCell, unitOf } from '../../../../../shared/reports/blocks'
import type { Block } from '../../../../../shared/reports/report-data'
import { readOverview, type Frame } from '../../analytics'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'
import { seriesChart } from '../series-chart'
import { seenBasis } from './kpis.section'

type Basis = ReturnType<typeof seenBasis>

const seenOf = (row: SourceRow, basis: Basis): number | null => (basis === 'posts' ? row.postSeen : row.seen).value

/** Figures that a channel has as one number over the period. */
function valueOf(row: SourceRow, metric: ReportMetric, basis: Basis): number | null {
  switch (metric) {
    case 'interactions':
    case 'engagements':
      return row.interactions.value
    case 'engagement_rate':
      return row.engagementRate.value
    case 'new_followers':
      return row.newFollowers.value
    case 'followers':
      return row.followers?.value ?? null
    default:
      return seenOf(row, basis)
  }
}

const shownBy = (metric: ReportMetric): ReportMetric => (['interactions', 'engagement_rate', 'new_followers', 'followers'].includes(metric) ? metric : 'seen')

async function earlierRows(frame: Frame): Promise<Map<string, SourceRow>> {
  if (!frame.compared) return new Map()
  const { sources } = await readOverview({ ...frame, period: frame.compared, compared: undefined })
  return new Map(sources.map((row) => [sourceKey(row), row]))
}

interface Broken {
  keys: ReadonlySet<string>
  note: string
}

/** Channels whose figure is counted anew since the days that are compared with: what it was before is another figure. */
function brokenOf({ words, names }: ReportContext, frame: Frame, breaks: readonly FigureBreak[], metric: ReportMetric): Broken {
  const found = metric === 'seen' && frame.compared ? breaks.filter(({ on }) => on > (frame.compared?.from ?? '') && on <= frame.period.to) : []
  const note = found.map((one) => `${names.channel(one)}: ${words.t('report.change.break', { date: words.day(one.on) })}.`).join(' ')
  return { keys: new Set(found.map(sourceKey)), note }
}

async function compareChart(context: ReportContext, frame: Frame, rows: readonly SourceRow[], metric: ReportMetric, { broken, basis }: { broken: Broken; basis: Basis }): Promise<ChartDefinition> {
  const { words, names } = context
  const before = await earlierRows(frame)
  const points = (find: (key: string) => SourceRow | undefined) =>
    rows.map((row) => {
      const found = find(sourceKey(row))
      return { x: sourceKey(row), y: found ? valueOf(found, metric, basis) : null }
    })
  const now = new Map(rows.map((row) => [sourceKey(row), row]))
  const earlier = points((key) => (broken.keys.has(key) ? undefined : before.get(key)))
  return {
    kind: 'bar', title: words.t('report.chart.byChannel', { metric: words.metric(metric) }), valueLabel: words.metric(metric), categoryLabel: words.t('report.column.channel'),
    unit: unitOf(metric), horizontal: rows.length > 6,
    categories: rows.map((row) => ({ key: sourceKey(row), label: names.channel(row) })),
    series: [
      { id: 'now', name: words.period(frame.period.from, frame.period.to), color: 0, points: points((key) => now.get(key)) },
      ...(frame.compared && earlier.some(({ y }) => y !== null)
        ? [{ id: 'before', name: words.period(frame.compared.from, frame.compared.to), color: 0 as const, comparison: true, points: earlier }]
        : [])
    ],
    breaks: [], annotations: [], ...(broken.note !== '' && { note: broken.note })
  }
}

function channelTable({ words, names }: ReportContext, rows: readonly SourceRow[], basis: Basis): Block[] {
  const { t } = words
  const columns = [
    column(t('report.column.channel'), 2.4, 'left'), column(t('report.column.posts'), 0.9), column(words.metric('seen'), 1.3), column(words.metric('interactions'), 1.3),
    column(words.metric('engagement_rate'), 1.5), column(words.metric('followers'), 1.2), column(words.metric('new_followers'), 1.3)
  ]
  const cells = rows.map((row) => [
    textCell(names.channel(row)), figureCell(words, row.posts, count), figureCell(words, seenOf(row, basis), count),
    figureCell(words, row.interactions.value, count), figureCell(words, row.engagementRate.value, ratio), figureCell(words, row.followers?.value, count),
    figureCell(words, row.newFollowers.value, count)
  ])
  return tableBlock(null, columns, cells, t('report.glossary.missing'))
}

/** Known by nothing but an earlier file: no row of dashes. */
const isSaid = ({ posts, seen, newFollowers, followers }: SourceRow): boolean => posts > 0 || seen.known > 0 || newFollowers.known > 0 || followers !== null

/** Channels side by side, against the days before, and their figures. */
export const writeChannels: SectionWriter = async (context, { options }) => {
  const frame = frameFor(context, options)
  const overview = frame === context.frame ? await context.overview() : await readOverview(frame)
  const metric = shownBy(options.metric ?? 'seen')
  const basis = seenBasis(overview.sources)
  const rows = overview.sources.filter(isSaid).toSorted((a, b) => (valueOf(b, metric, basis) ?? -1) - (valueOf(a, metric, basis) ?? -1))
  if (rows.length === 0) return []
  const blocks: Block[] = []
  if (options.chart) {
    blocks.push(...chartBlock(context.words, await compareChart(context, frame, rows, metric, { broken: brokenOf(context, frame, overview.breaks, metric), basis })))
    if (metric !== 'followers') blocks.push(...chartBlock(context.words, await seriesChart(context, frame, 'followers', overview)))
  }
  if (options.table) blocks.push(...channelTable(context, rows, basis))
  return blocks
}
