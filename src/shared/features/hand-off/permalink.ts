import type { NetworkId } from '../../channels/catalog.schema'
import { gateUrl } from '../../url-gate'
import { instanceOf } from './compose-pages'

/** Hosts on which posts of a network are seen; a subdomain counts as its host. Null: every server (Mastodon). */
const hosts: Readonly<Record<NetworkId, readonly string[] | null>> = {
  facebook: ['facebook.com', 'fb.watch', 'fb.com'],
  instagram: ['instagram.com'],
  x: ['x.com', 'twitter.com'],
  linkedin: ['linkedin.com', 'lnkd.in'],
  tiktok: ['tiktok.com'],
  youtube: ['youtube.com', 'youtu.be'],
  snapchat: ['snapchat.com'],
  pinterest: ['pinterest.com', 'pin.it', 'pinterest.co.uk', 'pinterest.de', 'pinterest.it', 'pinterest.fr', 'pinterest.es', 'pinterest.ca', 'pinterest.se', 'pinterest.dk', 'pinterest.nz', 'pinterest.com.au'],
  threads: ['threads.com', 'threads.net'],
  bluesky: ['bsky.app'],
  mastodon: null,
  'google-business': ['google.com', 'maps.app.goo.gl', 'g.page', 'posts.gle', 'g.co'],
  whatsapp: ['whatsapp.com', 'wa.me']
}

/** One address for one post: names of the same site written one way. */
const sameSite: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com', 'www.twitter.com': 'x.com', 'mobile.twitter.com': 'x.com', 'www.x.com': 'x.com', 'mobile.x.com': 'x.com',
  'threads.net': 'www.threads.com', 'www.threads.net': 'www.threads.com', 'threads.com': 'www.threads.com',
  'facebook.com': 'www.facebook.com', 'm.facebook.com': 'www.facebook.com', 'mobile.facebook.com': 'www.facebook.com', 'web.facebook.com': 'www.facebook.com',
  'instagram.com': 'www.instagram.com', 'm.instagram.com': 'www.instagram.com',
  'linkedin.com': 'www.linkedin.com', 'youtube.com': 'www.youtube.com', 'm.youtube.com': 'www.youtube.com',
  'tiktok.com': 'www.tiktok.com', 'm.tiktok.com': 'www.tiktok.com', 'pinterest.com': 'www.pinterest.com', 'www.bsky.app': 'bsky.app'
}

/** Parts of a query that say where a link came from, and not which post it is. */
const TRACKING = /^(?:utm_.*|fbclid|gclid|igsh|igshid|ig_[a-z_]+|si|s|t|ref|ref_src|ref_url|xmt|rcm|trk|tracking[a-z]*|share_[a-z_]+|_r|_t|is_from_webapp|sender_[a-z_]+|mibextid|rdid|feature|pp|__.*|context|lipi|originaltracking.*)$/i

/** Parts of a query that name a comment under a post, or a picture in it. */
const COMMENT = /^(?:lc|comment_id|reply_comment_id|comment_tracking|commenturn|replyurn|dashcommenturn|dashreplyurn|img_index)$/i

export type PermalinkRefusal = 'not-an-address' | 'other-network' | 'not-a-post'
export type Permalink = { url: string; refused?: undefined } | { url?: undefined; refused: PermalinkRefusal }

const withScheme = (text: string): string => (/^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`)
const belongs = (host: string, to: readonly string[]): boolean => to.some((one) => host === one || host.endsWith(`.${one}`))

function shortVideo(url: URL): URL {
  const video = url.hostname === 'youtu.be' ? /^\/([\w-]{6,})$/.exec(url.pathname)?.[1] : undefined
  return video ? new URL(`https://www.youtube.com/watch?v=${video}`) : url
}

function canonical(given: URL): string {
  const url = shortVideo(given)
  url.hostname = sameSite[url.hostname] ?? url.hostname
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '')
  return url.href
}

/**
 * The address of a post as it is kept: on a host of its network, without what only traces who shared it.
 *
 * @param channel of the variant; on Mastodon its server must be that of the post where it is known
 */
export function readPermalink(text: string, network: NetworkId, channel: { handle: string; link: string }): Permalink {
  const trimmed = text.trim()
  const gated = gateUrl(withScheme(trimmed))
  if (!gated?.startsWith('https://')) return { refused: 'not-an-address' }
  const url = new URL(gated)
  if (url.port !== '') return { refused: 'not-an-address' }
  const server = network === 'mastodon' ? instanceOf(channel.handle, channel.link) : undefined
  const allowed = hosts[network] ?? (server ? [server] : null)
  if (allowed && !belongs(url.hostname, allowed)) return { refused: 'other-network' }
  if (url.pathname === '/' && url.search === '') return { refused: 'not-a-post' }
  return { url: canonical(url) }
}

/**
 * Under which addresses the post may be kept that a link leads to: of the post itself, or of a comment under it.
 * Empty where the text is no address of a page.
 */
export function postAddresses(text: string): string[] {
  const gated = gateUrl(withScheme(text.trim()))
  if (!gated?.startsWith('https://')) return []
  const url = new URL(gated)
  if (!url.hostname.includes('.') || (url.pathname === '/' && url.search === '')) return []
  const post = new URL(canonical(url))
  for (const name of [...post.searchParams.keys()]) if (COMMENT.test(name)) post.searchParams.delete(name)
  post.pathname = post.pathname.replace(/^(\/(?:[\w.]+\/)?(?:p|reel)\/[^/]+)\/c\/.*$/, '$1')
  const bare = `${post.origin}${post.pathname}`
  return [...new Set([text.trim(), gated, post.href, bare, `${bare}/`])]
}
