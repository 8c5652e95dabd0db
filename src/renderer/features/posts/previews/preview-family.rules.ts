import type { NetworkId } from '@shared/channels/catalog.schema'
import type { PostFormat } from '@shared/features/posts/posts.schema'
import { wholeSpans } from '@shared/text'
import type { PreviewFamily, PreviewView } from './preview.types'

const tall: ReadonlySet<PostFormat> = new Set(['story', 'reel', 'short', 'status'])

const byNetwork: Readonly<Record<NetworkId, PreviewFamily>> = {
  facebook: 'card',
  linkedin: 'card',
  'google-business': 'card',
  instagram: 'photo',
  x: 'micro',
  threads: 'micro',
  bluesky: 'micro',
  mastodon: 'micro',
  tiktok: 'full',
  snapchat: 'full',
  youtube: 'video',
  pinterest: 'pin',
  whatsapp: 'message'
}

/** How a post is drawn: what the network's own page or app looks like in outline. */
export function familyOf(network: NetworkId, format: PostFormat): PreviewFamily {
  if (tall.has(format)) return 'full'
  if (format === 'article') return 'article'
  if (format === 'pin') return 'pin'
  if (format === 'video' && network !== 'tiktok' && network !== 'snapchat') return byNetwork[network] === 'micro' ? 'micro' : network === 'youtube' ? 'video' : byNetwork[network]
  return byNetwork[network]
}

/** Networks that show a profile as a grid of its pictures. */
const gridFormats: ReadonlySet<PostFormat> = new Set(['feed', 'carousel', 'reel', 'short', 'video', 'pin'])
const gridNetworks: ReadonlySet<NetworkId> = new Set(['instagram', 'tiktok'])

export const viewsOf = (network: NetworkId, format: PostFormat): PreviewView[] =>
  gridNetworks.has(network) && gridFormats.has(format) ? ['post', 'grid'] : ['post']

/** Formats that play: a picture in their place is drawn as their cover. */
export const isMoving = (format: PostFormat, network: NetworkId): boolean =>
  format === 'reel' || format === 'short' || format === 'video' || (network === 'tiktok' && format === 'feed')

export interface TextRun {
  text: string
  marked: boolean
}

/** A text with its links, mentions and hashtags apart, as the network colors them. */
export function runsOf(network: NetworkId, text: string): TextRun[] {
  const runs: TextRun[] = []
  let from = 0
  for (const { start, end } of wholeSpans(network, text)) {
    if (start < from) continue
    if (start > from) runs.push({ text: text.slice(from, start), marked: false })
    runs.push({ text: text.slice(start, end), marked: true })
    from = end
  }
  if (from < text.length) runs.push({ text: text.slice(from), marked: false })
  return runs
}

/** The host of a link without `www.`; what is no address comes back as it is. */
export function hostOf(link: string): string {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : link
}
