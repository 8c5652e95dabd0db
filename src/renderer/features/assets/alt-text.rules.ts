import { channelCatalog } from '@shared/channels/catalog'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Characters as people count them. */
export const altTextCount = (text: string): number => [...segmenter.segment(text.trim())].length

/** The tightest limit that a network publishes: a text within it fits all of them. */
export const altTextLimit: { characters: number; network: string } = channelCatalog.channels.reduce(
  (least, network) => (network.altTextMax !== null && network.altTextMax < least.characters ? { characters: network.altTextMax, network: network.name } : least),
  { characters: Number.POSITIVE_INFINITY, network: '' }
)
