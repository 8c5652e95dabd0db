import { variablePieces, type VariableFacts } from '../texts/variables'
import type { ReplyTone, TextBlank } from './replies.schema'

/** A text with its variables filled in, and what is left of them to be filled in by hand. A value that is empty is none. */
export function fillReply(text: string, facts: VariableFacts): { filled: string; blanks: TextBlank[] } {
  let filled = ''
  const blanks: TextBlank[] = []
  for (const piece of variablePieces(text, facts)) {
    const isBlank = piece.kind === 'variable' && (piece.value ?? '').trim() === ''
    const words = piece.kind === 'variable' && !isBlank ? (piece.value ?? '') : piece.text
    if (isBlank) blanks.push({ name: piece.name, start: filled.length, end: filled.length + words.length })
    filled += words
  }
  return { filled, blanks }
}

/** Several texts as one, with an empty line between them. */
export const stacked = (texts: readonly string[]): string => texts.map((text) => text.trim()).filter((text) => text !== '').join('\n\n')

/** `nb` and `nb-NO` are one language here; a text without a language is for all. */
export function fitsLanguage(language: string, wanted: string): boolean {
  const main = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? ''
  return language === '' || (wanted !== '' && main(language) === main(wanted))
}

interface Fitting {
  language: string
  tone: ReplyTone
}

/** In the language of a conversation first, then for all languages, then the others; among these the wanted tone before `any`. */
export function fitOrder<T extends Fitting>(replies: readonly T[], { language, tone }: Fitting): T[] {
  const byLanguage = (reply: T): number => (reply.language === '' ? 1 : fitsLanguage(reply.language, language) ? 0 : 2)
  const byTone = (reply: T): number => (tone === 'any' ? 0 : reply.tone === tone ? 0 : reply.tone === 'any' ? 1 : 2)
  return replies
    .map((reply, index) => ({ reply, index }))
    .sort((a, b) => byLanguage(a.reply) - byLanguage(b.reply) || byTone(a.reply) - byTone(b.reply) || a.index - b.index)
    .map(({ reply }) => reply)
}
