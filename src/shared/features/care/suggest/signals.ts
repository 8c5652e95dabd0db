import type { Concept } from './lexicon'
import type { Languages } from './language'
import { isFeeling, type Match } from './matches'
import { slice, type Reading } from './tokens'

export interface Signal extends Match { weight: number; words: string }

/** What counts of a message, by concept; shared by type, sentiment and priority. */
export interface Signals {
  all: Signal[]
  of(concept: Concept): Signal[]
  startsAt(concept: Concept, at: number): boolean
  has(...concepts: Concept[]): boolean
  /** How much of some concepts is there, each phrase once. */
  weight(...concepts: Concept[]): number
  /** Is the word at this place in any lexicon at all? */
  knows(at: number): boolean
}

function once(signals: readonly Signal[]): Signal[] {
  const kept = new Map<string, Signal>()
  for (const signal of signals) {
    const key = `${signal.concept}:${signal.from}`
    const other = kept.get(key)
    if (!other || other.weight < signal.weight || (other.weight === signal.weight && other.to < signal.to)) kept.set(key, signal)
  }
  return [...kept.values()]
}

/** One feeling for one place, though two languages know the word. */
function oneFeeling(signals: readonly Signal[]): Signal[] {
  let until = -1
  return signals.filter(({ concept, from, to }) => {
    if (!isFeeling(concept)) return true
    if (from < until) return false
    until = to
    return true
  })
}

export function collectSignals(reading: Reading, matches: readonly Match[], languages: Languages): Signals {
  const known = new Set<number>()
  for (const { from, to } of matches) for (let at = from; at < to; at += 1) known.add(at)
  const weighed = matches.map(match => ({ ...match, weight: languages.weigh(match), words: '' })).filter(({ weight }) => weight > 0)
  const all = oneFeeling(once(weighed).sort((a, b) => a.from - b.from || b.to - a.to || b.weight - a.weight))
  for (const signal of all) signal.words = signal.concept === 'function' ? '' : slice(reading, signal.from, signal.to)
  const shelves = new Map<Concept, Signal[]>()
  for (const signal of all) {
    const shelf = shelves.get(signal.concept)
    if (shelf) shelf.push(signal)
    else shelves.set(signal.concept, [signal])
  }
  const starts = new Set(all.map(({ concept, from }) => `${concept}:${from}`))
  const of = (concept: Concept): Signal[] => shelves.get(concept) ?? []
  const weight = (...concepts: Concept[]): number => concepts.reduce((sum, concept) => sum + of(concept).reduce((more, signal) => more + signal.weight, 0), 0)
  return { all, of, startsAt: (concept, at) => starts.has(`${concept}:${at}`), has: (...concepts) => concepts.some(concept => of(concept).length > 0), weight, knows: at => known.has(at) }
}
