import type { Change } from '../features/analytics/known'
import { chartAlternative } from './chart-alternative'
import { drawChart } from '../charts/chart-drawing'
import { hasValues, type ChartDefinition } from '../charts/chart-definition'
import { count, type FigureUnit, money, ratio, seconds } from '../charts/figure-format'
import type { ReportMetric } from '../features/reports/report-sections'
import type { Block, Cell, Column, Tile } from './report-data'
import { MISSING, type ReportWords } from './report-words'

/** What a figure is measured in; money needs its currency. */
export function unitOf(metric: ReportMetric, currency = ''): FigureUnit {
  if (metric === 'engagement_rate') return ratio
  if (metric === 'watch_seconds') return seconds
  if (metric === 'spend' || metric === 'revenue') return currency === '' ? { kind: 'number', decimals: 2 } : money(currency)
  return count
}

export const textCell = (text: string): Cell => ({ text: text === '' ? MISSING : text, value: null, unit: null })

export const dayCell = (text: string, day: string): Cell => ({ ...textCell(text), day })

/** A number as it is read and as it is; a dash for what is not known. */
export const figureCell = (words: ReportWords, value: number | null | undefined, unit: FigureUnit): Cell => ({ text: words.figure(value, unit), value: value ?? null, unit })

export const column = (label: string, share = 1, align: Column['align'] = 'right'): Column => ({ label, align, share })

/** A table, or nothing where it has no rows. */
export const tableBlock = (title: string | null, columns: Column[], rows: Cell[][], note: string | null = null): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', title, columns, rows, note }]

/** A chart, or nothing where nothing in it is known. */
export const chartBlock = (words: ReportWords, chart: ChartDefinition): Block[] =>
  hasValues(chart)
    ? [{ kind: 'chart', title: chart.title, chart, drawing: drawChart(chart, { locale: words.locale, missing: MISSING }), alt: chartAlternative(chart, words), note: chart.note ?? null }]
    : []

type Moved = Pick<Tile, 'change' | 'direction'> & { note: string | null }

/** How a figure moved, in words; a note where it cannot be said. `compared` false: nobody asked. */
export function moved(words: ReportWords, change: Change, compared: boolean): Moved {
  const { t } = words
  if (!compared) return { change: null, direction: 'none', note: null }
  switch (change.kind) {
    case 'change': {
      const direction = change.share > 0 ? 'up' : change.share < 0 ? 'down' : 'same'
      return { change: change.share === 0 ? t('report.change.same') : words.change(change.share), direction, note: change.perKnown ? t('report.change.perDay') : null }
    }
    case 'from-zero':
      return { change: t('report.change.fromZero'), direction: 'up', note: null }
    case 'break':
      return { change: null, direction: 'none', note: t('report.change.break', { date: words.day(change.on) }) }
    case 'unknown':
      return { change: null, direction: 'none', note: t('report.change.none') }
  }
}
