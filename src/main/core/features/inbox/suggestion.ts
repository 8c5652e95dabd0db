import type { Suggestion } from './message-store.repository'

/** What is said of a text before a person looks at it. */
export const suggestion = (_text: string): Suggestion => ({ language: '', type: '', sentiment: '', priority: 2 })
