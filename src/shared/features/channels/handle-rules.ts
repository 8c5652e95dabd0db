import type { NetworkId } from '../../channels/catalog.schema'

/** How the name of an account is written on a network, and where its page is. */
export interface HandleRule {
  /** What stands before the name when people write it. */
  sign: '@' | '+' | ''
  /** The name without its sign, in the case that is kept. */
  pattern: RegExp
  /** Names are the same in any case of letters and are kept in lower case. */
  lowerCase: boolean
  example: string
  /** The address of the page; `{handle}` is the name without its sign, `{user}` and `{server}` its halves. Empty: none follows from the name. */
  page: string
  /** Hosts of pages; the first capture of a path is the name. */
  hosts: readonly string[]
  paths: readonly RegExp[]
}

const plain = /^\/([^/]+)$/
const withAt = /^\/@([^/]+)$/

export const handleRules: Record<NetworkId, HandleRule> = {
  facebook: {
    sign: '@', pattern: /^[a-z0-9.]{5,50}$/i, lowerCase: false, example: '@nordlysmuseum',
    page: 'https://www.facebook.com/{handle}', hosts: ['facebook.com', 'fb.com', 'm.facebook.com'], paths: [plain]
  },
  instagram: {
    sign: '@', pattern: /^\w[\w.]{0,29}$/, lowerCase: true, example: '@nordlysmuseum',
    page: 'https://www.instagram.com/{handle}/', hosts: ['instagram.com'], paths: [plain]
  },
  x: {
    sign: '@', pattern: /^\w{1,15}$/, lowerCase: false, example: '@nordlysmuseum',
    page: 'https://x.com/{handle}', hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'], paths: [plain]
  },
  linkedin: {
    sign: '', pattern: /^(?:company|in|school|showcase)\/[\p{L}\p{N}%_-]{2,100}$/u, lowerCase: false, example: 'company/nordlys-museum',
    page: 'https://www.linkedin.com/{handle}/', hosts: ['linkedin.com', 'no.linkedin.com', 'uk.linkedin.com'],
    paths: [/^\/((?:company|in|school|showcase)\/[^/]+)$/]
  },
  tiktok: {
    sign: '@', pattern: /^[\w.]{2,24}$/, lowerCase: true, example: '@nordlysmuseum',
    page: 'https://www.tiktok.com/@{handle}', hosts: ['tiktok.com'], paths: [withAt]
  },
  youtube: {
    sign: '@', pattern: /^[\p{L}\p{N}._·-]{3,30}$/u, lowerCase: false, example: '@nordlysmuseum',
    page: 'https://www.youtube.com/@{handle}', hosts: ['youtube.com', 'm.youtube.com'], paths: [withAt]
  },
  snapchat: {
    sign: '@', pattern: /^[a-z][\w.-]{1,13}[a-z0-9]$/i, lowerCase: true, example: '@nordlysmuseum',
    page: 'https://www.snapchat.com/@{handle}', hosts: ['snapchat.com'], paths: [withAt, /^\/add\/([^/]+)$/]
  },
  pinterest: {
    sign: '@', pattern: /^\w{3,30}$/, lowerCase: true, example: '@nordlysmuseum',
    page: 'https://www.pinterest.com/{handle}/', hosts: ['pinterest.com', 'pinterest.co.uk', 'no.pinterest.com'], paths: [plain]
  },
  threads: {
    sign: '@', pattern: /^\w[\w.]{0,29}$/, lowerCase: true, example: '@nordlysmuseum',
    page: 'https://www.threads.com/@{handle}', hosts: ['threads.com', 'threads.net'], paths: [withAt]
  },
  bluesky: {
    sign: '@', pattern: /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/, lowerCase: true,
    example: '@nordlysmuseum.bsky.social', page: 'https://bsky.app/profile/{handle}', hosts: ['bsky.app'], paths: [/^\/profile\/([^/]+)$/]
  },
  mastodon: {
    sign: '@', pattern: /^\w+(?:[.-]+\w+)*@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i, lowerCase: true, example: '@nordlysmuseum@mastodon.social',
    page: 'https://{server}/@{user}', hosts: [], paths: []
  },
  'google-business': {
    sign: '', pattern: /^.{1,100}$/u, lowerCase: false, example: 'Nordlys Museum',
    page: '', hosts: [], paths: []
  },
  whatsapp: {
    sign: '+', pattern: /^[1-9]\d{6,14}$/, lowerCase: false, example: '+47 22 00 00 00',
    page: 'https://wa.me/{handle}', hosts: ['wa.me'], paths: [/^\/(\d+)$/]
  }
}
