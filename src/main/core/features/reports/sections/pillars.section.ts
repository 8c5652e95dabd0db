import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { count } from '../../../../../shared/charts/figure-format'
import type { PostMetric } from '../../../../../shared/features/analytics/post-metrics'
import { fewestToShow } from '../../../../../shared/features/analytics/statistics'
import { chartBlock, column, figureCell, tableBlock, textCell, unitOf } from '../../../../../shared/reports/blocks'
import type { Block } from '../../../../../shared/reports/report-data'
import { readGroups } from '../../content-analytics'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'
import { rankable } from './posts.section'

type Group = Awaited<ReturnType<typeof readGroups>>['groups'][number]

function groupChart({ words, names, frame }: ReportContext, groups: readonly Group[], metric: PostMetric): ChartDefinition {
  const known = groups.filter(({ estimate }) => estimate !== null)
  const formula = metric === 'engagement_rate' ? `${words.formula(frame.formula)}. ` : ''
  return {
    kind: 'bar', title: words.t('report.chart.byPillar', { metric: words.metric(metric) }), valueLabel: words.metric(metric), categoryLabel: words.t('report.column.pillar'),
    unit: unitOf(metric), horizontal: true, minimumN: fewestToShow,
    categories: known.map(({ key }) => ({ key: key || 'none', label: names.pillar(key) })),
    series: [{
      id: 'pillars', name: words.metric(metric), color: 0,
      points: known.flatMap(({ key, estimate }) =>
        estimate ? [{ x: key || 'none', y: estimate.value, n: estimate.n, ...(estimate.low !== null && estimate.high !== null && { low: estimate.low, high: estimate.high }) }] : [])
    }],
    breaks: [], annotations: [], note: `${formula}${words.t('report.chart.interval', { n: fewestToShow })}`
  }
}

function groupTable({ words, names }: ReportContext, groups: readonly Group[], metric: PostMetric): Block[] {
  const { t } = words
  const unit = unitOf(metric)
  const targets = groups.some(({ target }) => target !== null)
  const columns = [
    column(t('report.column.pillar'), 2.4, 'left'), column(t('report.column.posts')), column(t('report.column.share')), ...(targets ? [column(t('report.column.target'))] : []),
    column(words.metric(metric), 1.5), column(t('report.column.interval'), 1.8)
  ]
  const rows = groups.map(({ key, posts, share, target, estimate }) => [
    textCell(names.pillar(key)), figureCell(words, posts, count), figureCell(words, key === '' ? null : share, { kind: 'ratio', decimals: 0 }),
    ...(targets ? [figureCell(words, target === null ? null : target / 100, { kind: 'ratio', decimals: 0 })] : []),
    figureCell(words, estimate?.value, unit),
    textCell(estimate && estimate.low !== null && estimate.high !== null ? `${words.figure(estimate.low, unit)} – ${words.figure(estimate.high, unit)}` : '')
  ])
  return tableBlock(null, columns, rows)
}

/** Pillars by a figure with what is sure of it, and the mix that was planned beside the one that came. */
export const writePillars: SectionWriter = async (context, { options }) => {
  const metric = rankable(options.metric)
  const frame = frameFor(context, options)
  const scope = { clientId: context.workspace.id, ...frame.period, compare: { kind: 'none' as const }, filters: frame.filters }
  // A rate of several posts is by all of their interactions; of counts the median is shown, as on the screen.
  const { groups } = await readGroups(context.workspace, scope, { metric, by: 'pillar', statistic: metric === 'engagement_rate' ? 'average' : 'typical' })
  // Posts of no pillar alone say nothing of pillars.
  if (!groups.some(({ key, posts }) => key !== '' && posts > 0)) return []
  return [
    ...(options.chart ? chartBlock(context.words, groupChart(context, groups, metric)) : []),
    ...(options.table ? groupTable(context, groups, metric) : [])
  ]
}
