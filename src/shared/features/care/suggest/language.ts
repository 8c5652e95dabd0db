import type { Match } from './matches'
import type { Reading, Word } from './tokens'
import { SUGGEST_LANGUAGES, type SuggestLanguage } from './types'

type Weights = Record<SuggestLanguage, number>

export interface Languages {
  main: SuggestLanguage | ''
  confidence: number
  /** How much a match counts, 0 to 1: by the language of its sentence. */
  weigh(match: Match): number
}

const none = (): Weights => ({ en: 0, nb: 0, nl: 0, it: 0 })
const add = (to: Weights, from: Weights, times: number): void => { for (const language of SUGGEST_LANGUAGES) to[language] += from[language] * times }
const top = (weights: Weights): SuggestLanguage => SUGGEST_LANGUAGES.reduce((best, language) => weights[language] > weights[best] ? language : best)

/** Spelling that one language has and the others hardly do. */
const SPELLING: [SuggestLanguage, RegExp, number][] = [
  ['nb', /[øæ]|kj[eøo]|skj|tt?et$|ene$|sj[oøe]/, 0.4], ['nb', /å/, 1],
  ['nl', /ij|aa[a-z]|uu|oe|sch|eeuw|cht|tje$/, 0.5],
  ['it', /(?:zion[ei]|issim[oaie]|ggi|cch|gli|amo|ate|ett[oaie])$|[èòùì]/, 0.6], ['it', /[aeio]$/, 0.12],
  ['en', /th|wh|ing$|ght|ck$|tion$/, 0.35]
]

function spelled(word: Word, text: string): Weights {
  const weights = none()
  const own = text.slice(word.start, Math.min(word.end, word.start + 40)).toLowerCase().normalize('NFC')
  for (const [language, pattern, weight] of SPELLING) if (pattern.test(own)) weights[language] += weight
  return weights
}

function evidence(reading: Reading, matches: readonly Match[]): { sentences: Weights[]; known: Map<number, Set<SuggestLanguage>> } {
  const sentences = reading.sentences.map(none)
  const known = new Map<number, Set<SuggestLanguage>>()
  for (const word of reading.words) if (word.kind === 'word') add(sentences[word.sentence] ?? none(), spelled(word, reading.text), 1)
  for (const { from, to, language, concept } of matches) {
    for (let at = from; at < to; at += 1) {
      const here = known.get(at) ?? new Set()
      if (here.has(language)) continue
      known.set(at, here.add(language))
      const weights = sentences[reading.words[at]?.sentence ?? -1]
      if (weights) weights[language] += concept === 'function' ? 1 : 0.8
    }
  }
  return { sentences, known }
}

const COUNTS_FROM = 0.6
const ENGLISH_COUNTS_FROM = 0.4
const LONG_ENOUGH = 6

/** Each sentence has its own language, leaning on the whole message and on the languages that are likely. */
export function tellLanguages(reading: Reading, matches: readonly Match[], likely: readonly string[]): Languages {
  const { sentences, known } = evidence(reading, matches)
  const total = none()
  for (const weights of sentences) add(total, weights, 1)
  const found = total[top(total)] > 0
  for (const language of SUGGEST_LANGUAGES) if (likely.some(tag => tag.toLowerCase().split('-')[0] === language)) total[language] += 0.3
  const leaning = sentences.map(weights => { const sum = none(); add(sum, weights, 1); add(sum, total, 0.35); return sum })
  const main = found ? top(total) : ''
  const all = SUGGEST_LANGUAGES.reduce((sum, language) => sum + total[language], 0)
  return {
    main,
    confidence: main === '' ? 0 : Math.min(0.99, total[main] / all),
    weigh({ language, from, to, concept }) {
      const weights = leaning[reading.words[from]?.sentence ?? -1] ?? total
      const best = top(weights)
      const share = weights[best] === 0 ? 1 : weights[language] / weights[best]
      const length = (reading.words[to - 1]?.end ?? 0) - (reading.words[from]?.start ?? 0)
      // Spam goes round in any language, under posts in any other.
      if (concept === 'spamStrong' && length >= LONG_ENOUGH) return 1
      if (share >= COUNTS_FROM || (language === 'en' && share >= ENGLISH_COUNTS_FROM)) return 1
      return length >= LONG_ENOUGH && !known.get(from)?.has(best) ? 0.6 : 0
    }
  }
}
