import type { ChartDefinition, ChartPoint, ChartSeries } from '../../charts/chart-definition'
import type { FigureUnit } from '../../charts/figure-format'
import type { ClientRow } from './analytics.contract'
import type { FigureTotal } from './analytics.schema'
import { fewestToShow } from './statistics'

/** Figures by which clients are held side by side. */
export const clientFigures = ['seen', 'interactions', 'engagement_rate', 'new_followers', 'followers', 'posts'] as const
export type ClientFigure = (typeof clientFigures)[number]
export const isClientFigure = (name: string): name is ClientFigure => clientFigures.some((one) => one === name)

const totalOf = ({ figures }: ClientRow, figure: ClientFigure): FigureTotal | undefined => figures.find(({ name }) => name === figure)

/** Now and before; null is not known. A figure that is counted anew since then has nothing to stand beside. */
export function clientValues(row: ClientRow, figure: ClientFigure): { now: number | null; before: number | null } {
  if (figure === 'posts') return { now: row.posts, before: row.postsBefore }
  const total = totalOf(row, figure)
  return { now: total?.now.value ?? null, before: total?.change.kind === 'break' ? null : (total?.before?.value ?? null) }
}

/** Clients with missing days or posts: the sums are of what is known, and say little side by side. */
export const unevenClients = (rows: readonly ClientRow[], figure: ClientFigure): ClientRow[] =>
  rows.filter((row) => {
    const change = totalOf(row, figure)?.change
    return change?.kind === 'change' && change.perKnown
  })

/** Most letters in a line of a name at the axis. */
const LINE = 28

/** A name in two lines at most, cut at its end only where it is longer than both. */
export function nameAtAxis(name: string): string {
  if (name.length <= LINE) return name
  const space = name.lastIndexOf(' ', LINE)
  const first = space > LINE / 2 ? space : LINE
  const rest = name.slice(first).trimStart()
  return `${name.slice(0, first)}\n${rest.length <= LINE ? rest : `${rest.slice(0, LINE - 1).trimEnd()}…`}`
}

/** Words and units of the language and figure at hand. */
export interface ClientBarsText {
  title: string
  valueLabel: string
  categoryLabel: string
  unit: FigureUnit
  /** The days, which name the bars. */
  now: string
  /** Undefined: nothing is compared. */
  before?: string
  /** How a figure moved, told where its bars alone would mislead. */
  change(total: FigureTotal): string
  note?: string
}

function pointsOf(rows: readonly ClientRow[], figure: ClientFigure, when: 'now' | 'before'): ChartPoint[] {
  return rows.map((row) => {
    const y = clientValues(row, figure)[when]
    // A rate is a mean, and n stands beside a mean.
    const n = figure === 'engagement_rate' && y !== null ? totalOf(row, figure)?.[when]?.known : undefined
    return { x: row.clientId, y, ...(n !== undefined && { n }) }
  })
}

/** A lying bar a client in the order of the rows, and one of the days compared with under it. Not known is a gap. */
export function clientBars(rows: readonly ClientRow[], figure: ClientFigure, text: ClientBarsText): ChartDefinition {
  const remarks = (kind: 'break' | 'uneven') =>
    (kind === 'break' ? rows.filter((row) => totalOf(row, figure)?.change.kind === 'break') : unevenClients(rows, figure)).flatMap((row) => {
      const total = text.before === undefined ? undefined : totalOf(row, figure)
      return total ? [{ id: row.clientId, text: text.change(total) }] : []
    })
  const now: ChartSeries = { id: 'now', name: text.now, color: 0, points: pointsOf(rows, figure, 'now') }
  return {
    kind: 'bar',
    horizontal: true,
    title: text.title,
    valueLabel: text.valueLabel,
    categoryLabel: text.categoryLabel,
    unit: text.unit,
    categories: rows.map(({ clientId, name }) => ({ key: clientId, label: name, short: nameAtAxis(name) })),
    series: text.before === undefined ? [now] : [now, { id: 'before', name: text.before, color: 0, comparison: true, points: pointsOf(rows, figure, 'before') }],
    breaks: remarks('break').map(({ id, text: label }) => ({ x: id, label })),
    annotations: remarks('uneven').map(({ id, text: words }) => ({ id, x: id, until: id, text: words })),
    ...(figure === 'engagement_rate' && { minimumN: fewestToShow }),
    ...(text.note && { note: text.note })
  }
}
