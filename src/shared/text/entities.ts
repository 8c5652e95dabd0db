import type { NetworkId } from '../channels/catalog.schema'
import { findMastodonLinks, findMastodonMentions } from './mastodon'
import type { Span } from './segments'
import { findCashtags, findTwitterHashtags, findTwitterLinks, findTwitterMentions, type Entity } from './twitter'

/** What a network would make a link of. Texts stand without their sign (`#`, `@`, `$`); places are in UTF-16 units. */
export interface Entities {
  hashtags: Entity[]
  mentions: Entity[]
  links: Entity[]
  cashtags: Entity[]
}

const hashtag = /(?<![\p{L}\p{M}\p{N}_&#/])[#＃](?<name>[\p{L}\p{M}\p{N}_]+)/gu
/** Instagram takes emoji in hashtags. */
const hashtagWithEmoji = /(?<![\p{L}\p{M}\p{N}_&#/])[#＃](?<name>[\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\u{200D}]+)/gu
const ONLY_DIGITS = /^\p{N}+$/u

const name = String.raw`(?<![\p{L}\p{M}\p{N}_@/.])@(?<name>\w(?:[\w.\-]*\w)?)`
const handle = new RegExp(name, 'gu')
/** Handles of Bluesky are domains. */
const domainHandle = /(?<![\w@/.])@(?<name>[\dA-Za-z][\dA-Za-z-]*(?:\.[\dA-Za-z-]+)+)/gu

function findBy(pattern: RegExp, text: string): Entity[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index, groups }) => ({
    text: groups?.name ?? '',
    start: index,
    end: index + whole.length
  }))
}

/** Those that do not stand in one of the spans; both in the order of the text. */
export function outsideOf<T extends Span>(found: readonly T[], spans: readonly Span[]): T[] {
  let next = 0
  return found.filter(({ start, end }) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1
    const span = spans[next]
    return !span || end <= span.start
  })
}

function hashtagsIn(network: NetworkId, text: string): Entity[] {
  const found = findBy(network === 'instagram' ? hashtagWithEmoji : hashtag, text)
  return found.filter((one) => !ONLY_DIGITS.test(one.text))
}

function mentionsIn(network: NetworkId, text: string): Entity[] {
  if (network === 'mastodon') return findMastodonMentions(text)
  return findBy(network === 'bluesky' ? domainHandle : handle, text)
}

const PROTOCOL = /^https?:\/\//iu
const SENTENCE_START = /\.\p{Lu}\p{Ll}+$/u

/** A full stop without a space after it makes no address: `closed.It rained`. X makes one of it all the same. */
const isMeant = ({ text }: Entity): boolean => PROTOCOL.test(text) || !SENTENCE_START.test(text)

/** Hashtags, mentions and links of a text as the network sees them. */
export function findEntities(network: NetworkId, text: string): Entities {
  if (network === 'x') {
    return {
      hashtags: findTwitterHashtags(text),
      mentions: findTwitterMentions(text),
      links: findTwitterLinks(text),
      cashtags: findCashtags(text)
    }
  }
  const links = network === 'mastodon' ? findMastodonLinks(text) : findTwitterLinks(text).filter(isMeant)
  return {
    links,
    hashtags: outsideOf(hashtagsIn(network, text), links),
    mentions: outsideOf(mentionsIn(network, text), links),
    cashtags: []
  }
}

/** Every place that must stay in one piece, in the order of the text. */
export function wholeSpans(network: NetworkId, text: string): Span[] {
  const { hashtags, mentions, links, cashtags } = findEntities(network, text)
  return [...hashtags, ...mentions, ...links, ...cashtags].sort((a, b) => a.start - b.start)
}
