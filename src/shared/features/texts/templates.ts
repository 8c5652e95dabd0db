import type { TemplatePart } from './texts.contract'

/** A place to be filled in, `[[what]]`; `start` and `end` are UTF-16 positions in the text, so that an editor can select it. */
export interface Blank {
  label: string
  start: number
  end: number
}

/** The blanks of a text, in their order. */
export function blanksOf(text: string): Blank[] {
  return [...text.matchAll(/\[\[([^[\]\n]{0,200})\]\]/g)].map((match) => ({
    label: (match[1] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length
  }))
}

/** The text that a post begins with: the parts that hold words, with an empty line between them. */
export function templateText(parts: readonly TemplatePart[]): string {
  return parts
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Locked parts whose words are no longer in the text, in their order; variables in them count as written. */
export function brokenLocks(parts: readonly TemplatePart[], text: string): TemplatePart[] {
  return parts.filter((part) => part.locked && part.text.trim() !== '' && !text.includes(part.text.trim()))
}
