import { FEELINGS, theLexicon, type Concept, type Entry } from './lexicon'
import type { Reading, Word } from './tokens'
import type { SuggestLanguage } from './types'

export interface Match {
  concept: Concept
  language: SuggestLanguage
  from: number
  to: number
}

const GAP = 3
const feelings: ReadonlySet<Concept> = new Set(FEELINGS)
/** Concepts of which a longer phrase swallows a shorter one: `not only` is no negation. */
const CLAIMS: ReadonlySet<Concept> = new Set<Concept>([...FEELINGS, 'very', 'not', 'never'])

export const isFeeling = (concept: Concept): boolean => feelings.has(concept)

function fits(word: Word | undefined, part: string, sentence: number): boolean {
  if (!word || word.sentence !== sentence) return false
  if (part === '#') return word.kind === 'number'
  if (part.endsWith('*')) return word.norm.startsWith(part.slice(0, -1))
  if (part.startsWith('*')) return word.norm.endsWith(part.slice(1))
  return word.norm === part
}

/** Where the phrase ends that begins at a word, or -1. The first word is known to fit. */
function phraseEnd(words: readonly Word[], from: number, parts: readonly string[]): number {
  const sentence = words[from]?.sentence ?? -1
  let at = from + 1
  for (let index = 1; index < parts.length; index += 1) {
    const part = parts[index] ?? ''
    if (part !== '..') {
      if (!fits(words[at], part, sentence)) return -1
      at += 1
      continue
    }
    const next = parts[index + 1] ?? ''
    const reach = at + GAP
    while (at < reach && !fits(words[at], next, sentence)) at += 1
  }
  return at
}

function candidates(word: Word): Entry[] {
  const { exact, prefix, suffix } = theLexicon()
  const found = [...(exact.get(word.norm) ?? [])]
  if (word.kind === 'number') found.push(...(exact.get('#') ?? []))
  for (let length = 2; length <= word.norm.length; length += 1) {
    const begun = prefix.get(word.norm.slice(0, length))
    if (begun) found.push(...begun)
  }
  for (let length = 2; suffix.size > 0 && length <= word.norm.length; length += 1) {
    const ended = suffix.get(word.norm.slice(-length))
    if (ended) found.push(...ended)
  }
  return found
}

function claimLongest(matches: readonly Match[], taken: Map<SuggestLanguage, Set<number>>): Match[] {
  const claims = matches.filter(({ concept }) => CLAIMS.has(concept)).sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from)
  const kept = claims.filter(({ language, from, to }) => {
    const places = taken.get(language) ?? new Set<number>()
    for (let at = from; at < to; at += 1) if (places.has(at)) return false
    for (let at = from; at < to; at += 1) places.add(at)
    taken.set(language, places)
    return true
  })
  return [...matches.filter(({ concept }) => !CLAIMS.has(concept)), ...kept].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Everything of the lexicons in a message, in order, for all four languages; time grows with the length of the text only. */
export function findMatches({ words }: Reading): Match[] {
  const matches: Match[] = []
  for (const [from, word] of words.entries()) {
    if (word.kind !== 'word' && word.kind !== 'number') continue
    for (const { concept, language, parts } of candidates(word)) {
      const to = phraseEnd(words, from, parts)
      if (to > 0) matches.push({ concept, language, from, to })
    }
  }
  return claimLongest(matches, new Map())
}
