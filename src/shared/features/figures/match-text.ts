/** The words of a post as they are compared: without links, hashtags, mentions, signs and case, which networks and people change on the way out. */
export function matchWords(text: string): string[] {
  return text
    .slice(0, 4000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+|www\.\S+/g, ' ')
    .replace(/[#@][\p{L}\p{N}_.]+/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** A text made ready to be compared with many others. */
export interface MatchText {
  words: string[]
  plain: string
  grams: ReadonlySet<string>
}

const GRAM = 3

export function toMatchText(text: string): MatchText {
  const words = matchWords(text)
  const plain = words.join(' ')
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= plain.length; at += 1) grams.add(plain.slice(at, at + GRAM))
  return { words, plain, grams }
}

/** Enough words that having them in common is no accident. */
const ENOUGH_CHARS = 12

/**
 * How much of two texts is the same, 0 to 1; undefined where one says too little to tell. Exports cut captions, so a text that
 * the other begins with counts as the same.
 */
export function textShare(a: MatchText, b: MatchText): number | undefined {
  if (a.plain === '' || b.plain === '') return undefined
  if (a.plain === b.plain) return 1
  const [short, long] = a.plain.length <= b.plain.length ? [a, b] : [b, a]
  if (short.plain.length < ENOUGH_CHARS) return long.plain.startsWith(short.plain) ? 0.6 : undefined
  // The last word may be cut in two.
  if (long.plain.startsWith(short.plain)) return 0.98
  let common = 0
  for (const gram of short.grams) if (long.grams.has(gram)) common += 1
  const dice = (2 * common) / (short.grams.size + long.grams.size)
  // A long text holds many grams of any other: what it contains counts for less than what it is.
  const contained = common / short.grams.size
  return Math.min(0.97, Math.max(dice, short.words.length >= 5 ? contained * 0.9 : 0))
}
