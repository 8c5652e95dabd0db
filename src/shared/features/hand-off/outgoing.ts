import type { OutgoingField } from './hand-off.contract'
import type { PostFormat } from '../posts/posts.schema'

/** The words of a variant with everything it inherits. */
export interface OutgoingWords {
  format: PostFormat
  text: string
  link: string
  firstComment: string
  /** Parts of a thread, cut already; null where the text is one. */
  parts: readonly string[] | null
  fields: Readonly<Record<string, string>>
  altTexts: readonly string[]
}

type Draft = Omit<OutgoingField, 'key'>

function keyOf({ kind, name, n }: Draft): string {
  if (kind === 'field') return `field-${name}`
  return n > 0 ? `${kind}-${n}` : kind
}

const one = (kind: Draft['kind'], value: string | undefined): Draft[] => (value?.trim() ? [{ kind, name: '', n: 0, value }] : [])

function numbered(kind: 'part' | 'alt', values: readonly string[]): Draft[] {
  return values.flatMap((value, index) => (value.trim() ? [{ kind, name: '', n: index + 1, value }] : []))
}

function ofFormat(fields: Readonly<Record<string, string>>): Draft[] {
  return Object.entries(fields).flatMap(([name, value]): Draft[] => (name === 'title' || !value.trim() ? [] : [{ kind: 'field', name, n: 0, value }]))
}

/**
 * Every text of a post that is published, in the order in which a person fills the network's form: title, text or the parts of a
 * thread, what the format asks for, link, alternative texts; the first comment comes last, since it is written when the post is out.
 */
export function outgoingFields(words: OutgoingWords): OutgoingField[] {
  const { parts } = words
  const thread = parts !== null && parts.length > 1
  const drafts = [
    ...one('title', words.fields.title),
    ...(thread ? numbered('part', parts) : one('text', words.text)),
    ...ofFormat(words.fields),
    ...one('link', words.link),
    ...numbered('alt', words.altTexts),
    ...one('first-comment', words.firstComment)
  ]
  return drafts.map((draft) => ({ key: keyOf(draft), ...draft }))
}
