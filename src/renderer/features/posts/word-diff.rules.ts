import { diffWordsWithSpace } from 'diff'

/** A piece of text that is in both, only in the older or only in the newer one. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Longer texts are told as a whole: comparing them word by word would hold up the page. */
const LONGEST = 60_000

/** What changed from one text to another, by words. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  if (before.length + after.length > LONGEST) {
    const whole: DiffPart[] = [{ kind: 'gone', text: before }, { kind: 'new', text: after }]
    return whole.filter(({ text }) => text !== '')
  }
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: value }))
}
