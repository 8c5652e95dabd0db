import type { FigureTable, UnknownTable } from '@shared/features/figure-imports/figure-draft.schema'
import { layoutFile } from '@shared/features/figure-imports/figure-layout.schema'
import { figureColumns, type SubjectKind } from '@shared/features/figures/figure-columns'
import { columnRoles, type ColumnRole, type MappedLayout } from '@shared/features/figures/figure-reader'
import { columnSignature } from '@shared/features/figures/reading/mapped-layout'
import { knownFigures, metricInfo } from '@shared/features/figures/metric-dictionary'
import type { Translator } from '@shared/i18n'

/** What a column is told to be in the dialog: `role:date`, `figure:reach`, or nothing: kept and not used. */
export type ColumnChoice = `role:${ColumnRole}` | `figure:${string}` | ''

export interface LayoutDraft {
  name: string
  network: string
  subject: SubjectKind
  span: MappedLayout['span']
  /** By the key of the header. */
  columns: Record<string, ColumnChoice>
}

/** What can be said of rows of a kind; the others never apply. */
const rolesOf: Readonly<Record<SubjectKind, readonly ColumnRole[]>> = {
  post: ['id', 'link', 'title', 'text', 'type', 'published', 'date', 'until', 'account', 'account-name'],
  account: ['date', 'until', 'account', 'account-name'],
  ad: ['date', 'until', 'campaign', 'campaign-id', 'ad-set', 'ad-set-id', 'ad', 'ad-id', 'currency', 'account', 'account-name'],
  audience: ['dimension', 'date', 'until', 'account', 'account-name'],
  traffic: ['dimension', 'date', 'until', 'currency'],
  competitor: ['title', 'date', 'until']
}

export function columnChoices(subject: SubjectKind, network: string, t: Translator): { value: ColumnChoice; label: string }[] {
  const roles = columnRoles.filter((role) => rolesOf[subject].includes(role))
  return [
    { value: '', label: t('figureImports.map.unused') },
    ...roles.map((role) => ({ value: `role:${role}` as const, label: t(`figureImports.role.${role as Exclude<ColumnRole, 'ignore'>}`) })),
    ...figuresOf(network, t).map(({ value, label }) => ({ value: `figure:${value}` as const, label: t('figureImports.map.figure', { name: label }) }))
  ]
}

function figuresOf(network: string, t: Translator): { value: string; label: string }[] {
  const plain = new Set<string>(figureColumns)
  return [...new Set(knownFigures.filter((name) => plain.has(name) || name.startsWith('more.')))].map((value) => ({ value, label: t(metricInfo(network, value).labelKey) }))
}

/** What a column of a known export may hold: nothing that is used, a figure that is known, or one of its own by the name of its header. */
export function figureChoices(network: string, header: string, t: Translator): { value: string; label: string }[] {
  const own = ownFigure(header)
  return [{ value: '', label: t('figureImports.map.unused') }, { value: own, label: t('figureImports.map.own', { name: header }) }, ...figuresOf(network, t).filter(({ value }) => value !== own)]
}
const ownFigure = (header: string): string => `more.${header.trim()}`.slice(0, 80)

/** The figure that is called as the header is, if any. */
export function guessFigure(header: string, t: Translator): string {
  const choice = guess(header, [], t)
  return choice.startsWith('figure:') ? choice.slice('figure:'.length) : ''
}

/** What was said of columns, one by one: each is remembered by its header, whatever others its file has. */
export function columnLayouts({ format, network, platform, subject, unknownColumns }: FigureTable, chosen: Readonly<Record<string, string>>): MappedLayout[] {
  return unknownColumns.flatMap(({ key, header }) => {
    const figure = chosen[key] ?? ''
    if (figure === '' || subject === null) return []
    return [{ signature: columnSignature(format, key), name: header, network: network ?? platform, subject, span: 'lifetime' as const, format, columns: { [key]: { figure } } }]
  })
}

/** A first guess by the words of the header: a person only corrects it. */
function guess(header: string, samples: readonly string[], t: Translator): ColumnChoice {
  const word = header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const figure = knownFigures.find((name) => t(metricInfo('', name).labelKey).toLowerCase() === word || name.replaceAll('_', ' ') === word)
  if (figure) return `figure:${figure}`
  if (/^(?:date|day|dato|data|datum|dag)$/.test(word)) return 'role:date'
  if (samples.some((sample) => /^https?:\/\//.test(sample))) return 'role:link'
  if (/\bid\b/.test(word)) return 'role:id'
  if (/^(?:title|titel|titolo|tittel)$/.test(word)) return 'role:title'
  return /^(?:text|caption|message|description)$/.test(word) ? 'role:text' : ''
}

export function newLayout(table: UnknownTable, t: Translator): LayoutDraft {
  const columns = Object.fromEntries(table.columns.map(({ key, header, samples }) => [key, guess(header, samples, t)]))
  const said = Object.values(columns)
  const posts = said.some((choice) => choice === 'role:link' || choice === 'role:id' || choice === 'role:text')
  return { name: table.name.replace(/\.[a-z]{2,4}$/i, ''), network: '', subject: posts ? 'post' : 'account', span: said.includes('role:date') && !posts ? 'day' : 'lifetime', columns }
}

export type LayoutGap = 'network' | 'figure' | 'date' | 'identity' | 'name'

/** What is still missing before a layout says enough. */
export function gapsOf({ name, network, subject, span, columns }: LayoutDraft): LayoutGap[] {
  const said = Object.values(columns)
  const has = (...roles: ColumnRole[]): boolean => roles.some((role) => said.includes(`role:${role}`))
  const gaps: [LayoutGap, boolean][] = [
    ['name', name.trim() === ''],
    ['network', network === ''],
    ['figure', !said.some((choice) => choice.startsWith('figure:'))],
    ['date', span === 'day' && !has('date')],
    ['identity', (subject === 'post' && !has('id', 'link')) || (subject === 'ad' && !has('ad', 'ad-id', 'campaign', 'campaign-id', 'ad-set', 'ad-set-id')) || ((subject === 'audience' || subject === 'traffic') && !has('dimension')) || (subject === 'competitor' && !has('title'))]
  ]
  return gaps.flatMap(([gap, missing]) => (missing ? [gap] : []))
}

export function toLayout(draft: LayoutDraft, signature: string): MappedLayout {
  const columns: MappedLayout['columns'] = {}
  for (const [key, choice] of Object.entries(draft.columns)) {
    if (choice.startsWith('role:')) columns[key] = { role: choice.slice('role:'.length) as ColumnRole }
    else if (choice.startsWith('figure:')) columns[key] = { figure: choice.slice('figure:'.length) }
  }
  return { signature, name: draft.name.trim(), network: draft.network, subject: draft.subject, span: draft.span, columns }
}

/** A layout as the small file that a colleague can take over. */
export const layoutFileText = (layouts: readonly MappedLayout[]): string => JSON.stringify({ greenroom: 'figure-layouts', version: 1, layouts }, null, 2)

/** The layouts of a colleague's file; undefined where it is none. */
export function readLayoutFile(text: string): MappedLayout[] | undefined {
  try {
    const read = layoutFile.safeParse(JSON.parse(text))
    return read.success ? read.data.layouts : undefined
  } catch {
    return undefined
  }
}
