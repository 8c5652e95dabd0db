import type { NetworkId } from '../../channels/catalog.schema'

interface ComposePage {
  /** `{instance}` is the server of the channel. */
  url: string
  /** Where the address is documented or was seen, and when it was looked at. */
  source: string
  checked: string
}

const checked = '2026-11-22'

/** The page of each network on which a new post is written. Nothing but these is opened by "Open network". */
export const composePages: Readonly<Record<NetworkId, ComposePage>> = {
  facebook: { url: 'https://business.facebook.com/latest/composer', source: 'https://www.facebook.com/business/help/942827662903020', checked },
  instagram: { url: 'https://business.facebook.com/latest/composer', source: 'https://www.facebook.com/business/help/942827662903020', checked },
  x: { url: 'https://x.com/compose/post', source: 'https://docs.x.com/x-for-websites/web-intents/overview', checked },
  linkedin: { url: 'https://www.linkedin.com/feed/?shareActive=true', source: 'https://www.linkedin.com/help/linkedin/answer/a522427', checked },
  tiktok: { url: 'https://www.tiktok.com/tiktokstudio/upload', source: 'https://support.tiktok.com/en/using-tiktok/creating-videos/tiktok-studio', checked },
  youtube: { url: 'https://studio.youtube.com/', source: 'https://support.google.com/youtube/answer/57407', checked },
  snapchat: { url: 'https://my.snapchat.com/', source: 'https://help.snapchat.com/hc/en-us/articles/7012343074580', checked },
  pinterest: { url: 'https://www.pinterest.com/pin-creation-tool/', source: 'https://help.pinterest.com/en/article/create-a-pin-from-an-image', checked },
  threads: { url: 'https://www.threads.com/intent/post', source: 'https://developers.facebook.com/docs/threads/threads-web-intents', checked },
  bluesky: { url: 'https://bsky.app/intent/compose', source: 'https://docs.bsky.app/docs/advanced-guides/intent-links', checked },
  mastodon: { url: 'https://{instance}/publish', source: 'https://docs.joinmastodon.org/user/posting/', checked },
  'google-business': { url: 'https://business.google.com/', source: 'https://support.google.com/business/answer/7342169', checked },
  whatsapp: { url: 'https://web.whatsapp.com/', source: 'https://faq.whatsapp.com/1317564962315842', checked }
}

/** A server's name alone: labels of letters, digits and hyphens, and no port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** The server of a channel on Mastodon, from `@name@server` or the channel's link; undefined where neither says. */
export function instanceOf(handle: string, link: string): string | undefined {
  const named = /^@?[^@\s]+@([^@\s]+)$/.exec(handle.trim())?.[1]?.toLowerCase()
  if (named && HOST.test(named)) return named
  if (!link.startsWith('https://') || !URL.canParse(link)) return undefined
  const { hostname } = new URL(link)
  return HOST.test(hostname) ? hostname : undefined
}

/** The address to open for a new post on a channel, or null where the channel does not say which server it is on. */
export function composeUrlOf(network: NetworkId, channel: { handle: string; link: string }): string | null {
  const { url } = composePages[network]
  if (!url.includes('{instance}')) return url
  const instance = instanceOf(channel.handle, channel.link)
  return instance ? url.replace('{instance}', instance) : null
}
