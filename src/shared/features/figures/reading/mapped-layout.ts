import { headerKey } from '../../../tables/header-key'
import { ownEntry } from '../../../tables/own-entry'
import type { MappedLayout, TableHead } from '../figure-reader'
import type { MetricColumn, MetricLayout } from '../formats/metric-detect'
import type { MetricFormat } from '../formats/metric-formats'
import { FigureLayout } from './figure-layout'

const SEARCHED_ROWS = 40

const GRANULARITY = { lifetime: 'post-lifetime', day: 'day', period: 'one period' } as const
const KINDS = { post: 'post_metrics', account: 'daily_metrics', ad: 'ad_metrics', audience: 'audience', traffic: 'daily_metrics', competitor: 'competitors' } as const

function formatOf(own: MappedLayout): MetricFormat {
  const withRole = (...roles: string[]) => Object.entries(own.columns).flatMap(([key, use]) => ('role' in use && roles.includes(use.role) ? [key] : []))
  const roles = [...new Set(Object.values(own.columns).flatMap((use) => ('role' in use && use.role !== 'ignore' ? [use.role] : [])))]
  return {
    id: 'mapped', platform: own.network, network: own.network, kind: KINDS[own.subject], granularity: GRANULARITY[own.span], subject: own.subject, span: own.span,
    signature: [], metrics: {}, date: withRole('date', 'published'), dateTo: withRole('until'), dateOrder: own.dateOrder, zone: own.zone, ids: withRole('id'),
    currency: withRole('currency'), idRule: idRuleOf(own.network), fields: Object.fromEntries(roles.map((role) => [role, withRole(role)])), period: 'name'
  }
}

/** X, LinkedIn and TikTok keep the time in their ids whatever tool wrote the file. */
const idRuleOf = (network: string): MetricFormat['idRule'] => (network === 'x' ? 'x' : 'plain')

function columnsOf(cells: readonly string[], own: MappedLayout): MetricColumn[] {
  const taken = new Set<string>()
  return cells.map((header, index) => {
    const key = headerKey(header)
    const use = ownEntry(own.columns, key)
    const metric = use && 'figure' in use ? use.figure.replace(/^more\./, '') : null
    const free = metric !== null && !taken.has(metric)
    if (free) taken.add(metric)
    return { index, header: header.trim(), key, metric: free ? metric : null, currency: null }
  })
}

/** What columns that a person mapped in a known format are remembered by: one each, for files of a format have other columns each time. */
export const columnSignature = (format: string, key: string): string => `${format}\n${key}`

/** Gives columns that a format does not know the figures that a person said they hold. */
export function withOwnColumns(layout: MetricLayout, layouts: readonly MappedLayout[]): { layout: MetricLayout; own: MappedLayout['columns'] } {
  const own: MappedLayout['columns'] = Object.fromEntries(layouts.filter(({ format }) => format === layout.format.id).flatMap(({ columns }) => Object.entries(columns)))
  if (Object.keys(own).length === 0) return { layout, own }
  const unknown = new Set(new FigureLayout(layout).unknown().map(({ index }) => index))
  const taken = new Set(layout.columns.flatMap(({ metric }) => metric ?? []))
  const columns = layout.columns.map((column): MetricColumn => {
    const use = unknown.has(column.index) ? ownEntry(own, column.key) : undefined
    const metric = use && 'figure' in use ? use.figure.replace(/^more\./, '') : undefined
    if (metric === undefined || taken.has(metric)) return column
    taken.add(metric)
    return { ...column, metric }
  })
  return { layout: { ...layout, columns }, own }
}

/** The layout that a person mapped for a header of this table. */
export function findMapped(head: TableHead, layouts: readonly MappedLayout[], signatureOf: (cells: readonly string[]) => string): { layout: MetricLayout; own: MappedLayout } | undefined {
  if (layouts.length === 0) return undefined
  const bySignature = new Map(layouts.flatMap((layout) => (layout.format === undefined ? [[layout.signature, layout]] : [])))
  for (const [headerIndex, row] of head.rows.slice(0, SEARCHED_ROWS).entries()) {
    const own = bySignature.get(signatureOf(row.cells))
    if (!own) continue
    const columns = columnsOf(row.cells, own)
    return { own, layout: { format: formatOf(own), score: 1, matched: columns.filter(({ metric }) => metric !== null).map(({ header }) => header), headerIndex, columns } }
  }
  return undefined
}
