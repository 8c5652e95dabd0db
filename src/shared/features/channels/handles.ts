import type { NetworkId } from '../../channels/catalog.schema'
import { handleRules } from './handle-rules'

/** An address with its scheme, or undefined for what is no web address. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return undefined
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.hostname.includes('.') && !url.username ? url.href : undefined
}

const hostOf = (url: URL): string => url.hostname.replace(/^www\./, '')

/** As it is written where it is no valid encoding. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The name in the address of an account's page, or undefined when it is no such page. */
function nameInLink(network: NetworkId, text: string): string | undefined {
  if (!/[/.]/.test(text) || text.startsWith('@')) return undefined
  const address = webAddress(text)
  if (!address) return undefined
  const url = new URL(address)
  const path = decoded(url.pathname).replace(/\/+$/, '')
  if (network === 'mastodon') {
    const user = /^\/@([^/@]+)$/.exec(path)?.[1]
    return user && `${user}@${hostOf(url)}`
  }
  const rule = handleRules[network]
  if (!rule.hosts.includes(hostOf(url))) return undefined
  for (const pattern of rule.paths) {
    const name = pattern.exec(path)?.[1]
    if (name) return name
  }
  return undefined
}

/** Completes what people leave out: the server of Bluesky, the kind of page of LinkedIn. */
function completed(network: NetworkId, name: string, of: 'account' | 'person'): string {
  if (network === 'bluesky' && name !== '' && !name.includes('.')) return `${name}.bsky.social`
  if (network === 'linkedin' && name !== '' && !name.includes('/')) {
    return `${of === 'person' ? 'in' : 'company'}/${name.replace(/\s+/g, '-').toLowerCase()}`
  }
  if (network === 'whatsapp') return name.replace(/[\s().-]/g, '').replace(/^00/, '')
  return name
}

/**
 * The name of an account as it is kept: `@name` with the sign of the network, from a name with or without it or from
 * the address of the page. Empty stays empty; undefined when the network knows no such name.
 */
export function normalizeHandle(network: NetworkId, text: string, of: 'account' | 'person' = 'account'): string | undefined {
  const trimmed = text.normalize('NFC').trim()
  if (trimmed === '') return ''
  const rule = handleRules[network]
  const name = nameInLink(network, trimmed) ?? trimmed
  const bare = completed(network, name.replace(/^[@+]\s*/, ''), of)
  const kept = rule.lowerCase ? bare.toLowerCase() : bare
  return rule.pattern.test(kept) ? `${rule.sign}${kept}` : undefined
}

/** The address of the page of an account; empty when none follows from its name. `handle` is a normalized one. */
export function profileLink(network: NetworkId, handle: string): string {
  const rule = handleRules[network]
  if (handle === '' || rule.page === '') return ''
  const bare = handle.slice(rule.sign.length)
  const [user = '', server = ''] = bare.split('@')
  const path = (text: string) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%25', '%')
  return rule.page.replace('{handle}', path(bare)).replace('{user}', path(user)).replace('{server}', server)
}

/** How a person is mentioned in a text: by name where the network knows no written handle. */
export function mentionText(network: NetworkId, handle: string, personName: string): string {
  switch (network) {
    case 'linkedin':
    case 'facebook':
    case 'google-business':
    case 'whatsapp':
      return network === 'linkedin' || network === 'facebook' ? `@${personName}` : personName
    default:
      return handle === '' ? personName : handle
  }
}
