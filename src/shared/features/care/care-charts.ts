import type { ChartDefinition } from '../../charts/chart-definition'
import { count } from '../../charts/figure-format'
import type { CareOutcome, CareReport } from './care-report.schema'

/** Words of the language that the charts are read in. */
export interface CareChartWords {
  medianTitle: string
  outcomesTitle: string
  /** With what it is told in. */
  medianLabel(unit: 'minutes' | 'hours'): string
  countLabel: string
  categoryLabel: string
  outcome(outcome: CareOutcome): string
  day(day: string): string
  shortDay(day: string): string
}

type Buckets = Pick<CareReport, 'buckets'>

const frameOf = ({ buckets }: Buckets, words: CareChartWords) => ({
  categoryLabel: words.categoryLabel,
  categories: buckets.map(({ bucket }) => ({ key: bucket, label: words.day(bucket), short: words.shortDay(bucket) })),
  breaks: [], annotations: []
})

const HOUR = 3_600_000
/** Up to here minutes say more. */
const FEW_HOURS = 2 * HOUR

/** Median of the first response over the days; a day without an answer is a gap. In hours, or in minutes where all are short. */
export function medianChart(report: Buckets, words: CareChartWords): ChartDefinition {
  const unit = report.buckets.every(({ first }) => (first.median ?? 0) <= FEW_HOURS) ? 'minutes' : 'hours'
  const label = words.medianLabel(unit)
  const told = (ms: number): number => Math.round((ms / HOUR) * (unit === 'minutes' ? 600 : 100)) / (unit === 'minutes' ? 10 : 100)
  return {
    ...frameOf(report, words), kind: 'line', title: words.medianTitle, valueLabel: label, unit: { kind: 'number', decimals: 1 },
    series: [{ id: 'median', name: label, color: 0, points: report.buckets.map(({ bucket, first: { median, n } }) => ({ x: bucket, y: median === null ? null : told(median), n })) }]
  }
}

const drawn = [['met', 0], ['missed', 1], ['waiting', 3], ['closed', 4]] as const

/** How many first responses came in time, late or not at all. Kinds that do not occur are left out. */
export function outcomesChart(report: Buckets, words: CareChartWords): ChartDefinition {
  return {
    ...frameOf(report, words), kind: 'stacked-bar', title: words.outcomesTitle, valueLabel: words.countLabel, unit: count,
    series: drawn
      .filter(([outcome]) => report.buckets.some(({ first }) => first[outcome] > 0))
      .map(([outcome, color]) => ({ id: outcome, name: words.outcome(outcome), color, points: report.buckets.map(({ bucket, first }) => ({ x: bucket, y: first[outcome] })) }))
  }
}
