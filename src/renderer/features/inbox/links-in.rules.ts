import { gateUrl } from '@shared/url-gate'

const MOST = 3
const ADDRESS = /https:\/\/[^\s<>"'“”«»]+/gu
const TRAILING = /[.,;:!?)\]}…]+$/u

export interface FoundLink {
  url: string
  /** The machine it leads to, in ASCII, so that a look-alike is seen. */
  host: string
}

/** Addresses in a stranger's text that may be opened on request, each once. The text itself stays text. */
export function linksIn(text: string): FoundLink[] {
  const urls = [...text.matchAll(ADDRESS)].flatMap(([found]) => gateUrl(found.replace(TRAILING, '')) ?? [])
  return [...new Set(urls)].slice(0, MOST).map((url) => ({ url, host: new URL(url).hostname }))
}
