import { sentencesOf, wordsOf } from './segments'

export type ReadingLevel = 'very-easy' | 'easy' | 'medium' | 'hard' | 'very-hard'

export interface Readability {
  words: number
  sentences: number
  wordsPerSentence: number
  /** Björnsson's LIX: words a sentence, and the share of words of more than six letters in percent. */
  lix: number
  level: ReadingLevel
}

const LONG_WORD = 6
const LEVELS: readonly (readonly [below: number, level: ReadingLevel])[] = [
  [25, 'very-easy'],
  [35, 'easy'],
  [45, 'medium'],
  [55, 'hard']
]
/** Words are not set apart in these, and the measure means nothing. */
const WITHOUT_SPACES = /^(?:zh|ja|th|lo|km|my)\b/iu

/** How hard a text is to read, in languages that set words apart; null for the others and for a text without words. */
export function readability(text: string, language = 'en'): Readability | null {
  if (WITHOUT_SPACES.test(language)) return null
  const words = wordsOf(text, language)
  if (words.length === 0) return null
  const sentences = sentencesOf(text, language).filter((sentence) => /\p{L}/u.test(sentence)).length || 1
  const long = words.filter((word) => word.length > LONG_WORD).length
  const lix = Math.round(words.length / sentences + (100 * long) / words.length)
  const level = LEVELS.find(([below]) => lix < below)?.[1] ?? 'very-hard'
  return { words: words.length, sentences, wordsPerSentence: words.length / sentences, lix, level }
}
