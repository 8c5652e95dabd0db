import type { Concept } from './lexicon'
import type { Feeling } from './feeling'
import type { Signals } from './signals'
import type { Reading } from './tokens'
import type { MessagePriority, MessageSentiment, MessageType, ReasonCode, SuggestionReason } from './types'

export interface PriorityReading { priority: MessagePriority; confidence: number; reasons: SuggestionReason[] }

const URGENT: [Concept, ReasonCode][] = [['safety', 'safety'], ['threat', 'threat'], ['legal', 'legal'], ['escalation', 'escalation']]
const SHOUTED_WORDS = 3
const SHOUTED_SHARE = 0.6

function shouted({ words }: Reading): string {
  const long = words.filter(({ kind, end, start }) => kind === 'word' && end - start > 2)
  const loud = long.filter(({ capitals }) => capitals)
  return loud.length >= SHOUTED_WORDS && loud.length / long.length >= SHOUTED_SHARE ? loud.slice(0, 3).map(({ norm }) => norm.toUpperCase()).join(' ') : ''
}

/** Rules, not weights: what makes a message urgent can be read off the reasons. */
export function readPriority(reading: Reading, signals: Signals, feeling: Feeling, type: MessageType, typeConfidence: number, sentiment: MessageSentiment): PriorityReading {
  const reasons: SuggestionReason[] = []
  const because = (code: ReasonCode, words: string): void => { reasons.push({ about: 'priority', code, words }) }
  if (type === 'spam') return { priority: 3, confidence: typeConfidence, reasons: [{ about: 'priority', code: 'by-type', words: '' }] }
  if (type === 'press') because('by-type', '')
  const unhappy = type === 'complaint' || sentiment === 'negative'
  for (const [concept, code] of URGENT) if (unhappy || concept === 'safety') for (const { words } of signals.of(concept)) because(code, words)
  if (unhappy) {
    for (const { words } of signals.of('waiting')) because('waiting', words)
    if (feeling.emoji.angry.length > 0) because('angry-emoji', feeling.emoji.angry.slice(0, 3).join(''))
    const loud = shouted(reading)
    if (loud !== '') because('capitals', loud)
  }
  if (reasons.length > 0) return { priority: 1, confidence: type === 'press' ? typeConfidence : Math.min(0.95, 0.7 + 0.1 * reasons.length), reasons }
  const low = type === 'praise' || type === 'other'
  return { priority: low ? 3 : 2, confidence: typeConfidence, reasons: [{ about: 'priority', code: 'by-type', words: '' }] }
}
