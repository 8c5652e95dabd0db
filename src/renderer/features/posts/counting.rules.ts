import type { NetworkId } from '@shared/channels/catalog.schema'
import { countText, findTextField, overflowStart, POST_FIELD, type CountRequest, type TextCount, type TextLimits } from '@shared/text'

/** How long a text is, and where the part begins that is too much, UTF-16 units. */
export interface FieldCount {
  count: TextCount
  overFrom: number | null
}

export function fieldCount(request: CountRequest & { text: string }): FieldCount {
  return { count: countText(request), overFrom: overflowStart(request) }
}

/** The field that a first comment is, where the network counts it; on networks of short posts it is a post itself. */
export function commentFieldOf(network: NetworkId): string | undefined {
  if (findTextField(network, 'comment')?.field === 'comment') return 'comment'
  return ['x', 'threads', 'bluesky', 'mastodon'].includes(network) ? POST_FIELD : undefined
}

export type LimitsOf = (network: NetworkId, field: string) => TextLimits | undefined
