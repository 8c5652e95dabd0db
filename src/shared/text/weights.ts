import type { NetworkId } from '../channels/catalog.schema'
import { utf8Bytes } from '../naming/utf8'
import type { TextLimits } from './count-text'
import { countBy } from './counting-rules'
import { wholeSpans } from './entities'
import { graphemesOf } from './segments'
import { findTextField } from './text-fields'

/** What a text weighs up to each place where it may be cut; all lists go together and begin with place 0. */
export interface Weights {
  /** UTF-16 units, ascending. No character, link, mention or hashtag has a place inside of it. */
  places: number[]
  counts: number[]
  bytes: number[]
  /** The same without the white space right before the place. */
  trimmedCounts: number[]
  trimmedBytes: number[]
}

interface WeighRequest {
  network: NetworkId
  field?: string | undefined
  text: string
  limits?: TextLimits | undefined
}

/** What stays in one piece: entities, and characters outside of them. */
function unitsOf(network: NetworkId, text: string): string[] {
  const spans = wholeSpans(network, text)
  const units: string[] = []
  let at = 0
  let next = 0
  for (const cluster of graphemesOf(text)) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= at) next += 1
    const isInside = next < spans.length && (spans[next]?.start ?? 0) < at
    if (isInside) units[units.length - 1] = `${units[units.length - 1] ?? ''}${cluster}`
    else units.push(cluster)
    at += cluster.length
  }
  return units
}

/**
 * Weighs a text once, so that any part of it can be asked for without counting again. What stands around a link can
 * change whether it is one, so that a part that matters is counted in the end.
 */
export function weigh({ network, field, text, limits }: WeighRequest): Weights {
  const rule = findTextField(network, field)?.rule ?? 'utf16'
  const known = new Map<string, number>()
  const countOf = (unit: string): number => {
    const found = known.get(unit) ?? countBy(rule, unit, { linkWeight: limits?.linkWeight })
    known.set(unit, found)
    return found
  }
  const all: Weights = { places: [0], counts: [0], bytes: [0], trimmedCounts: [0], trimmedBytes: [0] }
  let [place, count, bytes, trimmedCount, trimmedBytes] = [0, 0, 0, 0, 0]
  for (const unit of unitsOf(network, text)) {
    place += unit.length
    const isSpace = unit.trim() === ''
    // The server of Mastodon ignores a text of white space alone; between words it counts.
    count += isSpace && rule === 'mastodon' ? 1 : countOf(unit)
    bytes += utf8Bytes(unit)
    if (!isSpace) [trimmedCount, trimmedBytes] = [count, bytes]
    all.places.push(place)
    all.counts.push(count)
    all.bytes.push(bytes)
    all.trimmedCounts.push(trimmedCount)
    all.trimmedBytes.push(trimmedBytes)
  }
  return all
}

/** The last index for which something that only grows still holds; `from` where it holds for none after it. */
export function lastIndex(length: number, from: number, holds: (index: number) => boolean): number {
  let low = from
  let high = length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** The greatest of ascending numbers that is at most `limit`, or undefined. */
export function lastUpTo(places: readonly number[], limit: number): number | undefined {
  const index = lastIndex(places.length, -1, (at) => (places[at] ?? 0) <= limit)
  return places[index]
}
