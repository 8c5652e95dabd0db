import { findFormat } from '../../../../shared/channels/formats'
import type { OutgoingField } from '../../../../shared/features/hand-off/hand-off.contract'
import { outgoingFields } from '../../../../shared/features/hand-off/outgoing'
import { splitThread } from '../../../../shared/text'
import type { Outgoing } from './outgoing.queries'

/** Parts of a thread: those cut by hand, else cut where the network's limit asks for it. */
function partsOf({ network, format, text, parts, fields }: Outgoing): string[] | null {
  if (format !== 'thread') return null
  return parts ?? splitThread({ network, text, contentWarning: fields.contentWarning }).map((part) => part.text)
}

/** The texts of a variant in posting order. */
export function wordsOf(variant: Outgoing, altTexts: readonly string[]): OutgoingField[] {
  const { network, format, text, link, firstComment, fields } = variant
  const takesAlt = findFormat(network, format)?.altText ?? true
  return outgoingFields({ format, text, link, firstComment, parts: partsOf(variant), fields, altTexts: takesAlt ? altTexts : [] })
}
