import { mergeEmojiSequences } from './emoji'
import type { Span } from './segments'
import { twitterText } from './twitter-library'

/** Counting on X, by the network's own library and its third configuration. */

const config = twitterText.configs.version3

/** A lone emoji of the library's own list; it has the weight of every emoji. */
const ONE_EMOJI = '\u{1F600}'

/**
 * The library looks for links in quadratic time where text goes on without a space. Text up to this length goes through
 * it as it is; longer text goes in runs between spaces, which no link crosses. The longest link it accepts is shorter.
 */
const WHOLE = 5000

const SPACES = /(?=\s)/u
const PAUSES = /(?=[\u{3001}\u{3002}\u{FF0C}\u{FF01}\u{FF1F}\u{300C}\u{300D}])/u

function runsOf(text: string): string[] {
  if (text.length <= WHOLE) return [text]
  return text.split(SPACES).flatMap((run) => (run.length > WHOLE ? run.split(PAUSES) : [run]))
}

/** A run so long that it holds no link; without a dot, the library does not look for one. A comma weighs the same. */
const withoutLinks = (run: string): string => (run.length > WHOLE ? run.replaceAll('.', ',') : run)

/**
 * The weighted length: links 23, emoji 2, other code points 1 or 2, after NFC.
 *
 * The library's own list of emoji ends in 2018, so that joined ones of later years are put as one before.
 */
export function countWeighted(text: string): number {
  const merged = mergeEmojiSequences(text.normalize(), ONE_EMOJI)
  return runsOf(merged).reduce((sum, run) => sum + twitterText.parseTweet(withoutLinks(run), config).weightedLength, 0)
}

/** Whether the text holds U+FFFE, U+FEFF or U+FFFF, which X refuses. */
export function hasRefusedCharacters(text: string): boolean {
  return twitterText.hasInvalidCharacters(text) !== false
}

/** A hashtag, mention, cashtag or link: what stands there, and its place in UTF-16 units. */
export interface Entity extends Span {
  text: string
}

const entity = (text: string, [start, end]: [number, number]): Entity => ({ text, start, end })

type Finder = (run: string) => Entity[]

/** What a finder sees in the whole text, looked for run by run. */
function findIn(text: string, find: Finder): Entity[] {
  let start = 0
  return runsOf(text).flatMap((run) => {
    const at = start
    start += run.length
    return find(withoutLinks(run)).map((found) => ({ ...found, start: found.start + at, end: found.end + at }))
  })
}

/** Links as X finds them, with and without `https://`. */
export const findTwitterLinks = (text: string): Entity[] =>
  findIn(text, (run) => twitterText.extractUrlsWithIndices(run).map(({ url, indices }) => entity(url, indices)))

/** Hashtags, without their sign. */
export const findTwitterHashtags = (text: string): Entity[] =>
  findIn(text, (run) => twitterText.extractHashtagsWithIndices(run).map(({ hashtag, indices }) => entity(hashtag, indices)))

/** Mentions, without their sign. */
export const findTwitterMentions = (text: string): Entity[] =>
  findIn(text, (run) => twitterText.extractMentionsWithIndices(run).map(({ screenName, indices }) => entity(screenName, indices)))

/** Cashtags, without their sign. */
export const findCashtags = (text: string): Entity[] =>
  findIn(text, (run) => twitterText.extractCashtagsWithIndices(run).map(({ cashtag, indices }) => entity(cashtag, indices)))
