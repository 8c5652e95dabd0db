import type { OutgoingField } from '../../../../shared/features/hand-off/hand-off.contract'
import { outgoingFields } from '../../../../shared/features/hand-off/outgoing'
import type { Outgoing } from './outgoing.queries'

/** The texts of a variant in posting order. */
export function wordsOf({ format, text, link, firstComment, parts, fields }: Outgoing, altTexts: readonly string[]): OutgoingField[] {
  return outgoingFields({ format, text, link, firstComment, parts, fields, altTexts })
}
