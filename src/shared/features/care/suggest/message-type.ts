import type { Concept } from './lexicon'
import type { Feeling } from './feeling'
import type { Signals } from './signals'
import type { Reading } from './tokens'
import { MESSAGE_TYPES, type MessageType, type ReasonCode, type SuggestionReason } from './types'

interface Mark { type: MessageType; value: number; code: ReasonCode; words: string }
export interface TypeReading { type: MessageType; confidence: number; reasons: SuggestionReason[] }

function marksOf(signals: Signals, concept: Concept, type: MessageType, value: number, code: ReasonCode): Mark[] {
  // One word of small talk says less than a phrase of it.
  return signals.of(concept).map(({ weight, words, from, to }) => ({ type, value: value * weight * (concept === 'chat' && to - from === 1 ? 0.5 : 1), code, words }))
}

/** Is a sentence begun like a question: by a question word or a verb, after a greeting or a mention perhaps? */
function asksFirst({ from, to }: { from: number; to: number }, signals: Signals, reading: Reading): boolean {
  let at = from
  while (at < to && at < from + 4) {
    if (signals.startsAt('askFirst', at)) return true
    const skipped = reading.words[at]?.kind === 'mention' || signals.startsAt('greeting', at) || signals.startsAt('but', at)
    const newClause = at > from && reading.words[at]?.clause !== reading.words[at - 1]?.clause
    if (!skipped && !newClause && reading.words[at + 1]?.clause === reading.words[at]?.clause) return false
    at += 1
  }
  return false
}

function questionMarks(reading: Reading, signals: Signals): Mark[] {
  const marks: Mark[] = marksOf(signals, 'ask', 'question', 2, 'question-words')
  for (const sentence of reading.sentences) {
    const asked = sentence.end.includes('?')
    const begins = asksFirst(sentence, signals, reading)
    const words = asked ? '?' : reading.words[sentence.from]?.norm ?? ''
    if (asked) marks.push({ type: 'question', value: begins ? 2.9 : 2, code: 'question-mark', words })
    else if (begins && !sentence.end.includes('!')) marks.push({ type: 'question', value: 1.8, code: 'question-words', words })
  }
  return strongest(marks, 'question', 4)
}

/** Many marks of one kind are no more certain than a few. */
function strongest(marks: Mark[], type: MessageType, most: number): Mark[] {
  const total = marks.filter(mark => mark.type === type).reduce((sum, { value }) => sum + value, 0)
  return total <= most ? marks : marks.map(mark => mark.type === type ? { ...mark, value: mark.value * most / total } : mark)
}

function leadMarks(signals: Signals): Mark[] {
  const want = signals.weight('leadWant')
  const both = want > 0 && signals.has('leadThing')
  return strongest([
    ...marksOf(signals, 'leadStrong', 'lead', 3.2, 'lead-words'), ...marksOf(signals, 'leadWant', 'lead', both ? 2.4 : 1.1, 'lead-words'),
    ...marksOf(signals, 'leadThing', 'lead', both ? 1.8 : 0.8, 'lead-words')
  ], 'lead', 6)
}

const DEAL = /^[2-9]\d$/

function spamMarks(reading: Reading, signals: Signals): Mark[] {
  const marks = [...marksOf(signals, 'spamStrong', 'spam', 3, 'spam-words'), ...marksOf(signals, 'spamWeak', 'spam', 1.3, 'spam-words')]
  for (const word of reading.words) {
    if (word.kind === 'link') marks.push({ type: 'spam', value: 0.8, code: 'link', words: reading.text.slice(word.start, Math.min(word.end, word.start + 60)) })
    else if (word.kind === 'number' && DEAL.test(word.norm) && /^\s?%/.test(reading.text.slice(word.end, word.end + 2))) marks.push({ type: 'spam', value: 0.9, code: 'spam-words', words: `${word.norm}%` })
    else if (word.kind === 'mention' && word.start > 0 && /best|daily|page|feature|promo|king|queen|trade|crypto|official|gallery|lovers/.test(word.norm)) marks.push({ type: 'spam', value: 1.8, code: 'mention', words: word.norm })
  }
  if (reading.words.some((word, at) => word.capitals && word.norm.length > 3 && reading.words[at + 1]?.norm === word.norm)) marks.push({ type: 'spam', value: 1.5, code: 'capitals', words: '' })
  return strongest(marks, 'spam', 7)
}

/** Said to a friend: begins with a mention, or with a name and a comma. */
function chatMarks(reading: Reading, signals: Signals): Mark[] {
  const marks = marksOf(signals, 'chat', 'other', 2, 'small-talk')
  const [first, second] = reading.words
  if (first?.kind === 'mention') marks.push({ type: 'other', value: reading.words.length <= 8 ? 3.4 : 1, code: 'mention', words: reading.text.slice(first.start, Math.min(first.end, 60)) })
  const calls = first?.kind === 'word' && first.named && !first.capitals && !signals.knows(0) && second !== undefined && second.clause !== first.clause && second.sentence === first.sentence
  if (calls && reading.words.length <= 12) marks.push({ type: 'other', value: 3.2, code: 'small-talk', words: reading.text.slice(first.start, first.end) })
  return marks
}

function feelingMarks({ good, bad, grievance, cheer, ironic, signs, emoji }: Feeling): Mark[] {
  const marks: Mark[] = []
  for (const { value, code, words } of signs) {
    if (value > 0) marks.push({ type: 'praise', value: value * (bad > good ? 0.5 : 1.15), code, words })
    else marks.push({ type: 'complaint', value: -value * (good > bad ? 0.6 : 1.3), code, words })
  }
  if (cheer > 0) marks.push({ type: 'other', value: cheer * 2, code: 'small-talk', words: '' }, { type: 'praise', value: -cheer, code: 'small-talk', words: '' })
  if (ironic) marks.push({ type: 'complaint', value: 1.5, code: 'irony', words: '' })
  if (grievance === 0 && emoji.angry.length > 0) marks.push({ type: 'complaint', value: 1, code: 'angry-emoji', words: emoji.angry[0] ?? '' })
  return strongest(strongest(marks, 'complaint', 6.5), 'praise', 5.5)
}

/** Between what was found: the shape of a message decides which of two kinds gives way. */
function settle(scores: Record<MessageType, number>, reading: Reading, feeling: Feeling): void {
  if (scores.press >= 3) scores.question -= 1.5
  if (scores.lead >= 3) { scores.question -= 1.8; scores.praise -= 1 }
  if (scores.spam >= 3) { scores.question -= 1; scores.praise -= 1; scores.lead -= 1.5 }
  // A verb in front asks only when nothing is complained of: `Er ikke fornøyd` leaves its subject out.
  if (feeling.bad >= 1.2 && !reading.text.includes('?')) scores.question -= 1.2
  if (scores.question >= 2 && feeling.grievance < 3 && !feeling.ironic) scores.complaint -= 1
  if (scores.question >= 2) scores.praise -= reading.sentences.at(-1)?.end.includes('?') ? 2.2 : 0.8
  if (feeling.ironic || (feeling.grievance >= 3 && reading.sentences.some(({ end }) => end.length > 1 && end.includes('?')))) scores.question -= 1.5
  if (feeling.grievance >= 1.5 && reading.text.includes('??')) scores.question -= 1.8
}

export function readType(reading: Reading, signals: Signals, feeling: Feeling): TypeReading {
  const marks = [
    ...questionMarks(reading, signals), ...leadMarks(signals), ...spamMarks(reading, signals), ...chatMarks(reading, signals), ...feelingMarks(feeling),
    ...marksOf(signals, 'pressWho', 'press', 3, 'press-words'), ...marksOf(signals, 'pressAsk', 'press', 3, 'press-words')
  ]
  const scores: Record<MessageType, number> = { question: 0, complaint: 0, praise: 0, lead: 0, spam: 0, press: 0, other: 1 }
  for (const { type, value } of marks) scores[type] += value
  scores.press = Math.min(scores.press, 7)
  settle(scores, reading, feeling)
  const type = MESSAGE_TYPES.reduce((best, one) => scores[one] > scores[best] ? one : best, 'other')
  const share = MESSAGE_TYPES.reduce((sum, one) => sum + Math.exp(scores[one]), 0)
  const reasons = marks.filter(mark => mark.type === type && mark.value > 0).sort((a, b) => b.value - a.value).map(({ code, words }) => ({ about: 'type' as const, code, words }))
  // A score of 1 is what a message without any sign has: nothing found is never certain.
  const found = reasons.length > 0
  return { type, confidence: Math.exp(scores[type]) / share * (found ? 0.97 : 0.6), reasons: found ? reasons : [{ about: 'type', code: 'nothing-found', words: '' }] }
}
