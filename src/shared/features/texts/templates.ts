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

/** What may be filled in: blanks, and variables by their names. Between them stand the words that are held. */
const toFill = /\[\[[^[\]\n]{0,200}\]\]|\{[\p{L}\p{N}_-]{1,60}\}/u
const evenly = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** True when the words stand in the text one after another; line breaks and what is filled in between them do not matter. */
function holds(part: string, text: string): boolean {
  const found = evenly(text)
  let from = 0
  for (const words of part.split(toFill).map(evenly).filter((piece) => piece !== '')) {
    const at = found.indexOf(words, from)
    if (at < 0) return false
    from = at + words.length
  }
  return true
}

/** Locked parts whose words are no longer in the text, in their order. Blanks and variables in them may be filled in. */
export function brokenLocks<Part extends Pick<TemplatePart, 'text' | 'locked'>>(parts: readonly Part[], text: string): Part[] {
  return parts.filter((part) => part.locked && !holds(part.text, text))
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How much of two texts is the same, 0 to 1, by their words. */
function likeness(one: string, other: string): number {
  const [mine, theirs] = [wordsIn(one), wordsIn(other)]
  const left = [...theirs]
  const common = mine.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return mine.length + theirs.length === 0 ? 0 : (2 * common) / (mine.length + theirs.length)
}

/** Alike enough to be the same paragraph, changed. */
const ALIKE = 0.5
const paragraphsOf = (text: string): string[] => text.split(/\n[ \t]*\n/u)

/** Where the part was: the paragraphs most like it, by their first and the one after their last; undefined where none are alike. */
function whereItWas(part: string, paragraphs: readonly string[], held: readonly string[]): [number, number] | undefined {
  const length = paragraphsOf(part).length
  let best: { at: number; like: number } | undefined
  for (let at = 0; at + length <= paragraphs.length; at += 1) {
    const there = paragraphs.slice(at, at + length).join('\n\n')
    const like = held.some((other) => holds(other, there)) ? 0 : likeness(part, there)
    if (like >= ALIKE && like > (best?.like ?? 0)) best = { at, like }
  }
  return best && [best.at, best.at + length]
}

/**
 * The text with its broken locked parts put back: in the place of the paragraph that was made of one, else after the part
 * that stands before it in the template, else at the end (the first part of a template: at the beginning).
 */
export function putBackLocks(parts: readonly Pick<TemplatePart, 'text' | 'locked'>[], text: string): string {
  return brokenLocks(parts, text).reduce((now, part) => putBack(parts, part, now), text)
}

function putBack(parts: readonly Pick<TemplatePart, 'text' | 'locked'>[], broken: Pick<TemplatePart, 'text' | 'locked'>, text: string): string {
  const words = broken.text.trim()
  if (text.trim() === '') return words
  const paragraphs = paragraphsOf(text)
  const held = parts.filter((part) => part !== broken && part.locked && part.text.trim() !== '').map((part) => part.text)
  const place = parts.indexOf(broken)
  const before = parts.slice(0, place).findLast((part) => part.text.trim() !== '' && paragraphs.some((paragraph) => holds(part.text, paragraph)))
  const after = before ? paragraphs.findLastIndex((paragraph) => holds(before.text, paragraph)) + 1 : place === 0 ? 0 : paragraphs.length
  const [from, to] = whereItWas(words, paragraphs, held) ?? [after, after]
  return paragraphs.toSpliced(from, to - from, words).join('\n\n')
}
