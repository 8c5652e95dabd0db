import en from './lexicon/en.json'
import enTopics from './lexicon/en-topics.json'
import it from './lexicon/it.json'
import itTopics from './lexicon/it-topics.json'
import nb from './lexicon/nb.json'
import nbTopics from './lexicon/nb-topics.json'
import nl from './lexicon/nl.json'
import nlTopics from './lexicon/nl-topics.json'
import { fold, phraseWords } from './tokens'
import type { SuggestLanguage } from './types'

/** Words that carry a feeling: of two that overlap, the longer phrase counts and the shorter does not. */
export const FEELINGS = ['great', 'good', 'better', 'likes', 'thanks', 'cheer', 'bad', 'awful', 'worse', 'fact', 'works', 'ironic', 'void'] as const
const MODIFIERS = ['not', 'never', 'very', 'but', 'again', 'still', 'ifYou'] as const
const TOPICS = [
  'ask', 'askFirst', 'leadStrong', 'leadWant', 'leadThing', 'pressWho', 'pressAsk', 'spamStrong', 'spamWeak', 'chat', 'greeting',
  'threat', 'safety', 'legal', 'escalation', 'waiting', 'function'
] as const
export type Concept = (typeof FEELINGS)[number] | (typeof MODIFIERS)[number] | (typeof TOPICS)[number]

export interface Entry {
  concept: Concept
  language: SuggestLanguage
  /** Folded words; `x*` begins with x, `*x` ends with x, `#` is any number, `..` is nought to three words. */
  parts: string[]
}

export interface Lexicon {
  exact: Map<string, Entry[]>
  prefix: Map<string, Entry[]>
  suffix: Map<string, Entry[]>
}

const CONCEPTS: readonly string[] = [...FEELINGS, ...MODIFIERS, ...TOPICS]
const isConcept = (name: string): name is Concept => CONCEPTS.includes(name)

const foldPart = (part: string): string => part === '..' || part === '#' ? part : part.split('*').map(fold).join('*')

function file(lexicon: Lexicon, entry: Entry): void {
  const [first = ''] = entry.parts
  const shelf = first.endsWith('*') ? lexicon.prefix : first.startsWith('*') ? lexicon.suffix : lexicon.exact
  const key = first.replace('*', '')
  const entries = shelf.get(key)
  if (entries) entries.push(entry)
  else shelf.set(key, [entry])
}

function buildLexicon(): Lexicon {
  const lexicon: Lexicon = { exact: new Map(), prefix: new Map(), suffix: new Map() }
  const sources: [SuggestLanguage, Record<string, string[]>][] = [['en', en], ['en', enTopics], ['nb', nb], ['nb', nbTopics], ['nl', nl], ['nl', nlTopics], ['it', it], ['it', itTopics]]
  for (const [language, source] of sources) {
    for (const [concept, lines] of Object.entries(source)) {
      if (!isConcept(concept)) throw new RangeError(`No concept ${concept} in the words of ${language}`)
      const phrases = lines.join(',').split(',').map(phrase => phrase.trim()).filter(Boolean)
      for (const phrase of new Set(phrases)) file(lexicon, { concept, language, parts: phraseWords(phrase).map(foldPart) })
    }
  }
  return lexicon
}

let built: Lexicon | undefined

/** Built on first use and kept. */
export function theLexicon(): Lexicon {
  built ??= buildLexicon()
  return built
}
