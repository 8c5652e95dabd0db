import type { NetworkId } from './catalog.schema'

/** The kinds of post that can be planned. */
export const formatIds = [
  'feed', 'carousel', 'story', 'reel', 'short', 'video', 'document', 'pin', 'thread', 'article', 'update', 'status', 'message'
] as const
export type FormatId = (typeof formatIds)[number]

export type RequiredPart = 'text' | 'media' | 'video' | 'document' | 'title' | 'text-or-media'

/** One format on one network. Sizes, files and their sources are those of the placements in the catalog. */
export interface FormatFacts {
  network: NetworkId
  format: FormatId
  /** Placements that a picture or document goes to, the usual one first. */
  pictures: readonly string[]
  /** Placements that a video goes to. */
  videos: readonly string[]
  minItems: number
  maxItems: number
  requires: readonly RequiredPart[]
  /** Field of the catalog that the text is counted by. */
  textField: string
  /** Fields of the catalog besides, by the name they have in a post. */
  fields: Readonly<Record<string, string>>
  /** How a first comment goes out, or null where there is none. */
  firstComment: 'comment' | 'reply' | null
  /** Whether pictures take an alternative text. */
  altText: boolean
}

/** Day on which the table was last gone through. */
export const FORMATS_CHECKED_ON = '2026-11-22'

type Given = Partial<Omit<FormatFacts, 'network' | 'format'>> & { items: readonly [min: number, max: number] }

const of = (network: NetworkId, format: FormatId, { items, ...given }: Given): FormatFacts => ({
  network,
  format,
  pictures: [],
  videos: [],
  requires: items[0] > 0 ? ['media'] : ['text-or-media'],
  textField: 'post',
  fields: {},
  firstComment: null,
  altText: false,
  ...given,
  minItems: items[0],
  maxItems: items[1]
})

const FB = ['fb-post-square', 'fb-post-portrait', 'fb-post-landscape']
const X_PICTURES = ['x-post-landscape', 'x-post-square', 'x-post-portrait', 'x-gif']
const X_VIDEOS = ['x-video-landscape', 'x-video-vertical', 'x-video-square']
const LI = ['li-post-landscape', 'li-post-square', 'li-post-portrait']
const TH = ['th-post-portrait', 'th-post-square', 'th-post-3x4', 'th-post-vertical']
const BS = ['bs-post-landscape', 'bs-post-portrait', 'bs-post-square']
const MA = ['ma-post-landscape', 'ma-post-portrait', 'ma-post-square']
const PIN = ['pin-standard', 'pin-square', 'pin-long', 'pin-9x16']

const comment = { firstComment: 'comment', altText: true } as const
const reply = { firstComment: 'reply', altText: true } as const
/** A thread goes on by itself; nothing is put below it. */
const inThread = { firstComment: null, altText: true } as const

const facebook: FormatFacts[] = [
  of('facebook', 'feed', { items: [0, 10], pictures: FB, videos: ['fb-video-feed'], ...comment }),
  of('facebook', 'carousel', { items: [2, 10], pictures: FB, ...comment }),
  of('facebook', 'video', { items: [1, 1], videos: ['fb-video-feed'], requires: ['video'], firstComment: 'comment' }),
  of('facebook', 'reel', { items: [1, 1], videos: ['fb-reel'], requires: ['video'], firstComment: 'comment' }),
  of('facebook', 'story', { items: [1, 1], pictures: ['fb-story-image'], videos: ['fb-story-video'] })
]

const instagram: FormatFacts[] = [
  of('instagram', 'feed', { items: [1, 1], pictures: ['ig-feed-4x5', 'ig-feed-3x4'], videos: ['ig-reel'], ...comment }),
  of('instagram', 'carousel', { items: [2, 20], pictures: ['ig-carousel-api', 'ig-carousel-app'], videos: ['ig-carousel-api', 'ig-carousel-app'], ...comment }),
  of('instagram', 'reel', { items: [1, 1], videos: ['ig-reel'], requires: ['video'], firstComment: 'comment' }),
  of('instagram', 'story', { items: [1, 1], pictures: ['ig-story-image'], videos: ['ig-story-video'] })
]

const x: FormatFacts[] = [
  of('x', 'feed', { items: [0, 4], pictures: X_PICTURES, videos: X_VIDEOS, ...reply }),
  of('x', 'thread', { items: [0, 4], pictures: X_PICTURES, videos: X_VIDEOS, requires: ['text'], ...inThread }),
  of('x', 'video', { items: [1, 1], videos: X_VIDEOS, requires: ['video'], firstComment: 'reply' }),
  of('x', 'article', { items: [0, 1], pictures: X_PICTURES, requires: ['title', 'text'], textField: 'article', altText: true })
]

const linkedin: FormatFacts[] = [
  of('linkedin', 'feed', { items: [0, 20], pictures: LI, videos: ['li-video', 'li-video-vertical'], ...comment }),
  of('linkedin', 'carousel', { items: [2, 20], pictures: ['li-multi-image'], ...comment }),
  of('linkedin', 'document', { items: [1, 1], pictures: ['li-document'], requires: ['document', 'title'], firstComment: 'comment' }),
  of('linkedin', 'video', { items: [1, 1], videos: ['li-video', 'li-video-vertical'], requires: ['video'], firstComment: 'comment' }),
  of('linkedin', 'article', { items: [0, 1], pictures: ['li-article-cover'], requires: ['title', 'text'], textField: 'article.body', ...comment })
]

const tiktok: FormatFacts[] = [
  of('tiktok', 'video', { items: [1, 1], videos: ['tt-video'], requires: ['video'], textField: 'video.caption', firstComment: 'comment' }),
  of('tiktok', 'carousel', {
    items: [1, 35], pictures: ['tt-photo', 'tt-photo-square'], textField: 'photo.description', fields: { title: 'photo.title' }, firstComment: 'comment'
  }),
  of('tiktok', 'feed', {
    items: [1, 35], pictures: ['tt-photo', 'tt-photo-square'], textField: 'photo.description', fields: { title: 'photo.title' }, firstComment: 'comment'
  }),
  of('tiktok', 'story', { items: [1, 1], pictures: ['tt-story'], videos: ['tt-story'] })
]

const titled = { title: 'title', tags: 'tags.total' }
const youtube: FormatFacts[] = [
  of('youtube', 'video', { items: [1, 1], videos: ['yt-video'], requires: ['video', 'title'], fields: titled, firstComment: 'comment' }),
  of('youtube', 'short', { items: [1, 1], videos: ['yt-shorts'], requires: ['video', 'title'], fields: titled, firstComment: 'comment' }),
  of('youtube', 'feed', { items: [0, 10], pictures: ['yt-post'], firstComment: 'comment' })
]

const snapchat: FormatFacts[] = [
  of('snapchat', 'story', { items: [1, 1], pictures: ['sn-story-image'], videos: ['sn-story-video'] }),
  of('snapchat', 'short', { items: [1, 1], videos: ['sn-spotlight'], requires: ['video'], textField: 'spotlight.description' })
]

const pinFields = { title: 'title' }
const pinterest: FormatFacts[] = [
  of('pinterest', 'pin', { items: [1, 1], pictures: PIN, videos: ['pin-video', 'pin-video-square'], fields: pinFields, altText: true }),
  of('pinterest', 'carousel', { items: [2, 5], pictures: ['pin-carousel', 'pin-carousel-square'], fields: pinFields, altText: true }),
  of('pinterest', 'video', { items: [1, 1], videos: ['pin-video', 'pin-video-square'], requires: ['video'], fields: pinFields })
]

const topic = { topicTag: 'topicTag' }
const threads: FormatFacts[] = [
  of('threads', 'feed', { items: [0, 1], pictures: TH, videos: ['th-video'], fields: topic, ...reply }),
  of('threads', 'carousel', { items: [2, 20], pictures: ['th-carousel'], videos: ['th-carousel'], fields: topic, ...reply }),
  of('threads', 'thread', { items: [0, 20], pictures: TH, videos: ['th-video'], requires: ['text'], fields: topic, ...inThread }),
  of('threads', 'video', { items: [1, 1], videos: ['th-video'], requires: ['video'], fields: topic, ...reply })
]

const bluesky: FormatFacts[] = [
  of('bluesky', 'feed', { items: [0, 4], pictures: BS, videos: ['bs-video'], ...reply }),
  of('bluesky', 'carousel', { items: [2, 10], pictures: ['bs-gallery'], ...reply }),
  of('bluesky', 'thread', { items: [0, 4], pictures: BS, videos: ['bs-video'], requires: ['text'], ...inThread }),
  of('bluesky', 'video', { items: [1, 1], videos: ['bs-video'], requires: ['video'], ...reply })
]

const warning = { contentWarning: 'contentWarning' }
const mastodon: FormatFacts[] = [
  of('mastodon', 'feed', { items: [0, 4], pictures: MA, videos: ['ma-video'], fields: warning, ...reply }),
  of('mastodon', 'carousel', { items: [2, 4], pictures: ['ma-multi'], fields: warning, ...reply }),
  of('mastodon', 'thread', { items: [0, 4], pictures: MA, videos: ['ma-video'], requires: ['text'], fields: warning, ...inThread }),
  of('mastodon', 'video', { items: [1, 1], videos: ['ma-video'], requires: ['video'], fields: warning, ...reply })
]

const googleBusiness: FormatFacts[] = [
  of('google-business', 'update', { items: [0, 1], pictures: ['gbp-post', 'gbp-offer'], videos: ['gbp-video'], requires: ['text'], fields: { title: 'event.title' } })
]

const whatsapp: FormatFacts[] = [
  of('whatsapp', 'status', { items: [0, 1], pictures: ['wa-status-image'], videos: ['wa-status-video'], textField: 'status.text' }),
  of('whatsapp', 'message', { items: [0, 1], pictures: ['wa-image-message'], videos: ['wa-video-message'], textField: 'message.text' })
]

const table: readonly FormatFacts[] = [
  ...facebook, ...instagram, ...x, ...linkedin, ...tiktok, ...youtube, ...snapchat, ...pinterest, ...threads, ...bluesky, ...mastodon,
  ...googleBusiness, ...whatsapp
]

/** The formats of a network, the usual one first. */
export const formatsOf = (network: NetworkId): FormatFacts[] => table.filter((one) => one.network === network)

export function findFormat(network: NetworkId, format: string): FormatFacts | undefined {
  return table.find((one) => one.network === network && one.format === format)
}

/** What a new post on the network is, unless a person says otherwise. */
export const usualFormatOf = (network: NetworkId): FormatId => formatsOf(network)[0]?.format ?? 'feed'
