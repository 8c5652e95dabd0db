import { z } from 'zod'
import { hasMessage, type MessageKey } from '../../i18n'
import { ownEntry } from '../../tables/own-entry'
import { figureColumns, type FigureColumn } from './figure-columns'
import data from './metric-dictionary.json'

const column = z.enum(figureColumns)
const additive = z.object({ posts: z.boolean(), days: z.boolean(), accounts: z.boolean() })
const wording = z.object({ label: z.string().optional(), definition: z.string().optional(), source: z.url().optional(), asOf: z.iso.date().optional() })
const figure = wording.extend({ label: z.string(), unit: z.enum(['count', 'seconds', 'ratio', 'money']), stock: z.boolean().optional(), additive })
const inFile = z.object({ column: column.nullable(), scale: z.number().optional() })
const changed = z.object({
  network: z.string(),
  column,
  kind: z.enum(['replaced', 'counted-anew', 'renamed']),
  on: z.iso.date(),
  from: z.string().optional(),
  to: z.string().optional(),
  source: z.url().optional()
})
const dictionary = z
  .object({
    figures: z.record(z.string(), figure),
    files: z.record(z.string(), inFile),
    networks: z.record(z.string(), z.object({ files: z.record(z.string(), inFile), figures: z.record(z.string(), wording) })),
    breaks: z.array(changed)
  })
  .parse(data)

/**
 * A figure by the name that it is kept under: a column of figures (`reach`), or `more.<name>` for one without a column
 * (`more.engaged_views`).
 */
export type FigureName = FigureColumn | `more.${string}`

export interface MetricInfo {
  network: string
  name: string
  labelKey: MessageKey
  /** What it counts, in one sentence; null for a figure that only its file knows. */
  definitionKey: MessageKey | null
  /** Where the network says so, and of which day that is. */
  source: string | null
  asOf: string | null
  unit: 'count' | 'seconds' | 'ratio' | 'money'
  /** A level at a time (followers), not something that happens in a period. */
  stock: boolean
  /** What it may be summed over. Reach counts people, who may be the same. */
  additive: { posts: boolean; days: boolean; accounts: boolean }
  /** Column in which it can be compared over networks. */
  column: FigureColumn | null
}

/**
 * A day from which on a figure is another: `replaced` (impressions by views) and `counted-anew` are breaks, across which
 * nothing grows or falls; `renamed` changes the word alone.
 */
export type MetricBreak = z.infer<typeof changed>

const isColumn = (name: string): name is FigureColumn => (figureColumns as readonly string[]).includes(name)

const messageOf = (key: string | undefined): MessageKey | null => (key !== undefined && hasMessage(key) ? key : null)

/** What a figure of a network is. A name that nobody knows is a count that is never summed, under its own name. */
export function metricInfo(network: string, name: string): MetricInfo {
  const known = ownEntry(dictionary.figures, name)
  const own = ownEntry(ownEntry(dictionary.networks, network)?.figures ?? {}, name)
  const label = own?.label ?? known?.label
  const definition = own?.definition ?? known?.definition
  return {
    network,
    name,
    labelKey: messageOf(label && `metrics.${label}`) ?? 'metrics.unknown',
    definitionKey: messageOf(definition && `metrics.definition.${definition}`),
    source: own?.source ?? known?.source ?? null,
    asOf: own?.asOf ?? known?.asOf ?? null,
    unit: known?.unit ?? 'count',
    stock: known?.stock ?? false,
    additive: known?.additive ?? { posts: false, days: false, accounts: false },
    column: isColumn(name) ? name : null
  }
}

/** Days on which a column of a network changed its meaning or its name, oldest first. */
export function breaksOf(network: string, name: string): MetricBreak[] {
  return dictionary.breaks.filter((one) => one.network === network && one.column === name).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The first break of a column after the first day of these days; a new word alone is none. @param days first and last, included */
export const breakWithin = (network: string, name: string, days: { from: string; to: string }): MetricBreak | undefined =>
  breaksOf(network, name).find(({ kind, on }) => kind !== 'renamed' && on > days.from && on <= days.to)

/** Every figure that the dictionary knows, columns first. */
export const knownFigures: readonly string[] = Object.keys(dictionary.figures)

export interface FileMetric {
  column: FigureColumn | null
  /** What a figure of the file is multiplied by: hours are kept as seconds. */
  scale: number
}

/** Where a figure is kept that a file format calls `reposts`, `watch_hours`, `revenue_usd`. */
export function fileMetric(network: string, name: string): FileMetric {
  const plain = name.startsWith('revenue_') ? 'revenue' : name
  const found = ownEntry(ownEntry(dictionary.networks, network)?.files ?? {}, plain) ?? ownEntry(dictionary.files, plain)
  if (found) return { column: found.column, scale: found.scale ?? 1 }
  return { column: isColumn(plain) ? plain : null, scale: 1 }
}
