import type { PlainDate } from '../../time'
import { matchesSearch, plainLetters } from '../../text/plain-letters'
import type { KnowledgeEntry } from './replies.schema'

const sourceWord: Readonly<Record<string, string>> = { en: 'Source', nb: 'Kilde', nn: 'Kjelde', no: 'Kilde', da: 'Kilde', sv: 'Källa', nl: 'Bron', it: 'Fonte', de: 'Quelle', fr: 'Source', es: 'Fuente' }

/** A fact as an answer cites it, with where it comes from in the language that it is written in. */
export function citation({ text, title, source, link, language }: Pick<KnowledgeEntry, 'text' | 'title' | 'source' | 'link' | 'language'>): string {
  const words = text.trim() || title
  const from = [source.trim(), link.trim()].filter((part) => part !== '').join(', ')
  return from === '' ? words : `${words} (${sourceWord[language.toLowerCase().split('-', 1)[0] ?? ''] ?? 'Source'}: ${from})`
}

/** True where nobody looked whether it still holds for twelve months, or ever. */
export const isStale = (checkedOn: PlainDate | null, today: PlainDate): boolean => checkedOn === null || `${Number(checkedOn.slice(0, 4)) + 1}${checkedOn.slice(4)}` < today

/** Those in which each word of a search begins a word; a title that begins with it comes first. */
export function findKnowledge<T extends Pick<KnowledgeEntry, 'title' | 'text' | 'source'>>(entries: readonly T[], search: string): T[] {
  const wanted = plainLetters(search)
  if (wanted === '') return [...entries]
  const found = entries.filter(({ title, text, source }) => matchesSearch(`${title}\n${text}\n${source}`, search))
  const rank = ({ title }: T): number => (plainLetters(title).startsWith(wanted) ? 0 : matchesSearch(title, search) ? 1 : 2)
  return found.map((entry, index) => ({ entry, index })).sort((a, b) => rank(a.entry) - rank(b.entry) || a.index - b.index).map(({ entry }) => entry)
}
