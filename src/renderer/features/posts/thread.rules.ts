import type { NetworkId } from '@shared/channels/catalog.schema'
import { splitThread, type TextLimits } from '@shared/text'

/** The parts of a text that is too long for one post, cut at sentences; an empty text has none. */
export const threadParts = (network: NetworkId, text: string, language: string, limits?: TextLimits, contentWarning?: string): string[] =>
  text.trim() === '' ? [] : splitThread({ network, text, language, limits, contentWarning }).map((part) => part.text)
