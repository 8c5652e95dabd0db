import type { Feeling } from './feeling'
import type { MessageSentiment, MessageType, SuggestionReason } from './types'

export interface SentimentReading { sentiment: MessageSentiment; confidence: number; reasons: SuggestionReason[] }

/** How much feeling a message of a type needs before it counts as one. */
const NEEDED: Record<MessageType, number> = { question: 1, complaint: 0.3, praise: 0.3, lead: 1, spam: 9, press: 3, other: 0.9 }

export function readSentiment({ good, bad, signs }: Feeling, type: MessageType, typeConfidence: number): SentimentReading {
  const balance = good - bad
  const needed = NEEDED[type]
  const sentiment: MessageSentiment = type === 'complaint' && typeConfidence > 0.5 ? 'negative' : balance >= needed ? 'positive' : balance <= -needed ? 'negative' : 'neutral'
  const shown = signs.filter(({ value }) => sentiment === 'positive' ? value > 0 : sentiment === 'negative' ? value < 0 : false)
  const reasons = shown.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).map(({ code, words }): SuggestionReason => ({ about: 'sentiment', code, words }))
  const mixed = good > 0.5 && bad > 0.5 ? Math.min(good, bad) / Math.max(good, bad) : 0
  const distance = Math.abs(Math.abs(balance) - needed)
  const confidence = sentiment === 'neutral'
    ? (type === 'spam' || type === 'press' ? 0.9 : type === 'other' && signs.length === 0 ? 0.6 : 0.85 - 0.35 * Math.min(1, good + bad))
    : (0.5 + 0.45 * (1 - Math.exp(-distance))) * (1 - 0.45 * mixed)
  return { sentiment, confidence, reasons: reasons.length > 0 ? reasons : [{ about: 'sentiment', code: sentiment === 'neutral' ? 'nothing-found' : 'by-type', words: '' }] }
}
