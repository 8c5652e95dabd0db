/**
 * Cutting text where a reader sees a border. The segmenter is made for no language in particular: grapheme clusters
 * (UAX #29) are the same in all of them.
 */
const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A run of text with its place in UTF-16 units; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/** Control characters, spaces and plain letters: each a cluster of its own, as long as nothing else is around. */
const PLAIN = /^[\t\n\u{20}-\u{7E}]*$/u

export function countGraphemes(text: string): number {
  // A carriage return and a line feed are one cluster, so only text without the former takes the short way.
  if (PLAIN.test(text)) return text.length
  let count = 0
  for (const _ of graphemeSegmenter.segment(text)) count += 1
  return count
}

export function graphemesOf(text: string): string[] {
  return Array.from(graphemeSegmenter.segment(text), ({ segment }) => segment)
}

/** Every place where text may be cut without breaking a character: 0, the start of each cluster, the end. */
export function graphemeBorders(text: string): number[] {
  const borders = Array.from(graphemeSegmenter.segment(text), ({ index }) => index)
  return borders.length === 0 ? [0] : [...borders, text.length]
}

/** Sentences as the language sets them; white space at the end belongs to the sentence before. */
export function sentencesOf(text: string, language?: string): string[] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

export function wordsOf(text: string, language?: string): string[] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'word' })
  return Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}

function knownLanguage(language: string | undefined): string {
  try {
    return language ? (Intl.getCanonicalLocales(language)[0] ?? 'und') : 'und'
  } catch {
    return 'und'
  }
}
