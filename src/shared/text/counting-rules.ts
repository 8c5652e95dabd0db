import { utf8Bytes } from '../naming/utf8'
import { isEmojiCluster } from './emoji'
import { countMastodon } from './mastodon'
import { countGraphemes, graphemesOf } from './segments'
import { countWeighted } from './twitter'

/** How a network counts. The names are those of the catalog, which tells each rule in words. */
export const countingRules = ['twitter-weighted', 'graphemes', 'utf16', 'bytes', 'mastodon', 'threads-emoji-bytes', 'youtube-tags'] as const
export type CountingRule = (typeof countingRules)[number]

export const isCountingRule = (name: string): name is CountingRule => countingRules.some((rule) => rule === name)

export interface CountOptions {
  /** Mastodon: counted with the text. */
  contentWarning?: string | undefined
  /** Mastodon: what the server counts for a link. */
  linkWeight?: number | undefined
}

export const MASTODON_LINK_WEIGHT = 23

function countThreads(text: string): number {
  return graphemesOf(text).reduce((sum, cluster) => sum + (isEmojiCluster(cluster) ? utf8Bytes(cluster) : 1), 0)
}

/** Tags written in one line, or on a line each, as a list. */
export function tagsOf(text: string): string[] {
  return text.split(/[,\n]/u).map((tag) => tag.trim()).filter(Boolean)
}

function countTags(tags: readonly string[]): number {
  const lengths = tags.map((tag) => tag.length + (tag.includes(' ') ? 2 : 0))
  return lengths.reduce((sum, length) => sum + length, Math.max(0, tags.length - 1))
}

/** How long a text is under a rule. A list is only told apart for tags; elsewhere it is text with commas. */
export function countBy(rule: CountingRule, text: string | readonly string[], options: CountOptions = {}): number {
  if (rule === 'youtube-tags') return countTags(typeof text === 'string' ? tagsOf(text) : text)
  const whole = typeof text === 'string' ? text : text.join(', ')
  switch (rule) {
    case 'twitter-weighted':
      return countWeighted(whole)
    case 'graphemes':
      return countGraphemes(whole)
    case 'utf16':
      return whole.length
    case 'bytes':
      return utf8Bytes(whole)
    case 'mastodon':
      return countMastodon(whole, options.contentWarning ?? '', options.linkWeight ?? MASTODON_LINK_WEIGHT)
    case 'threads-emoji-bytes':
      return countThreads(whole)
  }
}
