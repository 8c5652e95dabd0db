import { findNetwork } from '../channels/catalog'
import type { NetworkId } from '../channels/catalog.schema'
import type { FormatFacts } from '../channels/formats'
import { ALT_FIELD, countText, findTextField, type TextCount } from '../text'
import { OWN_RULE, type Finding, type Fix, type LimitOverrides, type VariantInput } from './checks.types'
import { severityOf } from './severity'

export interface FieldText {
  network: NetworkId
  /** Field of the catalog. */
  catalogField: string
  /** Where it stands in the post. */
  field: string
  text: string
  contentWarning?: string
  limits?: LimitOverrides
  fix?: Fix
  assetId?: string
}

type Draft = Omit<Finding, 'source' | 'sourceDate' | 'confidence' | 'field' | 'assetId'>

const overrideOf = (limits: LimitOverrides | undefined, field: string): number | null | undefined => limits?.text?.[field]

/** What the catalog's own limit says where the client has another. */
function overriddenNote(catalog: TextCount): Draft[] {
  if (catalog.limit === null || catalog.count <= catalog.limit) return []
  const data = { count: catalog.count, limit: catalog.limit, over: catalog.count - catalog.limit, unit: catalog.unit }
  return [{ id: 'text.too-long', severity: 'note', data, overridden: true }]
}

function lengthFindings(counted: TextCount, catalog: TextCount, isOverridden: boolean, fix: Fix | undefined): Draft[] {
  const { count, limit, bytes, byteLimit, soft } = counted
  const severity = isOverridden ? 'error' : severityOf(soft, counted)
  const found: Draft[] = []
  if (limit !== null && count > limit) {
    const data = { count, limit, over: count - limit, unit: counted.unit }
    found.push({ id: 'text.too-long', severity, data, fix, ...(isOverridden ? { overridden: true } : {}) })
  } else if (isOverridden) found.push(...overriddenNote(catalog))
  if (byteLimit !== null && bytes > byteLimit) found.push({ id: 'text.bytes', severity, data: { bytes, limit: byteLimit, over: bytes - byteLimit }, fix })
  if (counted.forbidden.length > 0) found.push({ id: 'text.forbidden', severity, data: { characters: counted.forbidden.join(' ') } })
  return found
}

/** Length, bytes and refused characters of one field. */
export function checkFieldText(given: FieldText): Finding[] {
  const { network, catalogField, field, text, contentWarning, limits, assetId } = given
  const facts = findTextField(network, catalogField)
  if (!facts || text === '') return []
  const request = { network, field: catalogField, text, contentWarning }
  const linkWeight = limits?.linkWeight
  const catalog = countText({ ...request, limits: { linkWeight } })
  const override = overrideOf(limits, facts.field)
  const counted = override === undefined ? catalog : countText({ ...request, limits: { max: override, linkWeight } })
  const found = lengthFindings(counted, catalog, override !== undefined, given.fix)
  const { adviseMax } = facts
  if (adviseMax !== null && counted.count > adviseMax && found.length === 0) {
    found.push({ id: 'text.over-advised', severity: 'note', data: { count: counted.count, limit: adviseMax } })
  }
  const { source, sourceDate, confidence } = facts
  return found.map((draft) => ({
    ...draft,
    id: catalogField === ALT_FIELD && draft.id === 'text.too-long' ? 'alt.too-long' : draft.id,
    field, source, sourceDate, confidence,
    ...(assetId === undefined ? {} : { assetId })
  }))
}

/** `{name}` of a snippet or template that nobody filled in. */
const placeholder = /\{\{?[ \t]{0,3}\p{L}[\p{L}\p{N}_.\-]{0,60}[ \t]{0,3}\}\}?/gu
/** `[[date]]` and `____`, as templates leave room. */
const blank = /\[\[[^[\]\n]{0,80}\]\]|_{3,}/gu

/** What was left to fill in. */
export function checkLeftovers(field: string, text: string): Finding[] {
  const names = [...new Set([...text.matchAll(placeholder)].map(({ 0: whole }) => whole))]
  const blanks = [...text.matchAll(blank)].length
  return [
    ...names.map((name): Finding => ({ id: 'text.placeholder', severity: 'error', field, data: { name }, ...OWN_RULE })),
    ...(blanks > 0 ? [{ id: 'text.blank', severity: 'error', field, data: { n: blanks }, ...OWN_RULE } satisfies Finding] : [])
  ]
}

const phone = /(?<![\d.,:/-])[+(]?\d[\d ().\-/]{5,20}\d(?![\d%])/gu
const isDate = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4} ?[-/] ?\d{4})$/u
/** With these at the front, hardly anything but a phone number. */
const surely = /^[+(0]/u

function phoneFindings(text: string): Finding[] {
  const facts = findNetwork('google-business')?.text
  const found = [...text.matchAll(phone)].map(({ 0: number }) => number.trim()).find((number) => {
    const digits = number.replace(/\D/gu, '').length
    return digits >= 7 && digits <= 15 && !isDate.test(number)
  })
  if (!facts || found === undefined) return []
  const { source, sourceDate, confidence } = facts
  return [{ id: 'text.phone', severity: surely.test(found) ? 'error' : 'warning', field: 'text', data: { number: found }, source, sourceDate, confidence }]
}

const LINKEDIN_WITH_MEDIA = 2000

function longWithMedia({ network, text, media }: VariantInput): Finding[] {
  const count = text.length
  if (network !== 'linkedin' || media.length === 0 || count <= LINKEDIN_WITH_MEDIA) return []
  const source = { source: 'one reading of the limit with media attached, not confirmed', sourceDate: '2026-09-09', confidence: 'low' as const }
  return [{ id: 'text.long-with-media', severity: 'warning', field: 'text', data: { count, limit: LINKEDIN_WITH_MEDIA }, fix: { kind: 'shorten', field: 'text' }, ...source }]
}

const canSplit = (input: VariantInput): boolean => ['x', 'threads', 'bluesky', 'mastodon'].includes(input.network)

function partFindings(input: VariantInput, format: FormatFacts): Finding[] {
  const { network, limits, fields = {}, parts } = input
  const contentWarning = fields.contentWarning
  const base = { network, catalogField: format.textField, contentWarning, limits }
  if (!parts || parts.length === 0) {
    const fix: Fix = canSplit(input) ? { kind: 'split-thread' } : { kind: 'shorten', field: 'text' }
    // The parts of a thread come of the text by rule, and are as long as they may be.
    return format.format === 'thread' ? [] : checkFieldText({ ...base, field: 'text', text: input.text, fix })
  }
  return parts.flatMap((text, index) => checkFieldText({ ...base, field: `part:${index + 1}`, text, fix: { kind: 'split-thread' } }))
}

function fieldFindings(input: VariantInput, format: FormatFacts): Finding[] {
  return Object.entries(input.fields ?? {}).flatMap(([field, text]) => {
    const catalogField = format.fields[field] ?? (findTextField(input.network, field) ? field : undefined)
    if (catalogField === undefined || field === 'contentWarning') return checkLeftovers(field, text)
    const length = checkFieldText({ network: input.network, catalogField, field, text, limits: input.limits, fix: { kind: 'shorten', field } })
    return [...length, ...checkLeftovers(field, text)]
  })
}

function commentFindings(input: VariantInput, format: FormatFacts): Finding[] {
  const { network, firstComment = '', limits } = input
  if (firstComment.trim() === '') return []
  const leftovers = checkLeftovers('firstComment', firstComment)
  if (format.firstComment === null) {
    return [{ id: 'comment.unsupported', severity: 'error', field: 'firstComment', data: {}, fix: { kind: 'move-to-field', field: 'text' }, ...OWN_RULE }, ...leftovers]
  }
  // Where comments have no limit of their own in the catalog, that of a post is the nearest known one.
  const catalogField = findTextField(network, 'comment') && format.firstComment === 'comment' ? 'comment' : 'post'
  const length = checkFieldText({ network, catalogField, field: 'firstComment', text: firstComment, limits, fix: { kind: 'shorten', field: 'firstComment' } })
  return [...length, ...leftovers]
}

/** Everything about the texts of a variant, alternative texts apart. */
export function checkTexts(input: VariantInput, format: FormatFacts): Finding[] {
  const texts = input.parts && input.parts.length > 0 ? input.parts.join('\n') : input.text
  return [
    ...partFindings(input, format),
    ...checkLeftovers('text', texts),
    ...(input.network === 'google-business' ? phoneFindings(texts) : []),
    ...longWithMedia(input),
    ...fieldFindings(input, format),
    ...commentFindings(input, format)
  ]
}
