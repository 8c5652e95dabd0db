import type { NetworkId } from '../channels/catalog.schema'
import { utf8Bytes } from '../naming/utf8'
import { countBy, type CountingRule } from './counting-rules'
import { POST_FIELD, findTextField, type TextField } from './text-fields'
import { hasRefusedCharacters } from './twitter'

/** Limits that a person or a server sets in the place of the catalog's. */
export interface TextLimits {
  max?: number | null | undefined
  maxBytes?: number | null | undefined
  /** Mastodon: `characters_reserved_per_url` of the server. */
  linkWeight?: number | undefined
}

export interface CountRequest {
  network: NetworkId
  /** As `findTextField` takes it; without one, the text of a post. */
  field?: string | undefined
  /** A list where the field is one: tags. */
  text: string | readonly string[]
  /** Mastodon counts it with the text. */
  contentWarning?: string | undefined
  limits?: TextLimits | undefined
}

export interface TextCount {
  field: string
  count: number
  /** Null where the network publishes none. */
  limit: number | null
  /** The rule it was counted by, as the catalog names it. */
  unit: CountingRule
  /** Whether the network takes it. Over a soft limit it is false as well. */
  valid: boolean
  /** What is left; below 0 when too long, null without a limit. */
  remaining: number | null
  /** Size in UTF-8, and its own limit where the network has one besides. */
  bytes: number
  byteLimit: number | null
  /** The limit is advice. */
  soft: boolean
  /** The limit was set in the place of the catalog's. */
  overridden: boolean
  /** Characters in the text that the network refuses. */
  forbidden: string[]
  source: string
  sourceDate: string
  confidence: TextField['confidence']
}

const joined = (text: string | readonly string[]): string => (typeof text === 'string' ? text : text.join(','))

/** Private to X: characters that it refuses wherever they stand. */
const REFUSED_BY_X = /[\u{FFFE}\u{FEFF}\u{FFFF}]/u

function forbiddenIn(text: string, field: TextField): string[] {
  const listed = field.forbidden.filter((character) => text.includes(character))
  if (field.rule !== 'twitter-weighted' || !hasRefusedCharacters(text)) return listed
  return [...listed, REFUSED_BY_X.exec(text)?.[0] ?? '']
}

/**
 * Counts a text as the network does.
 *
 * An empty post on X is not valid, as in the network's own library.
 *
 * @throws RangeError when the network has no such field; `findTextField` tells beforehand
 */
export function countText(request: CountRequest): TextCount {
  const { network, limits = {}, contentWarning } = request
  const field = findTextField(network, request.field)
  if (!field) throw new RangeError(`${network} has no field ${request.field ?? POST_FIELD}`)
  const text = joined(request.text)
  const count = countBy(field.rule, request.text, { contentWarning, linkWeight: limits.linkWeight })
  const bytes = utf8Bytes(text)
  const limit = limits.max === undefined ? field.max : limits.max
  const byteLimit = limits.maxBytes === undefined ? field.maxBytes : limits.maxBytes
  const forbidden = forbiddenIn(text, field)
  const fits = (limit === null || count <= limit) && (byteLimit === null || bytes <= byteLimit)
  const emptyPost = field.rule === 'twitter-weighted' && field.field === POST_FIELD && count === 0
  return {
    field: field.field,
    count,
    limit,
    unit: field.rule,
    valid: fits && forbidden.length === 0 && !emptyPost,
    remaining: limit === null ? null : limit - count,
    bytes,
    byteLimit,
    soft: field.soft && limits.max === undefined,
    overridden: limits.max !== undefined || limits.maxBytes !== undefined,
    forbidden,
    source: field.source,
    sourceDate: field.sourceDate,
    confidence: field.confidence
  }
}
