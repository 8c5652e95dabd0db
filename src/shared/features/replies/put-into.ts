import { blanksOf } from '../texts/templates'
import { variablesIn } from '../texts/variables'

interface Place {
  start: number
  end: number
}

/** What is left to be filled in by hand: `{day}` and `[[day]]`, in their order. UTF-16 positions. */
export function leftBlanks(text: string): Place[] {
  return [...variablesIn(text), ...blanksOf(text)].map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)
}

/** Where the paragraph of a position ends. */
function paragraphEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\n[ \t]*\n/u)
  return end < 0 ? text.length : from + end
}

/**
 * Where words go that are put into a text, and with what around them: after a sentence as a paragraph of their own, within one
 * with a blank. What is selected is written over, but for a blank that waits to be filled in: they go after its paragraph.
 */
export function putInto(text: string, words: string, { start, end }: Place): Place & { words: string } {
  const waits = leftBlanks(text).some((blank) => blank.start === start && blank.end === end)
  const at = waits ? { start: paragraphEnd(text, end), end: paragraphEnd(text, end) } : { start, end }
  const [before, after] = [text.slice(0, at.start), text.slice(at.end)]
  const lead = before === '' || /\s$/u.test(before) ? '' : /[\p{L}\p{N},;:–-]$/u.test(before) ? ' ' : '\n\n'
  const trail = after === '' || /^\s|^[.,;:!?)]/u.test(after) ? '' : lead === '\n\n' || words.includes('\n') ? '\n\n' : ' '
  return { ...at, words: `${lead}${words}${trail}` }
}
