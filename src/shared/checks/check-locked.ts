import { brokenLocks } from '../features/texts/templates'
import { OWN_RULE, type Finding, type VariantInput } from './checks.types'

const NAME_LENGTH = 60

/** What a part is called: its label, or how it begins. */
function nameOf({ label, text }: { label: string; text: string }): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return label || (line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH).replace(/\s+\S*$/u, '')}…`)
}

/** Locked parts of the post's template that are no longer in its text; an empty text is told of by itself. */
export function checkLocked({ text, parts, template = [] }: VariantInput): Finding[] {
  const cut = parts && parts.length > 0
  const said = cut ? parts.join(' ') : text
  if (said.trim() === '') return []
  return brokenLocks(template, said).map((part) => ({
    id: 'text.locked', severity: 'error', field: 'text', data: { part: nameOf(part) }, ...OWN_RULE,
    // What was cut into parts by hand has no one place for it.
    ...(cut ? {} : { fix: { kind: 'restore-part' } })
  }))
}
