import type { ChannelCatalog, NetworkId } from '../channels/catalog.schema'

/** The limits of a rule pack, small enough to keep with a workspace: `instagram.hashtags` → 5. */
export interface LimitSnapshot {
  /** Version of the rule pack, a day. */
  version: string
  limits: Readonly<Record<string, number | null>>
}

export interface LimitChange {
  /** `instagram.hashtags`, `x.text.post`, `bluesky.placement.bs-video.bytes`… */
  key: string
  network: NetworkId
  /** `hashtags`, `text.post`, `placement.bs-video.bytes`. */
  limit: string
  before: number | null | undefined
  after: number | null | undefined
  /** What was taken may be taken no longer. */
  isStricter: boolean
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The limits that can refuse a post, by network. */
export function textLimitSnapshot(catalog: ChannelCatalog): LimitSnapshot {
  const limits: Record<string, number | null> = {}
  for (const { id, text, textFields, altTextMax, placements } of catalog.channels) {
    limits[`${id}.text.post`] = text.maxChars
    limits[`${id}.text.alt`] = altTextMax
    limits[`${id}.hashtags`] = text.maxHashtags
    limits[`${id}.mentions`] = numberOr(text.maxMentions)
    limits[`${id}.links`] = numberOr(text.maxLinks)
    for (const { field, max } of textFields) limits[`${id}.text.${field}`] = max
    for (const placement of placements.filter(({ scope }) => scope === 'organic')) {
      const at = `${id}.placement.${placement.id}`
      limits[`${at}.bytes`] = placement.maxBytes
      limits[`${at}.items`] = placement.maxItems
      limits[`${at}.seconds`] = placement.maxSeconds
    }
  }
  return { version: catalog.generatedOn, limits: Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null)) }
}

/** What changed from one rule pack to the next. A limit that is in one of them alone counts as a change. */
export function comparePacks(before: LimitSnapshot, after: LimitSnapshot): LimitChange[] {
  const keys = [...new Set([...Object.keys(before.limits), ...Object.keys(after.limits)])].sort()
  return keys.flatMap((key) => {
    const [was, is] = [before.limits[key], after.limits[key]]
    if (was === is) return []
    const [network = '', ...rest] = key.split('.')
    const isStricter = typeof is === 'number' && (typeof was !== 'number' || is < was)
    return [{ key, network: network as NetworkId, limit: rest.join('.'), before: was, after: is, isStricter }]
  })
}
