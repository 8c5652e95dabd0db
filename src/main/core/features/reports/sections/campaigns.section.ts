import type { CampaignRow } from '../../../../../shared/features/analytics/analytics.contract'
import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { count, money, ratio } from '../../../../../shared/charts/figure-format'
import { chartBlock, column, figureCell, tableBlock, textCell } from '../../../../../shared/reports/blocks'
import type { Block } from '../../../../../shared/reports/report-data'
import { readCampaignBoard } from '../../analytics'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'

type Shown = 'seen' | 'interactions' | 'engagement_rate'

const valueOf = (row: CampaignRow, metric: Shown): number | null =>
  metric === 'seen' ? row.seen.value : metric === 'interactions' ? row.interactions.value : row.engagementRate.value

function campaignChart({ words, names }: ReportContext, rows: readonly CampaignRow[], metric: Shown): ChartDefinition {
  return {
    kind: 'bar', title: words.t('report.chart.byCampaign', { metric: words.metric(metric) }), valueLabel: words.metric(metric), categoryLabel: words.t('report.column.campaign'),
    unit: metric === 'engagement_rate' ? ratio : count, horizontal: true,
    categories: rows.map(({ campaignId }) => ({ key: campaignId, label: names.campaign(campaignId) })),
    series: [{ id: 'campaigns', name: words.metric(metric), color: 0, points: rows.map((row) => ({ x: row.campaignId, y: valueOf(row, metric) })) }],
    breaks: [], annotations: []
  }
}

/** What was spent of what was planned, in the currency of the campaign. */
function budgetWords({ words }: ReportContext, { pacing, currency }: CampaignRow): string {
  const [spent, planned] = [words.figure(pacing.spent, money(currency)), words.figure(pacing.budget, money(currency))]
  return pacing.budget === null ? (pacing.spent === null ? '' : spent) : words.t('report.ads.plan', { spent, planned })
}

function campaignTable(context: ReportContext, rows: readonly CampaignRow[]): Block[] {
  const { words, names } = context
  const { t } = words
  const columns = [
    column(t('report.column.campaign'), 2.4, 'left'), column(t('report.column.posts'), 0.9), column(words.metric('seen'), 1.2), column(words.metric('interactions'), 1.2),
    column(words.metric('engagement_rate'), 1.4), column(words.metric('link_clicks'), 1.2), column(words.metric('spend'), 2)
  ]
  const cells = rows.map((row) => [
    textCell(names.campaign(row.campaignId)), figureCell(words, row.posts, count), figureCell(words, row.seen.value, count), figureCell(words, row.interactions.value, count),
    figureCell(words, row.engagementRate.value, ratio), figureCell(words, row.linkClicks.value, count), { text: budgetWords(context, row) || words.figure(null, count), value: row.pacing.spent, unit: money(row.currency) }
  ])
  return tableBlock(null, columns, cells, t('report.ads.note'))
}

/** Campaigns of the period: their posts, and beside them, never in them, what was spent. */
export const writeCampaigns: SectionWriter = async (context, { options }) => {
  const metric: Shown = options.metric === 'interactions' || options.metric === 'engagement_rate' ? options.metric : 'seen'
  const { campaigns } = await readCampaignBoard(frameFor(context, options))
  const said = campaigns.filter((row) => row.posts > 0 || row.ads.length > 0)
  const rows = said.toSorted((a, b) => (valueOf(b, metric) ?? -1) - (valueOf(a, metric) ?? -1)).slice(0, options.count ?? 10)
  if (rows.length === 0) return []
  return [...(options.chart && rows.length > 1 ? chartBlock(context.words, campaignChart(context, rows, metric)) : []), ...(options.table ? campaignTable(context, rows) : [])]
}
