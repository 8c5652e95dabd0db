import { findNetwork } from '../channels/catalog'
import type { Network } from '../channels/catalog.schema'
import type { FormatFacts } from '../channels/formats'
import { countBy, findEntities, findTextField, type Entities } from '../text'
import { OWN_RULE, type Finding, type Fix, type Source, type VariantInput } from './checks.types'
import { limitInForce, severityOf } from './severity'

type TextRules = Network['text']

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const confidenceOr = (value: unknown, other: Source['confidence']): Source['confidence'] =>
  value === 'high' || value === 'medium' || value === 'low' ? value : other

function hashtagSource({ source, sourceDate, confidence, ...rules }: TextRules): Source {
  return {
    source: typeof rules.hashtagSource === 'string' ? rules.hashtagSource : source,
    sourceDate,
    confidence: confidenceOr(rules.hashtagConfidence, confidence)
  }
}

interface Counted {
  id: 'hashtags.too-many' | 'mentions.too-many' | 'links.too-many' | 'cashtags.too-many'
  count: number
  catalog: number | null
  override?: number | null | undefined
  isSoft: boolean
  source: Source
  fix?: Fix | undefined
}

function tooMany({ id, count, catalog, override, isSoft, source, fix }: Counted): Finding[] {
  const { limit, overridden } = limitInForce(catalog, override)
  if (limit !== null && count > limit) {
    const severity = overridden ? 'error' : severityOf(isSoft, source)
    return [{ id, severity, field: 'text', data: { n: count, limit, over: count - limit }, fix, ...source, ...(overridden ? { overridden } : {}) }]
  }
  if (!overridden || catalog === null || count <= catalog) return []
  return [{ id, severity: 'note', field: 'text', data: { n: count, limit: catalog, over: count - catalog }, ...source, overridden }]
}

/** The upper end of advice such as `3-5`. */
function advisedHashtags(rules: TextRules): number | null {
  const found = typeof rules.adviseHashtags === 'string' ? /(?<most>\d+)$/u.exec(rules.adviseHashtags) : null
  return found ? Number(found.groups?.most) : null
}

function hashtagFindings(input: VariantInput, format: FormatFacts, rules: TextRules, count: number): Finding[] {
  const { limit } = limitInForce(rules.maxHashtags, input.limits?.hashtags)
  const canMove = format.firstComment === 'comment'
  const source = hashtagSource(rules)
  const fix: Fix | undefined = canMove ? { kind: 'hashtags-to-first-comment', keep: limit ?? 0 } : undefined
  const isSoft = rules.hashtagLimitStatus === 'soft'
  const over = tooMany({ id: 'hashtags.too-many', count, catalog: rules.maxHashtags, override: input.limits?.hashtags, isSoft, source, fix })
  const advised = advisedHashtags(rules)
  if (over.length > 0 || advised === null || count <= advised) return over
  return [{ id: 'hashtags.advised', severity: 'note', field: 'text', data: { n: count, limit: advised }, ...source }]
}

function linkFindings(input: VariantInput, rules: TextRules, { links }: Entities): Finding[] {
  const { source, sourceDate, confidence } = rules
  const from: Source = { source, sourceDate, confidence }
  const different = new Set(links.map(({ text }) => text)).size
  const found = tooMany({
    id: 'links.too-many', count: different, catalog: numberOr(rules.maxLinks), override: input.limits?.links, isSoft: false, source: from
  })
  // Descriptions of YouTube make links, but not those of Shorts.
  const isDead = rules.linksClickable === false || input.format === 'short'
  if (isDead && links.length > 0) {
    found.push({ id: 'links.not-clickable', severity: 'warning', field: 'text', data: { link: links[0]?.text ?? '' }, fix: { kind: 'remove-link' }, ...from })
  }
  const plain = links.find(({ text }) => text.toLowerCase().startsWith('http://'))
  if (plain) found.push({ id: 'link.not-https', severity: 'warning', field: 'text', data: { link: plain.text }, fix: { kind: 'use-https' }, ...OWN_RULE })
  return found
}

/** Hashtags, mentions, cashtags and links: how many, and whether they do anything there. */
export function checkEntities(input: VariantInput, format: FormatFacts): Finding[] {
  const rules = findNetwork(input.network)?.text
  if (!rules) return []
  const texts = input.parts && input.parts.length > 0 ? input.parts : [input.text]
  const { source, sourceDate, confidence } = rules
  const from: Source = { source, sourceDate, confidence }
  return texts.flatMap((text, index) => {
    const entities = findEntities(input.network, text)
    const found = [
      ...hashtagFindings(input, format, rules, entities.hashtags.length),
      ...tooMany({ id: 'mentions.too-many', count: entities.mentions.length, catalog: numberOr(rules.maxMentions), override: input.limits?.mentions, isSoft: false, source: from }),
      ...tooMany({ id: 'cashtags.too-many', count: entities.cashtags.length, catalog: numberOr(rules.maxCashtags), isSoft: false, source: from }),
      ...linkFindings(input, rules, entities)
    ]
    return texts.length > 1 ? found.map((one) => ({ ...one, field: `part:${index + 1}` })) : found
  })
}

const HTTPS = /^https:\/\//iu
const HAS_PROTOCOL = /^[a-z][\d+.a-z-]*:/iu

/** The link that goes out beside the text. */
export function checkLink({ network, link = '', utmParameters = [], limits }: VariantInput): Finding[] {
  const address = link.trim()
  if (address === '') return []
  const found: Finding[] = []
  if (!URL.canParse(HAS_PROTOCOL.test(address) ? address : `https://${address}`)) {
    found.push({ id: 'link.invalid', severity: 'error', field: 'link', data: { link: address }, ...OWN_RULE })
  } else if (!HTTPS.test(address)) {
    found.push({ id: 'link.not-https', severity: 'warning', field: 'link', data: { link: address }, fix: { kind: 'use-https' }, ...OWN_RULE })
  }
  const lower = address.toLowerCase()
  const missing = utmParameters.filter((name) => !lower.includes(`${name.toLowerCase()}=`))
  if (missing.length > 0) {
    const fix: Fix = { kind: 'add-utm', parameters: missing }
    found.push({ id: 'link.no-utm', severity: 'warning', field: 'link', data: { names: missing.join(', ') }, fix, ...OWN_RULE })
  }
  const facts = findTextField(network, 'link')
  const max = limits?.text?.link ?? facts?.max
  if (facts && typeof max === 'number' && countBy(facts.rule, address) > max) {
    const { source, sourceDate, confidence } = facts
    const count = countBy(facts.rule, address)
    found.push({ id: 'text.too-long', severity: 'error', field: 'link', data: { count, limit: max, over: count - max, unit: facts.rule }, source, sourceDate, confidence })
  }
  return found
}
