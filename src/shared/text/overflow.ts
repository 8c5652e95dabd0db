import { countText, type CountRequest } from './count-text'
import { countBy } from './counting-rules'
import { utf8Bytes } from '../naming/utf8'
import { lastIndex, weigh, type Weights } from './weights'

type TextRequest = Omit<CountRequest, 'text'> & { text: string }

interface Room {
  count: number
  bytes: number
}

const isWithin = (request: TextRequest, text: string): boolean => {
  const { count, limit, bytes, byteLimit } = countText({ ...request, text })
  return (limit === null || count <= limit) && (byteLimit === null || bytes <= byteLimit)
}

/** What the text may weigh, once `extra` is added to it. */
function roomFor(request: TextRequest, extra: string): Room {
  const { unit, limit, byteLimit } = countText(request)
  const besides = countBy(unit, extra) + (unit === 'mastodon' ? countBy('graphemes', request.contentWarning ?? '') : 0)
  return {
    count: limit === null ? Infinity : limit - besides,
    bytes: byteLimit === null ? Infinity : byteLimit - utf8Bytes(extra)
  }
}

/** The last index that fits, found by weight and confirmed by counting. */
function lastThatFits(request: TextRequest, weights: Weights, extra: string): number {
  const room = roomFor(request, extra)
  const holds = (at: number): boolean => (weights.counts[at] ?? 0) <= room.count && (weights.bytes[at] ?? 0) <= room.bytes
  let index = lastIndex(weights.places.length, 0, holds)
  while (index > 0 && !isWithin(request, request.text.slice(0, weights.places[index]) + extra)) index -= 1
  return index
}

/**
 * Where a text begins to be too long, in UTF-16 units, for the part to be marked; null when it fits. No character,
 * link, mention or hashtag is cut.
 */
export function overflowStart(request: TextRequest): number | null {
  if (isWithin(request, request.text)) return null
  const weights = weigh(request)
  return weights.places[lastThatFits(request, weights, '')] ?? 0
}

const ELLIPSIS = '…'
/** Further back than this share of the text, the cut falls inside of a word. */
const WORD_SHARE = 0.7

/** The text as far as it fits, with an ellipsis, cut between words where one is near. */
export function shorten(request: TextRequest): string {
  const { text } = request
  if (isWithin(request, text)) return text
  const weights = weigh(request)
  const end = weights.places[lastThatFits(request, weights, ELLIPSIS)] ?? 0
  const kept = text.slice(0, end)
  const lastSpace = Math.max(kept.lastIndexOf(' '), kept.lastIndexOf('\n'))
  const atWord = lastSpace > end * WORD_SHARE && /\S/u.test(text[end] ?? '') ? kept.slice(0, lastSpace) : kept
  return atWord.trim() === '' ? '' : atWord.trimEnd() + ELLIPSIS
}
