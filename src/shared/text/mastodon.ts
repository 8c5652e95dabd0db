import { countGraphemes } from './segments'
import type { Entity } from './twitter'
import { twitterText } from './twitter-library'

/**
 * Counting on Mastodon, as its `StatusLengthValidator` does: links and the servers of mentions are shortened, but only
 * where the server would make them a link; then grapheme clusters are counted, the content warning first.
 */

/** A longer link is none. */
const LONGEST_LINK = 4096
/** A longer name of a server is none. */
const LONGEST_DOMAIN = 253

const protocol = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini):\/\//giu
/** What may not stand before a link: it would be glued to a word. */
const gluedTo = /[\w@＠$#＃\u{FFFE}\u{FEFF}\u{FFFF}]$/u
const domain = new RegExp(twitterText.regexen.validDomain.source, 'iy')
const portAndPath = /(?<port>:\d+)?(?<path>\/(?:[^\s<>()?]|\((?:[^\s<>()?]+|[^\s<>()?]*\([^\s<>()?]+\)[^\s<>()?]*)\))*)?/uy
const query = /\?(?:[\w!?*'();:&=+$/%#[\]\-.,~|@^]|(?!\s)[\u{A0}-\u{10FFFF}])*/uy

/** Ends of a path that belong to the sentence around it rather than to the link. */
const looseEnd = /[?!*"'「」<>;:=,.$%[\]~&|@(]$/u
const looseQueryEnd = /[!?*'();:+$%[\].,~|@^]$/u

function trimmed(text: string, loose: RegExp): string {
  let end = text.length
  while (end > 1 && loose.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where the link that begins at `start` ends, or null. `after` is where its protocol ends. */
function linkEnd(text: string, after: number): number | null {
  const window = text.slice(after, after + LONGEST_LINK + 1)
  const host = matchAt(domain, window, 0)
  if (!host || host[0].split('.').some((label) => label.length > 63)) return null
  let end = host[0].length
  const rest = matchAt(portAndPath, window, end)
  if (rest?.[0]) end += (rest.groups?.port ?? '').length + trimmed(rest.groups?.path ?? '', looseEnd).length
  const asked = matchAt(query, window, end)
  const kept = asked ? trimmed(asked[0], looseQueryEnd) : ''
  return after + end + (kept.length > 1 ? kept.length : 0)
}

/** Links with a protocol, each standing by itself. */
export function findMastodonLinks(text: string): Entity[] {
  const links: Entity[] = []
  let from = 0
  for (const { 0: scheme, index } of text.matchAll(protocol)) {
    if (index < from || gluedTo.test(text.slice(Math.max(0, index - 1), index))) continue
    const end = linkEnd(text, index + scheme.length)
    if (end === null) continue
    from = end
    if (end - index <= LONGEST_LINK) links.push({ text: text.slice(index, end), start: index, end })
  }
  return links
}

const WORD = String.raw`[\p{L}\p{M}\p{N}\p{Pc}]`
const mention = new RegExp(
  String.raw`(?<![=/\p{L}\p{M}\p{N}\p{Pc}])@(?<user>\w+(?:[.\-]+\w+)*)(?:@(?<server>${WORD}+(?:[.\-]+${WORD}+)*))?`,
  'gu'
)
/** What after a name says that it is none: another sign, an accented letter, a protocol. */
const goesOn = /^(?:[@＠\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{24F}]|:\/\/)/u

/** A mention; `text` is the name with its server, `user` the part that counts. */
export interface MastodonMention extends Entity {
  user: string
}

export function findMastodonMentions(text: string): MastodonMention[] {
  return [...text.matchAll(mention)].flatMap(({ 0: whole, index, groups }) => {
    const end = index + whole.length
    if (goesOn.test(text.slice(end, end + 3)) || (groups?.server ?? '').length > LONGEST_DOMAIN) return []
    return [{ text: whole.slice(1), user: groups?.user ?? '', start: index, end }]
  })
}

/** The text with each link and mention as long as it counts. */
function countable(text: string, linkWeight: number): string {
  const links = findMastodonLinks(text).map((link) => ({ ...link, counts: 'x'.repeat(linkWeight) }))
  const mentions = findMastodonMentions(text).map((one) => ({ ...one, counts: `@${one.user}` }))
  let result = ''
  let from = 0
  for (const { start, end, counts } of [...links, ...mentions].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    result += text.slice(from, start) + counts
    from = end
  }
  return result + text.slice(from)
}

/** @param linkWeight what the server counts for a link, 23 unless it says otherwise */
export function countMastodon(text: string, contentWarning: string, linkWeight: number): number {
  // The server ignores a text of white space alone.
  return countGraphemes(contentWarning + (text.trim() === '' ? '' : countable(text, linkWeight)))
}
