import { suggest, type SuggestionReason } from '../../../../shared/features/care/suggest'
import type { Suggestion } from './message-store.repository'

/** What somebody wants stands at the beginning: of a long mail no more is read. */
const MOST = 800

/** What is said of a text before a person looks at it. Small talk has no type here: nobody need do anything about it. */
export function suggestion(text: string): Suggestion {
  const { language, type, sentiment, priority } = suggest(text.slice(0, MOST))
  // There 1 is the most urgent, here 3.
  return { language: language ?? '', type: type === 'other' ? '' : type, sentiment, priority: 4 - priority }
}

/** What in a text speaks for what is suggested. */
export const reasonsOf = (text: string): SuggestionReason[] => (text.trim() === '' ? [] : suggest(text.slice(0, MOST)).reasons)
