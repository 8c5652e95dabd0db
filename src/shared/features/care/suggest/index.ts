import { readFeeling } from './feeling'
import { tellLanguages } from './language'
import { findMatches } from './matches'
import { readType } from './message-type'
import { readPriority } from './priority'
import { readSentiment } from './sentiment'
import { collectSignals } from './signals'
import { readText } from './tokens'
import type { Suggestion, SuggestionReason, SuggestOptions } from './types'

export * from './types'

const MOST_REASONS = 8

function fewReasons(reasons: readonly SuggestionReason[]): SuggestionReason[] {
  const seen = new Map(reasons.map(reason => [`${reason.code}:${reason.words.toLowerCase()}`, reason]))
  const told = [...seen.values()]
  const withWords = told.filter(({ words }) => words !== '')
  return (withWords.length > 0 ? withWords : told).slice(0, MOST_REASONS)
}

const rounded = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100

/**
 * Suggests what a message is: language, type, sentiment and priority, each with a confidence (0 to 1) and the words that
 * speak for it. Rules and word lists only: nothing is downloaded or learned, and the same text gets the same answer.
 * Never throws; time grows with the length of the text.
 */
export function suggest(text: string, options: SuggestOptions = {}): Suggestion {
  const reading = readText(text)
  const matches = findMatches(reading)
  const languages = tellLanguages(reading, matches, options.languages ?? [])
  const signals = collectSignals(reading, matches, languages)
  const feeling = readFeeling(reading, signals)
  const { type, confidence, reasons } = readType(reading, signals, feeling)
  const { sentiment, confidence: sure, reasons: felt } = readSentiment(feeling, type, confidence)
  const priority = readPriority(reading, signals, feeling, type, confidence, sentiment)
  return {
    language: languages.main,
    type,
    sentiment,
    priority: priority.priority,
    confidence: { language: rounded(languages.confidence), type: rounded(confidence), sentiment: rounded(sure), priority: rounded(priority.confidence) },
    reasons: [...fewReasons(reasons), ...fewReasons(felt), ...fewReasons(priority.reasons)]
  }
}
