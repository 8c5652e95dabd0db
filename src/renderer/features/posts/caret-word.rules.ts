/** The beginning of a word that asks for help: `@mar` for handles, `/ope` for what can be put in. */
export interface CaretWord {
  trigger: '@' | '/'
  query: string
  /** Where the trigger stands, and where the caret is, UTF-16 units. */
  from: number
  to: number
}

const LONGEST = 40
const beforeTrigger = /[\s([{"'«“‘]/u
const inWord = /^[\p{L}\p{M}\p{N}._ -]*$/u

/** The word before the caret if it begins with a trigger, which itself begins the text or follows a space. */
export function caretWord(text: string, caret: number): CaretWord | undefined {
  const start = Math.max(0, caret - LONGEST)
  const tail = text.slice(start, caret)
  const at = Math.max(tail.lastIndexOf('@'), tail.lastIndexOf('/'))
  if (at === -1) return undefined
  const trigger = tail[at] === '@' ? '@' : '/'
  const previous = start + at === 0 ? ' ' : (text[start + at - 1] ?? ' ')
  const query = tail.slice(at + 1)
  // A path or an address has its sign in the middle of a word; two spaces in a row end the search.
  if (!beforeTrigger.test(previous) || !inWord.test(query) || /^ | {2}|\n/u.test(query)) return undefined
  return { trigger, query, from: start + at, to: caret }
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Things whose words begin as typed, those whose label begins so first. */
export function matching<T>(things: readonly T[], query: string, wordsOf: (thing: T) => string): T[] {
  const wanted = fold(query.trim())
  if (wanted === '') return [...things]
  const ranked = things.flatMap((thing) => {
    const words = fold(wordsOf(thing))
    const rank = words.startsWith(wanted) ? 0 : words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : words.includes(wanted) ? 2 : 3
    return rank < 3 ? [{ thing, rank }] : []
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ thing }) => thing)
}
