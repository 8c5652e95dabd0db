/**
 * Cutting text where a reader sees a border. Grapheme clusters (UAX #29) are the same in all languages, so that their
 * segmenter is made for none.
 */
const graphemeSegmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A run of text with its place in UTF-16 units; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/**
 * Characters that are clusters of their own wherever two of them meet: letters without marks, punctuation, Chinese and
 * Japanese, emoji that nothing joins. The segmenter is some fifty times slower than a regular expression, and is
 * asked only about the rest and what stands next to it.
 */
const SIMPLE = String.raw`[\t\n\x20-\x7E\xA1-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u3001-\u3029\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9D\p{Extended_Pictographic}]`
const OTHER = SIMPLE.replace('[', '[^')
const SIMPLE_OR_KNOT = `${SIMPLE}?${OTHER}+(?:${SIMPLE}${OTHER}+)*${SIMPLE}?|${SIMPLE}`
const simpleOrKnot = new RegExp(SIMPLE_OR_KNOT, 'gu')
const onlySimple = /^[\t\n\x20-\x7E]*$/u

/** UTF-16 units that a segmenter sees at once, at first. */
const CLUSTER_WINDOW = 128
const SENTENCE_WINDOW = 1024

/**
 * Segments of a text, window by window: a segmenter copies all of its input for every segment it gives out, so that a
 * long text handed over whole would take time and memory by its length squared. The last segment of a window may go on
 * behind it, and begins the next; a window of one segment is made larger.
 */
function segmentsOf(segmenter: Intl.Segmenter, text: string, window: number): Intl.SegmentData[] {
  if (text.length <= window) return [...segmenter.segment(text)]
  const segments: Intl.SegmentData[] = []
  let start = 0
  let size = window
  while (start < text.length) {
    const found = [...segmenter.segment(text.slice(start, start + size))]
    const isLast = start + size >= text.length
    if (found.length === 1 && !isLast) {
      size *= 2
      continue
    }
    const whole = isLast ? found : found.slice(0, -1)
    segments.push(...whole)
    start += whole.reduce((sum, { segment }) => sum + segment.length, 0)
    size = window
  }
  return segments
}

/** The grapheme clusters of a text, as readers see its characters. */
export function graphemesOf(text: string): string[] {
  return (text.match(simpleOrKnot) ?? []).flatMap((part) =>
    part.length <= 2 && part.length === String.fromCodePoint(part.codePointAt(0) ?? 0).length
      ? [part]
      : segmentsOf(graphemeSegmenter, part, CLUSTER_WINDOW).map(({ segment }) => segment)
  )
}

export function countGraphemes(text: string): number {
  return onlySimple.test(text) ? text.length : graphemesOf(text).length
}

/** Every place where text may be cut without breaking a character: 0, the start of each cluster, the end. */
export function graphemeBorders(text: string): number[] {
  const borders = [0]
  let at = 0
  for (const cluster of graphemesOf(text)) {
    at += cluster.length
    borders.push(at)
  }
  return borders
}

/** Sentences as the language sets them; white space at the end belongs to the sentence before. */
export function sentencesOf(text: string, language?: string): string[] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'sentence' })
  return segmentsOf(segmenter, text, SENTENCE_WINDOW).map(({ segment }) => segment)
}

export function wordsOf(text: string, language?: string): string[] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'word' })
  return segmentsOf(segmenter, text, SENTENCE_WINDOW).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}

function knownLanguage(language: string | undefined): string {
  try {
    return language ? (Intl.getCanonicalLocales(language)[0] ?? 'und') : 'und'
  } catch {
    return 'und'
  }
}
