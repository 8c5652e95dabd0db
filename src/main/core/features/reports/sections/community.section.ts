import { count, ratio, seconds } from '../../../../../shared/charts/figure-format'
import type { ChartDefinition } from '../../../../../shared/charts/chart-definition'
import { DAY_MINUTES } from '../../../../../shared/features/care/care-clock'
import { medianChart, outcomesChart, type CareChartWords } from '../../../../../shared/features/care/care-charts'
import { shareMet } from '../../../../../shared/features/care/care-figures'
import type { CareGroup, CareMeasure, CareReport } from '../../../../../shared/features/care/care-report.schema'
import { conversationTypes } from '../../../../../shared/features/inbox/inbox.schema'
import { chartBlock, column, figureCell, tableBlock, textCell } from '../../../../../shared/reports/blocks'
import type { Block, Tile } from '../../../../../shared/reports/report-data'
import type { ReportWords } from '../../../../../shared/reports/report-words'
import { readCareReport } from '../../care'
import { frameFor, type ReportContext, type SectionWriter } from '../report-context'

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000)
const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
/** Below half a point or half a percent nothing moved that is worth a word. */
const SMALL = 0.005

type Moved = Pick<Tile, 'change' | 'direction'>
const still: Moved = { change: null, direction: 'none' }

/** Faster is better: the words say which way it went. */
function timeMoved({ t, percent }: ReportWords, now: CareMeasure, before: CareMeasure | undefined): Moved {
  if (now.median === null || !before?.median) return still
  const by = now.median / before.median - 1
  if (Math.abs(by) < SMALL) return { change: t('report.change.same'), direction: 'same' }
  return { change: t(by < 0 ? 'report.community.faster' : 'report.community.slower', { share: percent(Math.abs(by)) }), direction: by < 0 ? 'up' : 'down' }
}

function shareMoved({ t, locale }: ReportWords, now: number | null, before: number | null): Moved {
  if (now === null || before === null) return still
  const by = now - before
  if (Math.abs(by) < SMALL) return { change: t('report.change.same'), direction: 'same' }
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(by * 100).replace('-', '\u2212')
  return { change: t('report.community.points', { points }), direction: by > 0 ? 'up' : 'down' }
}

/** More or fewer conversations are neither good nor bad. */
function countMoved({ change }: ReportWords, now: number, before: number | undefined): Moved {
  return before ? { change: change(now / before - 1), direction: 'none' } : still
}

function tilesOf(words: ReportWords, { now, before }: CareReport): Block {
  const { t, figure, percent } = words
  const time = (name: 'first' | 'next' | 'resolution'): Tile => {
    const { median, p90, n } = now[name]
    return {
      label: t(`report.community.${name}`), value: figure(inSeconds(median), seconds), raw: inSeconds(median), unit: seconds, ...timeMoved(words, now[name], before?.[name]),
      note: median === null ? t('report.community.none') : `${t('report.community.p90', { time: figure(inSeconds(p90), seconds) })}. ${t(name === 'resolution' ? 'report.community.closes' : 'report.community.answers', { n })}`
    }
  }
  const share = (label: string, part: number, whole: number, earlier: number | null): Tile => {
    const value = shareOf(part, whole)
    return { label, value: value === null ? figure(null, ratio) : percent(value), raw: value, unit: ratio, ...shareMoved(words, value, earlier), note: t('report.community.of', { n: part, all: whole }) }
  }
  const { first, criticism, received } = now
  return {
    kind: 'tiles', title: null,
    tiles: [
      time('first'),
      share(t('report.community.met'), first.met, first.met + first.missed, before ? shareMet(before.first) : null),
      time('next'), time('resolution'),
      share(t('report.community.criticism'), criticism.answered, criticism.n, before ? shareOf(before.criticism.answered, before.criticism.n) : null),
      { label: t('report.community.received'), value: figure(received, count), raw: received, unit: count, ...countMoved(words, received, before?.received), note: null }
    ]
  }
}

function targetText({ t }: ReportWords, minutes: number, hasHours: boolean): string {
  if (minutes % DAY_MINUTES === 0) return t(hasHours ? 'report.community.target.days' : 'report.community.target.daysClock', { n: minutes / DAY_MINUTES })
  return minutes % 60 === 0 ? t('report.community.target.hours', { n: minutes / 60 }) : t('report.community.target.minutes', { n: minutes })
}

/** How times are counted, what was promised, and what is in no figure. */
function notesOf(words: ReportWords, { hasHours, targets, now, spam, compared }: CareReport): Block[] {
  const { t } = words
  const counted = [
    t(hasHours ? 'report.community.hours' : 'report.community.clock'),
    t('report.community.target', { first: targetText(words, targets.firstMinutes, hasHours), resolution: targetText(words, targets.resolutionMinutes, hasHours) }),
    compared ? t('report.change.note', { period: words.period(compared.from, compared.to) }) : ''
  ]
  const left = [
    now.first.waiting > 0 ? t('report.community.waiting', { n: now.first.waiting }) : '', now.first.closed > 0 ? t('report.community.closed', { n: now.first.closed }) : '',
    spam > 0 ? t('report.community.spam', { n: spam }) : '', now.criticism.n > 0 ? t('report.community.criticismNote') : ''
  ]
  return [counted, left].map((parts) => parts.filter((part) => part !== '').join(' ')).filter((text) => text !== '').map((text) => ({ kind: 'note', text }))
}

const axis = { day: ['report.chart.byDay', 'report.axis.day'], week: ['report.chart.byWeek', 'report.axis.week'], month: ['report.chart.byMonth', 'report.axis.month'] } as const

function chartWords({ t, day, shortDay }: ReportWords, { grain }: CareReport): CareChartWords {
  const [title, category] = axis[grain]
  return {
    medianTitle: t(title, { metric: t('report.community.firstMedian') }), outcomesTitle: t(title, { metric: t('report.community.outcomes') }), medianLabel: (unit) => t(`report.community.median.${unit}`),
    countLabel: t('report.community.outcomes'), categoryLabel: t(category), outcome: (outcome) => t(`report.community.outcome.${outcome}`), day, shortDay
  }
}

interface Named {
  name: string
  group: CareGroup
}

function volumeChart({ t }: ReportWords, title: string, label: string, named: readonly Named[]): ChartDefinition {
  return {
    kind: 'bar', title, valueLabel: t('report.community.received'), categoryLabel: label, unit: count, horizontal: true,
    categories: named.map(({ name, group }) => ({ key: group.key || 'none', label: name })),
    series: [{ id: 'received', name: t('report.community.received'), color: 0, points: named.map(({ group }) => ({ x: group.key || 'none', y: group.figures.received })) }],
    breaks: [], annotations: []
  }
}

function groupTable(words: ReportWords, title: string, label: string, named: readonly Named[]): Block[] {
  const { t } = words
  const columns = [
    column(label, 1.7, 'left'), column(t('report.community.received'), 1.5), column(t('report.column.answers'), 1.1), column(t('report.community.first'), 1.5), column(t('report.column.p90'), 1.2),
    column(t('report.community.outcome.met'), 1), column(t('report.community.criticism'), 2)
  ]
  const rows = named.map(({ name, group: { figures: { received, first, criticism } } }) => [
    textCell(name), figureCell(words, received, count), figureCell(words, first.n, count), figureCell(words, inSeconds(first.median), seconds), figureCell(words, inSeconds(first.p90), seconds),
    figureCell(words, shareMet(first), { kind: 'ratio', decimals: 0 }), figureCell(words, shareOf(criticism.answered, criticism.n), { kind: 'ratio', decimals: 0 })
  ])
  return tableBlock(title, columns, rows)
}

/** Channels and types that a conversation began in, or was answered in, during the days. */
function groupsOf({ words, names }: ReportContext, { groups }: CareReport): { channels: Named[]; types: Named[] } {
  const typeOf = (key: string): string => {
    const known = conversationTypes.find((one) => one === key)
    return words.t(known ? `report.community.type.${known}` : 'report.community.type.none')
  }
  return {
    channels: groups.channel.map((group) => ({ group, name: names.channel({ channelId: group.key.startsWith('network:') ? '' : group.key, network: group.network }) })),
    types: groups.type.map((group) => ({ group, name: typeOf(group.key) }))
  }
}

/** How fast people were answered, and what they wrote about. */
export const writeCommunity: SectionWriter = async (context, { options }) => {
  const { core, workspace, report, words } = context
  const { t } = words
  const care = await readCareReport({ core, workspace }, { from: report.from, to: report.to, compare: report.compare, channelIds: frameFor(context, options).filters.channelIds })
  if (care.now.received === 0 && care.now.first.n + care.now.next.n + care.now.resolution.n === 0) return []
  const { channels, types } = groupsOf(context, care)
  const charts = [
    ...[medianChart(care, chartWords(words, care)), outcomesChart(care, chartWords(words, care))].filter(({ categories }) => categories.length > 1),
    volumeChart(words, t('report.community.byType'), t('report.column.type'), types),
    ...(channels.length > 1 ? [volumeChart(words, t('report.chart.byChannel', { metric: t('report.community.received') }), t('report.column.channel'), channels)] : [])
  ]
  return [
    tilesOf(words, care),
    ...notesOf(words, care),
    ...(options.chart ? charts.flatMap((chart) => chartBlock(words, chart)) : []),
    ...(options.table ? [...groupTable(words, t('report.community.tableByChannel'), t('report.column.channel'), channels), ...groupTable(words, t('report.community.tableByType'), t('report.column.type'), types)] : [])
  ]
}
