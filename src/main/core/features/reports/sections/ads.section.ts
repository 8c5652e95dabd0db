import type { AdsBoard } from '../../../../../shared/features/analytics/analytics.contract'
import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { count, money } from '../../../../../shared/charts/figure-format'
import { oneLine } from '../../../../../shared/features/reports/rich-text'
import { eachDay } from '../../../../../shared/time'
import { chartBlock, column, figureCell, moved, tableBlock, textCell } from '../../../../../shared/reports/blocks'
import type { Block, Tile } from '../../../../../shared/reports/report-data'
import { between } from '../../../../../shared/features/analytics/known'
import { readAdsBoard } from '../../analytics'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'

type Total = AdsBoard['totals'][number]

/** Money of two currencies is never added up, so that each has tiles of its own. */
function tilesOf({ words, frame }: ReportContext, total: Total): Block {
  const unit = money(total.currency)
  const change = frame.compared && total.spend !== null && total.spendBefore !== null ? between(total.spend, total.spendBefore) : { kind: 'unknown' as const }
  const { change: text, note } = moved(words, change, frame.compared !== undefined)
  const tile = (label: string, value: number | null, inUnit: Tile['unit']): Tile => ({
    label, value: words.figure(value, inUnit), raw: value, unit: inUnit, change: null, direction: 'none', note: value === null ? words.t('report.figure.missing') : null
  })
  return {
    kind: 'tiles', title: total.currency === '' ? null : words.t('report.ads.currency', { currency: total.currency }),
    tiles: [
      // More spent is neither good nor bad.
      { ...tile(words.metric('spend'), total.spend, unit), change: text, note },
      tile(words.metric('impressions'), total.impressions, count), tile(words.metric('link_clicks'), total.link_clicks, count), tile(words.t('report.column.cost'), total.cpc, unit)
    ]
  }
}

function spendChart({ words, frame }: ReportContext, { currency, days }: AdsBoard['spend'][number]): ChartDefinition {
  const known = new Map(days.map(({ day, value }) => [day, value]))
  return {
    kind: 'bar', title: words.t('report.chart.byDay', { metric: words.metric('spend') }), valueLabel: `${words.metric('spend')}${currency === '' ? '' : ` (${currency})`}`,
    categoryLabel: words.t('report.axis.day'), unit: money(currency),
    categories: eachDay(frame.period.from, frame.period.to).map((day) => ({ key: day, label: words.day(day), short: words.shortDay(day) })),
    series: [{ id: 'spend', name: words.metric('spend'), color: 1, points: eachDay(frame.period.from, frame.period.to).map((x) => ({ x, y: known.get(x) ?? null })) }],
    breaks: [], annotations: []
  }
}

function adTable({ words, names }: ReportContext, ads: readonly AdsBoard['ads'][number][]): Block[] {
  const { t } = words
  const columns = [
    column(t('report.column.campaign'), 3, 'left'), column(t('report.column.network'), 1.3, 'left'), column(words.metric('spend'), 1.3), column(words.metric('impressions'), 1.3),
    column(words.metric('link_clicks'), 1.2), column(words.metric('results'), 1.1), column(t('report.column.cost'), 1.3)
  ]
  const rows = ads.map((ad) => {
    const unit = money(ad.currency)
    const name = [...new Set([ad.campaign, ad.adSet, ad.ad].filter(Boolean))].join(' › ')
    return [
      textCell(oneLine(name, 90)), textCell(names.network(ad.network)), figureCell(words, ad.spend, unit), figureCell(words, ad.impressions, count),
      figureCell(words, ad.link_clicks, count), figureCell(words, ad.results, count), figureCell(words, ad.cpc, unit)
    ]
  })
  return tableBlock(null, columns, rows)
}

/** Paid figures, which stand for themselves. */
export const writeAds: SectionWriter = async (context, { options }) => {
  const board = await readAdsBoard(frameFor(context, options))
  const counted = board.ads.filter(({ rows }) => rows > 0)
  if (counted.length === 0) return []
  const largest = counted.toSorted((a, b) => (b.spend ?? -1) - (a.spend ?? -1)).slice(0, options.count ?? 10)
  return [
    ...board.totals.map((total) => tilesOf(context, total)),
    { kind: 'note', text: context.words.t('report.ads.note') },
    ...(options.chart ? board.spend.filter(({ days }) => days.length > 1).flatMap((one) => chartBlock(context.words, spendChart(context, one))) : []),
    ...(options.table ? adTable(context, largest) : [])
  ]
}
