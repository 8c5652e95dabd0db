import { analyticsFilters, compareTo, type AnalyticsFilters, type CompareTo } from '@shared/features/analytics/analytics-scope'
import { periodPresets, presetPeriod, type Period, type PeriodPreset } from '@shared/features/analytics/periods'
import { isDate, type PlainDate } from '@shared/time'

/** What the bar says: a preset moves on with the days, an own period stays. */
export interface ScopeState {
  preset: PeriodPreset | null
  /** Days of an own period. */
  from: string
  to: string
  compare: CompareTo
  filters: AnalyticsFilters
}

export const openFilters: AnalyticsFilters = { channelIds: [], pillarIds: [], campaignIds: [], formats: [], hashtags: [] }
export const openScope: ScopeState = { preset: 'last-month', from: '', to: '', compare: { kind: 'previous' }, filters: openFilters }

/** An address is a plain text that anybody can write: what cannot be read is left as it was. */
export type ScopeQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>

const listKeys = { channel: 'channelIds', pillar: 'pillarIds', campaign: 'campaignIds', format: 'formats', hashtag: 'hashtags' } as const
type ListKey = keyof typeof listKeys
const lists = Object.keys(listKeys) as ListKey[]

const isPreset = (text: string): text is PeriodPreset => periodPresets.some((preset) => preset === text)
const first = (value: ScopeQuery[string]): string | undefined => (typeof value === 'string' ? value : undefined)

export function daysOf(state: ScopeState, today: PlainDate): Period {
  return state.preset === null ? { from: state.from, to: state.to } : presetPeriod(state.preset, today)
}

/** The scope as the part of the address after `?`; what is as usual is left out. */
export function toQuery(state: ScopeState): Record<string, string> {
  const { preset, from, to, compare, filters } = state
  return {
    ...(preset === null ? { from, to } : { period: preset }),
    ...(compare.kind === 'own' ? { compare: `${compare.from}..${compare.to}` } : { compare: compare.kind }),
    ...Object.fromEntries(lists.flatMap((key) => (filters[listKeys[key]].length > 0 ? [[key, filters[listKeys[key]].join(',')]] : [])))
  }
}

function readPeriod(query: ScopeQuery): Pick<ScopeState, 'preset' | 'from' | 'to'> | undefined {
  const preset = first(query.period)
  if (preset !== undefined && isPreset(preset)) return { preset, from: '', to: '' }
  const [from, to] = [first(query.from) ?? '', first(query.to) ?? '']
  return isDate(from) && isDate(to) && from <= to ? { preset: null, from, to } : undefined
}

function readCompare(query: ScopeQuery): CompareTo | undefined {
  const text = first(query.compare) ?? ''
  const [from = '', to = ''] = text.split('..')
  const parsed = compareTo.safeParse(to === '' ? { kind: text } : { kind: 'own', from, to })
  return parsed.success && (parsed.data.kind !== 'own' || parsed.data.from <= parsed.data.to) ? parsed.data : undefined
}

/** The scope that an address asks for; undefined where it asks for none. */
export function fromQuery(query: ScopeQuery): ScopeState | undefined {
  const period = readPeriod(query)
  if (!period) return undefined
  const filters = analyticsFilters.safeParse(Object.fromEntries(
    lists.map((key) => [listKeys[key], (first(query[key]) ?? '').split(',').filter(Boolean)])
  ))
  return { ...openScope, ...period, compare: readCompare(query) ?? openScope.compare, filters: filters.success ? filters.data : openFilters }
}

/** A value in or out of one of the lists. */
export function toggled(filters: AnalyticsFilters, list: keyof AnalyticsFilters, value: string): AnalyticsFilters {
  const has = filters[list].includes(value)
  return { ...filters, [list]: has ? filters[list].filter((one) => one !== value) : [...filters[list], value] }
}
