import { findNetwork } from '../../channels/catalog'
import type { NetworkId } from '../../channels/catalog.schema'
import { textFieldsOf } from '../../text'

/** A limit as the rule pack has it; null: the network publishes none. */
export interface KnownLimit {
  network: NetworkId
  field: string
  max: number | null
  source: string
  sourceDate: string
}

/** The field of the number of hashtags in a post. */
export const HASHTAGS_FIELD = 'hashtags'

function hashtagLimit(network: NetworkId): KnownLimit[] {
  const text = findNetwork(network)?.text
  if (!text) return []
  const source = typeof text.hashtagSource === 'string' ? text.hashtagSource : text.source
  return [{ network, field: HASHTAGS_FIELD, max: text.maxHashtags, source, sourceDate: text.sourceDate }]
}

/** The limits of a network that a person may set otherwise, the text of a post first. */
export function limitsOf(network: NetworkId): KnownLimit[] {
  const fields = textFieldsOf(network).map(({ field, max, source, sourceDate }) => ({ network, field, max, source, sourceDate }))
  return [...fields.slice(0, 1), ...hashtagLimit(network), ...fields.slice(1)]
}

/** Undefined where the network has no such field. */
export function findLimit(network: NetworkId, field: string): KnownLimit | undefined {
  return limitsOf(network).find((limit) => limit.field === field)
}
