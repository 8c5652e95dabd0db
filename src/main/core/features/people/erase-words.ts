import { folded } from './search-people'
import type { Person } from './resolve-person'

/** What a person is known by: names and handles in all spellings. */
export interface KnownBy {
  /** True where a text names the person by a handle or a whole name. */
  names(text: string): boolean
  /** Names and handles that are told from other words: long enough. */
  terms: readonly string[]
}

/** Shorter ones stand in other words too often to tell anybody by. */
const SHORTEST = 3

const words = (text: string): string => folded(text).replace(/[^\p{L}\p{N}_.@-]+/gu, ' ').trim()
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** @param authors names that messages have of the person */
export function knownBy({ name, handles }: Person, authors: readonly string[]): KnownBy {
  const spellings = [name, ...authors, ...handles.flatMap(({ person_key, shown }) => [person_key, shown])]
  const terms = [...new Set(spellings.map((text) => words(text).replace(/^@+/, '')).filter((text) => text.length >= SHORTEST))]
  const pattern = terms.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u')
  return { terms, names: (text) => pattern?.test(words(text)) ?? false }
}
