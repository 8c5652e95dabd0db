import type { UtmRule } from './utm.schema'

/** What the templates of a rule are filled from. */
export interface UtmFacts {
  network: string
  campaign: string
  /** A short name of the post: its title, or the first words of its text. */
  post: string
  format: string
}

export const utmPlaceholders = ['network', 'campaign', 'post', 'format'] as const
export const utmParameters = ['source', 'medium', 'campaign', 'term', 'content'] as const
type UtmParameter = (typeof utmParameters)[number]

const LONGEST = 100
/** Letters that carry no accent to take off. */
const plainLetters: Record<string, string> = { æ: 'ae', ø: 'o', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** A name as statistics want it: lower case, no accents, dashes between the words. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[æøœßłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/['’]/g, '')
  const dashed = plain.replace(/[^\p{L}\p{N}_.~]+/gu, '-').replace(/-{2,}/g, '-')
  return [...dashed].slice(0, LONGEST).join('').replace(/^[-.]+|[-.]+$/g, '')
}

/** The values that a rule gives, by parameter; those that come out empty are not there. */
export function utmValues(rule: UtmRule, facts: UtmFacts): Partial<Record<UtmParameter, string>> {
  const fill = (template: string) =>
    slug(template.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(facts, name) ? slug(facts[name as keyof UtmFacts]) : '')))
  const values = utmParameters.map((parameter) => [parameter, fill(rule[parameter])] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

const isWebLink = (link: string): boolean =>
  /^https?:\/\/[^\s/]+/i.test(link) ? URL.canParse(link) : /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(link)

/**
 * The link with the parameters of the campaign's rule. What else its query has stays as it is written, and so does what
 * follows `#`; a parameter that the rule gives replaces the one in the link, so that doing it again changes nothing.
 * What is no web link comes back as it was.
 */
export function withUtm(link: string, rule: UtmRule, facts: UtmFacts): string {
  const trimmed = link.trim()
  const values = Object.entries(utmValues(rule, facts))
  if (!rule.active || values.length === 0 || !isWebLink(trimmed)) return link
  const [beforeHash = '', ...fragments] = trimmed.split('#')
  const [address = '', ...queries] = beforeHash.split('?')
  const replaced = new Set(values.map(([parameter]) => `utm_${parameter}`))
  const kept = queries
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && !replaced.has((pair.split('=', 1)[0] ?? '').toLowerCase()))
  const query = [...kept, ...values.map(([parameter, value]) => `utm_${parameter}=${encodeURIComponent(value)}`)].join('&')
  return `${address}?${query}${fragments.length > 0 ? `#${fragments.join('#')}` : ''}`
}

/** Placeholders of a template that mean nothing, for a hint beside the field. */
export function unknownPlaceholders(template: string): string[] {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
  return found.filter((name) => !(utmPlaceholders as readonly string[]).includes(name))
}
