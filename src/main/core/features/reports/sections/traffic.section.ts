import { count, type FigureUnit } from '../../../../../shared/charts/figure-format'
import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { seriesColor } from '../../../../../shared/charts/palette'
import { changeOf } from '../../../../../shared/features/analytics/known'
import type { PlainSum } from '../../../../../shared/features/analytics/analytics.schema'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import { chartBlock, column, figureCell, moved, tableBlock, textCell } from '../../../../../shared/reports/blocks'
import type { Block, Tile } from '../../../../../shared/reports/report-data'
import { readTraffic } from '../../analytics'
import type { ReportContext, SectionWriter } from '../report-context'

type Traffic = Awaited<ReturnType<typeof readTraffic>>

const toKnown = ({ value, known, expected }: PlainSum) => ({ value: value ?? undefined, known, expected })

function tilesOf({ words, frame }: ReportContext, { totals, before }: Traffic): Tile[] {
  const shown: [keyof Traffic['totals'], FigureUnit][] = [['sessions', count], ['conversions', count], ['events', count], ['revenue', { kind: 'number', decimals: 2 }]]
  return shown.flatMap(([name, unit]): Tile[] => {
    const now = totals[name]
    if (now.value === null) return []
    const { note, ...change } = moved(words, changeOf(toKnown(now), before ? toKnown(before[name]) : undefined), frame.compared !== undefined)
    return [{ label: words.metric(name), value: words.figure(now.value, unit), raw: now.value, unit, ...change, note }]
  })
}

function curve({ words, frame }: ReportContext, { series }: Traffic): ChartDefinition {
  const shown = series.filter(({ name }) => name === 'sessions')
  const [title, category] = { day: ['report.chart.byDay', 'report.axis.day'], week: ['report.chart.byWeek', 'report.axis.week'], month: ['report.chart.byMonth', 'report.axis.month'] }[frame.grain] as ['report.chart.byDay', 'report.axis.day']
  return {
    kind: 'line', title: words.t(title, { metric: words.metric('sessions') }), valueLabel: words.metric('sessions'), categoryLabel: words.t(category), unit: count,
    categories: frame.buckets.map((bucket) => ({ key: bucket, label: words.day(bucket), short: words.shortDay(bucket) })),
    series: shown.map(({ points }, index) => ({ id: String(index), name: words.metric('sessions'), color: seriesColor(index), points: points.map(({ bucket, value }) => ({ x: bucket, y: value })) })),
    breaks: [], annotations: []
  }
}

/** Where visitors came from: the dimension of the file that has most values with visits. */
function sourceTable({ words }: ReportContext, { rows }: Traffic, most: number): Block[] {
  const dimensions = [...new Set(rows.filter(({ sessions }) => sessions !== null).map(({ dimension }) => dimension))]
  return dimensions.slice(0, 3).flatMap((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension && row.sessions !== null).toSorted((a, b) => (b.sessions ?? 0) - (a.sessions ?? 0)).slice(0, most)
    const name = oneLine(dimension, 40)
    const columns = [column(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, 3, 'left'), column(words.metric('sessions')), column(words.metric('users')), column(words.metric('conversions'))]
    const cells = own.map((row) => [textCell(oneLine(row.value, 90)), figureCell(words, row.sessions, count), figureCell(words, row.users, count), figureCell(words, row.conversions, count)])
    return tableBlock(null, columns, cells)
  })
}

/** Visits to the client's site. */
export const writeTraffic: SectionWriter = async (context, { options }) => {
  const traffic = await readTraffic(context.frame)
  const tiles = tilesOf(context, traffic)
  const blocks: Block[] = tiles.length > 0 ? [{ kind: 'tiles', title: null, tiles }] : []
  if (options.chart) blocks.push(...chartBlock(context.words, curve(context, traffic)))
  if (options.table) blocks.push(...sourceTable(context, traffic, options.count ?? 10))
  return blocks
}
