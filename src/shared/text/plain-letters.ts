const letters: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', œ: 'oe', ł: 'l', đ: 'd', 'ı': 'i' }

/** For searching: lower case, without accents, one blank between words. `Århus  Café` is `arhus cafe`. */
export function plainLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[øæßœłđı]/g, (letter) => letters[letter] ?? letter).replace(/[’‘]/g, "'").replace(/\s+/gu, ' ').trim()
}

const isWordPart = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** True where the words stand in a text, both in plain letters, at the beginning of a word: `refund` is in `Refunds please`. */
export function holdsWords(text: string, words: string): boolean {
  let at = words === '' ? -1 : text.indexOf(words)
  if (at < 0) return false
  const first = [...words][0]
  for (; at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWordPart(first) || !isWordPart([...text.slice(Math.max(0, at - 2), at)].at(-1))) return true
  }
  return false
}

/** True where each word of a search begins a word of the text. Both as people write them. */
export function matchesSearch(text: string, search: string): boolean {
  const plain = plainLetters(text)
  return plainLetters(search).split(' ').every((word) => word === '' || holdsWords(plain, word))
}
