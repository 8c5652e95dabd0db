import type { FigureTable } from '@shared/features/figure-imports/figure-draft.schema'
import { fileMetric, metricInfo } from '@shared/features/figures/metric-dictionary'
import { hasMessage, type Formats, type Translator } from '@shared/i18n'

/** Figures that say the most come first; the rest follow in the order of the file. */
const FIRST = ['views', 'impressions', 'spend', 'sessions', 'engagements', 'likes', 'new_followers', 'comments', 'shares', 'clicks', 'link_clicks']

/** `Posts, lifetime figures`: what a table holds. */
export function kindWords(kind: string, t: Translator): string {
  const key = `figureImports.kind.${kind}`
  return hasMessage(key) ? t(key) : kind.replaceAll('_', ' ')
}

export interface SumWords {
  name: string
  label: string
  text: string
}

function amount(value: number, unit: string, currency: unknown, formats: Formats): string {
  if (unit === 'seconds') return formats.duration(value)
  if (unit !== 'money') return formats.number(value)
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? formats.number(value, { style: 'currency', currency }) : formats.number(value, { maximumFractionDigits: 2 })
}

/** Sums that mean something: people reached, levels and shares are counted more than once when they are added up, and are left out. */
export function sumsOf(table: Pick<FigureTable, 'sums' | 'network' | 'platform' | 'facts'>, t: Translator, formats: Formats): SumWords[] {
  const network = table.network || table.platform
  const place = ({ name }: SumWords): number => {
    const column = fileMetric(network, name).column ?? name
    return FIRST.includes(column) ? FIRST.indexOf(column) : FIRST.length
  }
  return Object.entries(table.sums)
    .flatMap(([name, sum]): SumWords[] => {
      const { column, scale } = fileMetric(network, name)
      const info = metricInfo(network, column ?? `more.${name}`)
      if (!info.additive.posts || info.stock) return []
      const label = info.labelKey === 'metrics.unknown' ? name.replaceAll('_', ' ') : t(info.labelKey)
      return [{ name, label, text: amount(sum * scale, info.unit, table.facts['currency'], formats) }]
    })
    .sort((a, b) => place(a) - place(b))
}

/** `2 totals, 1 without an id`: what was left out, by its reason. */
export function skippedWords(table: Pick<FigureTable, 'skippedCounts'>, t: Translator): { reason: string; n: number; text: string }[] {
  return Object.entries(table.skippedCounts)
    .filter(([, n]) => n > 0)
    .map(([reason, n]) => ({ reason, n, text: skipWords(reason, t) }))
    .sort((a, b) => b.n - a.n)
}

export function skipWords(reason: string, t: Translator): string {
  const key = `figureImports.skip.${reason}`
  return hasMessage(key) ? t(key) : reason
}

export const skippedRows = (table: Pick<FigureTable, 'skippedCounts'>): number => Object.values(table.skippedCounts).reduce((sum, n) => sum + n, 0)

/** `archive.zip › Table data.csv › Sheet`. */
export const placeWords = ({ name, entry, sheet }: { name: string; entry: string | null; sheet: string }): string => [name, entry, sheet].filter(Boolean).join(' › ')
