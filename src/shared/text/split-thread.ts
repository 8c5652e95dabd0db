import type { NetworkId } from '../channels/catalog.schema'
import { countText, type TextCount, type TextLimits } from './count-text'
import { sentencesOf } from './segments'
import { lastIndex, lastUpTo, weigh, type Weights } from './weights'

export interface ThreadRequest {
  network: NetworkId
  text: string
  /** BCP 47, for where sentences end. */
  language?: string | undefined
  limits?: TextLimits | undefined
  /** Mastodon: stands on every part. */
  contentWarning?: string | undefined
  /** Puts ` 1/5` at the end of each part of a thread of several. */
  numbering?: boolean | undefined
}

export interface ThreadPart {
  /** As it goes out, the number included. */
  text: string
  count: TextCount
}

/** A text with all that is known of where it can be cut. */
interface Cutting {
  request: ThreadRequest
  weights: Weights
  /** Ends of sentences and starts of words, ascending, at places where a cut is possible. */
  better: readonly (readonly number[])[]
}

function prepare(request: ThreadRequest): Cutting {
  const { text, language } = request
  const weights = weigh(request)
  const possible = new Set(weights.places)
  let at = 0
  const sentences = sentencesOf(text, language).map((sentence) => (at += sentence.length))
  const words = [...text.matchAll(/\s+/gu)].map(({ 0: space, index }) => index + space.length)
  return { request, weights, better: [sentences, [...words, text.length]].map((ends) => ends.filter((end) => possible.has(end))) }
}

interface Room {
  count: number
  bytes: number
}

function roomBeside({ request }: Cutting, suffix: string): Room {
  const { network, limits, contentWarning } = request
  const { count, limit, bytes, byteLimit } = countText({ network, limits, contentWarning, text: `x${suffix}` })
  return { count: limit === null ? Infinity : limit - count + 1, bytes: byteLimit === null ? Infinity : byteLimit - bytes + 1 }
}

/** The index of the end of the next part: after a sentence, else before a word, else as far as it goes. */
function nextEnd({ weights, better }: Cutting, start: number, room: Room): number {
  const { places, counts, bytes, trimmedCounts, trimmedBytes } = weights
  const fits = (end: number): boolean =>
    (trimmedCounts[end] ?? 0) - (counts[start] ?? 0) <= room.count && (trimmedBytes[end] ?? 0) - (bytes[start] ?? 0) <= room.bytes
  const farthest = lastIndex(places.length, start, fits)
  for (const ends of better) {
    const end = lastUpTo(ends, places[farthest] ?? 0)
    if (end !== undefined && end > (places[start] ?? 0)) return lastIndex(places.length, start, (at) => (places[at] ?? 0) <= end)
  }
  // Where not even one fits, it goes out whole and is told to be too long.
  return Math.max(farthest, start + 1)
}

function cut(cutting: Cutting, suffix: string): string[] {
  const { text } = cutting.request
  const { places } = cutting.weights
  const room = roomBeside(cutting, suffix)
  const parts: string[] = []
  let start = 0
  while (start < places.length - 1) {
    const end = nextEnd(cutting, start, room)
    const part = text.slice(places[start], places[end]).trim()
    if (part) parts.push(part)
    start = end
    while (start < places.length - 1 && text.slice(places[start], places[start + 1]).trim() === '') start += 1
  }
  return parts
}

const suffixOf = (number: number, total: number): string => ` ${number}/${total}`

/**
 * Cuts a text into parts that each fit in a post: between sentences, else between words, else between characters.
 * Links, mentions, hashtags and what a reader sees as one character stay whole, even where one is too long by itself.
 */
export function splitThread(request: ThreadRequest): ThreadPart[] {
  const cutting = prepare(request)
  const whole = cut(cutting, '')
  const parts = request.numbering && whole.length > 1 ? numbered(cutting, whole.length) : whole
  const { network, limits, contentWarning } = request
  return parts.map((text) => ({ text, count: countText({ network, limits, contentWarning, text }) }))
}

/** Room is kept for the longest number; a thread that grows past a power of ten is cut once more. */
function numbered(cutting: Cutting, expected: number): string[] {
  const digits = String(expected).length
  const widest = '9'.repeat(digits)
  const parts = cut(cutting, ` ${widest}/${widest}`)
  if (String(parts.length).length > digits) return numbered(cutting, parts.length)
  return parts.map((part, index) => part + suffixOf(index + 1, parts.length))
}
