import type { RefusalKind } from '../web'
import { loopbackLimits } from './limits'
import { single, type RequestFacts } from './request-facts'

/** Looks at one side of a request and names what is wrong with it, if anything. */
export type Check = (facts: RequestFacts, own: { port: number }) => RefusalKind | undefined

const ownHosts = (port: number) => [`127.0.0.1:${port}`, `localhost:${port}`]
const isPostPath = (path: string) => path === '/session' || path === '/upload' || path.startsWith('/rpc/')

const headerCount: Check = ({ headerLines }) => (headerLines > loopbackLimits.headers ? 'headers' : undefined)

/** Exactly one Host, and one of ours: a name that an attacker points at 127.0.0.1 is not. */
export const hostIsOurs: Check = (facts, { port }) => {
  const host = single(facts, 'host')
  return host && ownHosts(port).includes(host) ? undefined : 'host'
}

/** Absent, or the very origin the page came from; `null` is what sandboxed frames and files send. */
export const originIsOurs: Check = (facts) => {
  const origin = single(facts, 'origin')
  return origin === undefined || origin === `http://${single(facts, 'host')}` ? undefined : 'origin'
}

/** `same-site` is another port of this machine. */
export const siteIsOurs: Check = (facts) => {
  const site = single(facts, 'sec-fetch-site')
  return site === undefined || site === 'same-origin' || site === 'none' ? undefined : 'site'
}

const noUpgrade: Check = ({ headers }) => (headers.has('upgrade') ? 'upgrade' : undefined)

/** A path in its shortest form, so that what is looked up is what was sent. */
export const pathIsPlain: Check = ({ path }) =>
  path.startsWith('/') && !path.startsWith('//') && new URL(path, 'http://127.0.0.1').pathname === path ? undefined : 'address'

/** What changes something is a POST; a GET changes nothing; nothing else is answered, preflights included. */
export const methodFits: Check = ({ method, path }) =>
  method === (isPostPath(path) ? 'POST' : 'GET') ? undefined : 'method'

/** Types that a plain form cannot send, so that another page would need a preflight, which is refused. */
export const contentTypeFits: Check = (facts) => {
  if (facts.method !== 'POST') return undefined
  const type = single(facts, 'content-type')?.toLowerCase()
  const fits = facts.path === '/upload' ? type === 'application/octet-stream' : type && /^application\/json(?:; ?charset=utf-8)?$/.test(type)
  return fits ? undefined : 'contentType'
}

/** By the length that was announced; streams are counted as they come. */
export const sizeFits: Check = (facts) => {
  const length = Number(single(facts, 'content-length') ?? 0)
  if (facts.method === 'GET') return length > 0 || facts.headers.has('transfer-encoding') ? 'bodySize' : undefined
  const most = facts.path === '/upload' ? loopbackLimits.uploadBytes : loopbackLimits.bodyBytes
  return length <= most ? undefined : 'bodySize'
}

const checks: readonly Check[] = [
  headerCount,
  hostIsOurs,
  originIsOurs,
  siteIsOurs,
  noUpgrade,
  pathIsPlain,
  methodFits,
  contentTypeFits,
  sizeFits
]

/** The first thing wrong with a request, before anybody asks for its token; undefined when it may go on. */
export function gate(facts: RequestFacts, own: { port: number }): RefusalKind | undefined {
  for (const check of checks) {
    const wrong = check(facts, own)
    if (wrong) return wrong
  }
  return undefined
}

/** Media carries its permission in its address; the page's own files hold no secret. Everything else needs a session. */
export function needsSession(path: string): boolean {
  return path === '/upload' || path.startsWith('/rpc/')
}
