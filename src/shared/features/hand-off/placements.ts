import { findPlacement, type NetworkPlacement } from '../../channels/catalog'
import type { NetworkId } from '../../channels/catalog.schema'
import type { Size } from '../../channels/crop'
import type { PostFormat } from '../posts/posts.schema'

type Choices = Partial<Record<PostFormat, readonly string[]>> & { feed: readonly string[] }

/** Placements that the pictures of a format may go to, the usual one first. A `video` format takes its cover. */
const choices: Readonly<Record<NetworkId, Choices>> = {
  facebook: { feed: ['fb-post-portrait', 'fb-post-square', 'fb-post-landscape'], story: ['fb-story-image'], reel: ['fb-reel-cover'], video: ['fb-reel-cover'] },
  instagram: { feed: ['ig-feed-4x5', 'ig-feed-square', 'ig-feed-landscape', 'ig-feed-3x4'], carousel: ['ig-carousel-app'], story: ['ig-story-image'], reel: ['ig-reel-cover'], video: ['ig-reel-cover'] },
  x: { feed: ['x-post-landscape', 'x-post-square', 'x-post-portrait'] },
  linkedin: { feed: ['li-post-landscape', 'li-post-square', 'li-post-portrait'], carousel: ['li-multi-image'], document: ['li-post-portrait'], article: ['li-article-cover'] },
  tiktok: { feed: ['tt-photo', 'tt-photo-square'], story: ['tt-story'], reel: ['tt-cover'], short: ['tt-cover'], video: ['tt-cover'] },
  youtube: { feed: ['yt-post'], video: ['yt-thumbnail'], short: ['yt-shorts-cover'], reel: ['yt-shorts-cover'] },
  snapchat: { feed: ['sn-story-image'] },
  pinterest: { feed: ['pin-standard', 'pin-square'], carousel: ['pin-carousel', 'pin-carousel-square'] },
  threads: { feed: ['th-post-portrait', 'th-post-square', 'th-post-3x4'], carousel: ['th-carousel'] },
  bluesky: { feed: ['bs-post-landscape', 'bs-post-portrait', 'bs-post-square'], carousel: ['bs-gallery'] },
  mastodon: { feed: ['ma-post-landscape', 'ma-post-portrait', 'ma-post-square'] },
  'google-business': { feed: ['gbp-post'] },
  whatsapp: { feed: ['wa-image-message'], status: ['wa-status-image'], story: ['wa-status-image'] }
}

/** Formats of moving pictures, of which the library keeps the cover only. */
const moving: ReadonlySet<PostFormat> = new Set(['reel', 'short', 'video'])
/** Formats that are published without any picture. */
const wordsAlone: ReadonlySet<PostFormat> = new Set(['thread', 'article', 'message', 'status'])
/** Networks on which a post needs a picture or a video, whatever its format. */
const pictureNetworks: ReadonlySet<NetworkId> = new Set(['instagram', 'tiktok', 'pinterest', 'snapchat'])

export const isCoverOnly = (format: PostFormat): boolean => moving.has(format)

/** Whether a post of this kind cannot go out without a picture or a video. */
export function needsMedia(network: NetworkId, format: PostFormat): boolean {
  if (format === 'feed' || format === 'update') return pictureNetworks.has(network)
  return !wordsAlone.has(format)
}

const ratio = ({ width, height }: Size): number => width / height
/** How much is lost when a picture of one shape is cut to another: 0 for none. */
const loss = (from: Size, to: Size): number => Math.abs(Math.log(ratio(from) / ratio(to)))

export function placementChoices(network: NetworkId, format: PostFormat): NetworkPlacement[] {
  const of = choices[network]
  return (of[format] ?? of.feed).flatMap((id) => findPlacement(id) ?? [])
}

/**
 * The placement for the pictures of a post: one that a crop was set for by hand, else the shape nearest to the first
 * picture, so that all of a carousel have one shape. Undefined where the network takes no pictures at all.
 */
export function choosePlacement(network: NetworkId, format: PostFormat, first: Size, cropped: (placementId: string) => boolean): NetworkPlacement | undefined {
  const among = placementChoices(network, format)
  const byHand = among.find(({ id }) => cropped(id))
  return byHand ?? [...among].sort((a, b) => loss(first, a) - loss(first, b))[0]
}

/** Pictures that a post of this kind takes at most; 0 where the catalog does not say. */
export function mostPictures(placement: NetworkPlacement): number {
  return placement.maxItems ?? 0
}
