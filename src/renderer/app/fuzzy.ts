/**
 * How well a query fits a text: higher is better, undefined is no match. Every letter of the query must occur in
 * order, the first one where a word starts; further starts of words and runs of letters count more.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const needle = fold(query)
  const hay = fold(text)
  if (needle === '') return 0
  const whole = hay.indexOf(needle)
  if (whole !== -1) return 1000 - whole + (startsWord(hay, whole) ? 500 : 0) - hay.length / 100
  let score = 0
  let from = 0
  let previous = -2
  for (const letter of needle.replaceAll(' ', '')) {
    const at = previous === -2 ? wordStart(hay, letter) : hay.indexOf(letter, from)
    if (at === -1) return undefined
    score += (at === previous + 1 ? 8 : 0) + (startsWord(hay, at) ? 10 : 0) + 1 - (at - from) / 10
    previous = at
    from = at + 1
  }
  return score
}

/** Lower case without accents, so that `café` is found by `cafe`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s\-/.:(“]/u.test(text.charAt(at - 1))
}

/** Where the first word begins with the letter; -1 where none does. Letters from within words would fit almost anything. */
const wordStart = (text: string, letter: string): number => text.split('').findIndex((other, at) => other === letter && startsWord(text, at))

/** Items that fit, best first; equal ones keep their order. */
export function fuzzyFilter<Item>(query: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, score: fuzzyScore(query, textOf(item)) }))
    .filter((entry): entry is { item: Item; score: number } => entry.score !== undefined)
    .toSorted((left, right) => right.score - left.score)
    .map((entry) => entry.item)
}
