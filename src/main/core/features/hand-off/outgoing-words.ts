import { findFormat } from '../../../../shared/channels/formats'
import type { OutgoingField } from '../../../../shared/features/hand-off/hand-off.contract'
import { outgoingFields } from '../../../../shared/features/hand-off/outgoing'
import { splitThread } from '../../../../shared/text'
import type { Outgoing } from './outgoing.queries'

/** Parts of a thread: those cut by hand, else cut where the network's limit asks for it. */
function partsOf({ network, format, text, parts, fields, language, postLimit }: Outgoing, fallback: string): string[] | null {
  if (format !== 'thread') return null
  const limits = postLimit === null ? undefined : { max: postLimit }
  return parts ?? splitThread({ network, text, language: language || fallback, limits, contentWarning: fields.contentWarning }).map((part) => part.text)
}

/**
 * The texts of a variant in posting order.
 * @param language of the client, where the post names none
 */
export function wordsOf(variant: Outgoing, altTexts: readonly string[], language = 'en'): OutgoingField[] {
  const { network, format, text, link, firstComment, fields } = variant
  const takesAlt = findFormat(network, format)?.altText ?? true
  return outgoingFields({ format, text, link, firstComment, parts: partsOf(variant, language), fields, altTexts: takesAlt ? altTexts : [] })
}
