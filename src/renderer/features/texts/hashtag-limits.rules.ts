import { channelCatalog } from '@shared/channels/catalog'
import type { NetworkId } from '@shared/channels/catalog.schema'

export interface HashtagLimit {
  network: NetworkId
  max: number
}

/** Networks that take fewer hashtags in a post than the set has: of one network, or of all. The strictest comes first. */
export function exceededLimits(count: number, network: NetworkId | null): HashtagLimit[] {
  return channelCatalog.channels
    .filter(({ id }) => network === null || id === network)
    .flatMap(({ id, text }) => (text.maxHashtags !== null && text.maxHashtags < count ? [{ network: id, max: text.maxHashtags }] : []))
    .toSorted((a, b) => a.max - b.max)
}
