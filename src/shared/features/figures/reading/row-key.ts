import type { SkipReason } from '../figure-reader'
import type { IdRule } from '../formats/metric-formats'
import type { SourceRow } from '../../../tables/source-table'
import { kindOf } from '../../../tables/source-table'
import type { MetricColumn } from '../formats/metric-detect'
import { cellOf } from '../tally/row-sorter'
import type { FigureLayout } from './figure-layout'
import { idInLink, isDamagedId, linkedinIdIn, linkedinMoment, metaIdIn, tiktokIdIn, tiktokMoment, xIdIn, xMoment } from './ids'

export type KeyFound = { key: string } | { reason: SkipReason }

/** Digits that a number of a workbook holds exactly. */
const EXACT_DIGITS = 15

/** True for a cell whose id was rounded: written with an exponent, or kept as a number with more digits than one holds. */
function isRounded(row: SourceRow, column: MetricColumn | undefined, text: string): boolean {
  if (isDamagedId(text)) return true
  return column !== undefined && row.kinds !== undefined && kindOf(row, column.index) === 'n' && /^\d+$/.test(text) && text.length > EXACT_DIGITS && /0$/.test(text)
}

const IN_LINK: Partial<Record<IdRule, (link: string) => string>> = { x: xIdIn, linkedin: linkedinIdIn, tiktok: tiktokIdIn }

/** What a post is known by, after the rule of its network; or why it cannot be told. */
export function postKey(row: SourceRow, layout: FigureLayout): KeyFound {
  const { format } = layout.layout
  const rule = format.idRule ?? 'plain'
  const column = layout.column('id')
  const cell = cellOf(row, column).trim().replace(/^'/, '')
  const link = layout.text(row, 'link')
  const linked = IN_LINK[rule]?.(link) ?? ''
  if (rule === 'linkedin' || rule === 'tiktok') return linked === '' ? (cell === '' ? { reason: 'no-id' } : { key: cell }) : { key: linked }
  const damaged = isRounded(row, column, cell)
  if (cell !== '' && !damaged) return { key: `${format.keyPrefix ?? ''}${cell}` }
  const other = linked || otherKey(row, layout, rule)
  return other === '' ? { reason: damaged ? 'damaged-id' : 'no-id' } : { key: other }
}

function otherKey(row: SourceRow, layout: FigureLayout, rule: IdRule): string {
  if (rule === 'meta') return metaIdIn(layout.text(row, 'note')) || (row.cells.map(metaIdIn).find((id) => id !== '') ?? '')
  if (rule === 'moment') {
    const moment = layout.text(row, 'published')
    return moment === '' ? '' : `moment:${moment}`
  }
  const link = layout.text(row, 'link')
  return rule === 'plain' && link !== '' ? idInLink(link) || link.slice(0, 500) : ''
}

/** When a post was made, as far as its id holds it. */
export function momentInKey(key: string, rule: IdRule | undefined): string | undefined {
  if (rule === 'x') return xMoment(key)
  if (rule === 'linkedin') return linkedinMoment(key)
  return rule === 'tiktok' ? tiktokMoment(key) : undefined
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' › ')

/** What an ad is known by: ids where the file has them, since names come twice; else the chain of names. */
export function adKey(row: SourceRow, layout: FigureLayout): string {
  const id = (['ad-id', 'ad-set-id', 'campaign-id'] as const).map((role) => [role, layout.text(row, role)] as const).find(([role, text]) => text !== '' && !isRounded(row, layout.column(role), text))
  const own = (['ad', 'ad-set', 'campaign'] as const).find((role) => layout.text(row, role) !== '')
  // An id above the level of the row names more than the row.
  if (id && own !== undefined && id[0] === `${own}-id`) return `${id[0]}:${id[1]}`
  if (id && own === undefined) return `${id[0]}:${id[1]}`
  return joined((['campaign', 'ad-set', 'ad'] as const).map((role) => layout.text(row, role))) || 'account'
}

const DIMENSIONS: Readonly<Record<string, string>> = {
  geography: 'country', geografie: 'country', geografia: 'country', country: 'country', land: 'country', país: 'country', 'top territories': 'country', territory: 'country', territories: 'country',
  cities: 'city', city: 'city', städte: 'city', cidades: 'city', locations: 'location', companies: 'company', 'job titles': 'job-title', industries: 'industry', 'viewer age': 'age', 'viewer gender': 'gender',
  'top cities': 'city', 'top countries': 'country', 'age & gender': 'age-gender', 'top pages': 'page'
}

/** A dimension by one name for all networks: `country`, `job-function`. */
export const dimensionName = (header: string): string => {
  const key = header.toLowerCase().trim()
  return (Object.hasOwn(DIMENSIONS, key) ? DIMENSIONS[key] : undefined) ?? key.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}
