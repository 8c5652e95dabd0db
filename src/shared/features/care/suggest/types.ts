export const SUGGEST_LANGUAGES = ['en', 'nb', 'nl', 'it'] as const
export type SuggestLanguage = (typeof SUGGEST_LANGUAGES)[number]

export const MESSAGE_TYPES = ['question', 'complaint', 'praise', 'lead', 'spam', 'press', 'other'] as const
export type MessageType = (typeof MESSAGE_TYPES)[number]

export type MessageSentiment = 'positive' | 'neutral' | 'negative'

/** 1 high, 2 normal, 3 low. */
export type MessagePriority = 1 | 2 | 3

/** What in a message spoke for a suggestion. Each is a message key; the words themselves are in `words`. */
export const REASON_CODES = [
  'word', 'negated', 'irony', 'emoji', 'rating', 'question-mark', 'question-words', 'lead-words', 'press-words', 'spam-words', 'link',
  'mention', 'small-talk', 'threat', 'safety', 'legal', 'escalation', 'waiting', 'capitals', 'angry-emoji', 'by-type', 'nothing-found'
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** `words` is a slice of the message (a stranger's text: show it as text only), at most 60 characters. */
export interface SuggestionReason {
  about: 'type' | 'sentiment' | 'priority'
  code: ReasonCode
  words: string
}

/** Confidences run from 0 to 1: about 0.3 means hardly more than a guess. */
export interface Suggestion {
  /** The language most of the message is in; '' where nothing tells. */
  language: SuggestLanguage | ''
  type: MessageType
  sentiment: MessageSentiment
  priority: MessagePriority
  confidence: { language: number; type: number; sentiment: number; priority: number }
  /** Strongest first, at most eight for each of type, sentiment and priority. */
  reasons: SuggestionReason[]
}

export interface SuggestOptions {
  /** Languages the client's people write in (`nb`, `nb-NO`, …): tips the scale where a text is too short to tell. */
  languages?: readonly string[]
}
