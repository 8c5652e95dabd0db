/** A planned post on one channel, as the search for clashes needs it. */
export interface PlannedEntry {
  variantId: string
  postId: string
  channelId: string
  /** Instant, ISO 8601. */
  plannedAt: string
  text: string
  assetIds: readonly string[]
}

export interface ClashOptions {
  /** Days within which the same text or picture is too soon; 0 for none. */
  textDays?: number
  assetDays?: number
  /** Minutes within which two posts on one channel are too close; 0 for none. */
  minutes?: number
}

export type ClashKind = 'same-text' | 'same-hour' | 'same-asset'

/** Two posts that get in each other's way; `other` is the earlier one. */
export interface Clash {
  kind: ClashKind
  variantId: string
  other: string
  channelId: string
  /** When the other one is planned. */
  otherAt: string
  assetId?: string
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DEFAULTS = { textDays: 60, assetDays: 30, minutes: 60 }
/** Shorter texts are alike by chance. */
const SHORTEST = 12

/** A text as readers remember it: without case, links, hashtags, emoji and punctuation. */
export function normalizedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bhttps?:\/\/\S+/gu, ' ')
    .replace(/#[\p{L}\p{M}\p{N}_]+/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

interface Prepared {
  entry: PlannedEntry
  at: number
  key: string
}

/** Remembers the latest post by key, so that all is found in one pass over the posts in their order. */
class Latest {
  private readonly seen = new Map<string, Prepared>()

  /** The latest one before, if it is within reach; the given one takes its place. */
  replace(key: string, one: Prepared, reach: number): Prepared | undefined {
    const before = this.seen.get(key)
    this.seen.set(key, one)
    return before && before.entry.postId !== one.entry.postId && one.at - before.at < reach ? before : undefined
  }
}

const clash = (kind: ClashKind, one: Prepared, other: Prepared, assetId?: string): Clash => ({
  kind,
  variantId: one.entry.variantId,
  other: other.entry.variantId,
  channelId: one.entry.channelId,
  otherAt: other.entry.plannedAt,
  ...(assetId === undefined ? {} : { assetId })
})

/**
 * Posts on one channel that say the same, show the same or come too close, each with the latest one before it. Works
 * through 50,000 posts in one pass.
 */
export function checkClashes(entries: readonly PlannedEntry[], options: ClashOptions = {}): Clash[] {
  const { textDays, assetDays, minutes } = { ...DEFAULTS, ...options }
  const prepared = entries
    .map((entry): Prepared => ({ entry, at: Date.parse(entry.plannedAt), key: normalizedText(entry.text) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => a.at - b.at)
  const [texts, hours, assets] = [new Latest(), new Latest(), new Latest()]
  return prepared.flatMap((one) => {
    const { channelId, assetIds } = one.entry
    const found: Clash[] = []
    const sameText = one.key.length < SHORTEST ? undefined : texts.replace(`${channelId} ${one.key}`, one, textDays * DAY_MS)
    if (sameText) found.push(clash('same-text', one, sameText))
    const near = hours.replace(channelId, one, minutes * MINUTE_MS)
    if (near) found.push(clash('same-hour', one, near))
    for (const assetId of new Set(assetIds)) {
      const same = assets.replace(`${channelId} ${assetId}`, one, assetDays * DAY_MS)
      if (same) found.push(clash('same-asset', one, same, assetId))
    }
    return found
  })
}
