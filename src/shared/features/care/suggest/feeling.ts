import { readEmoji, type EmojiSigns } from './emoji'
import type { Concept } from './lexicon'
import type { Signal, Signals } from './signals'
import { slice, type Reading } from './tokens'
import type { ReasonCode } from './types'

export interface FeelingSign { code: ReasonCode; words: string; value: number }

/** The feeling of a message: how much speaks for it and against it, and why. */
export interface Feeling {
  good: number
  bad: number
  /** Only facts that someone complains of, and strong words. */
  grievance: number
  cheer: number
  ironic: boolean
  emoji: EmojiSigns
  signs: FeelingSign[]
}

const VALUES: Partial<Record<Concept, number>> = { great: 2.2, good: 1.2, likes: 1.3, better: 0.4, thanks: 0.7, cheer: 1.6, bad: -1.2, awful: -2.4, worse: -1.6, fact: -1.7, works: 0, ironic: 1.5, void: 0 }
const BACK = 4
const AHEAD = 3

interface Context { reading: Reading; nots: Map<number, Signal>; very: Set<number>; buts: Set<number>; firstBut: number; lastBut: number; used: Set<Signal> }

function contextOf(reading: Reading, signals: Signals): Context {
  const buts = signals.of('but').map(({ from }) => from)
  const nots = new Map<number, Signal>()
  const very = new Set<number>()
  for (const signal of [...signals.of('not'), ...signals.of('never')]) for (let at = signal.from; at < signal.to; at += 1) nots.set(at, signal)
  for (const signal of signals.of('very')) for (let at = signal.from; at < signal.to; at += 1) very.add(at)
  return { reading, nots, very, buts: new Set(buts), firstBut: buts[0] ?? Infinity, lastBut: buts.at(-1) ?? -1, used: new Set() }
}

/** The negation whose scope a feeling is in: same clause, a few words before, or just after a verb (`liker det ikke`). */
function negationOf({ from, to, concept, language }: Signal, { reading, nots, buts }: Context): Signal | undefined {
  const clause = reading.words[from]?.clause
  for (let at = from - 1; at >= from - BACK && at >= 0; at -= 1) {
    if (reading.words[at]?.clause !== clause || buts.has(at)) break
    const not = nots.get(at)
    if (not) return not
  }
  if ((concept !== 'likes' && concept !== 'works') || language === 'it' || language === 'en') return undefined
  for (let at = to; at < to + AHEAD && reading.words[at]?.clause === clause; at += 1) {
    const not = nots.get(at)
    if (not) return not
  }
  return undefined
}

/** `not bad` is mildly good, `never better` very good, `never so rude` worse than rude. */
function turned(concept: Concept, value: number, not: Signal): number {
  if (concept === 'better') return 2.2
  if (concept === 'worse') return -2.2
  if (concept === 'works') return -1.8
  if (concept === 'likes') return -1.8
  if (concept === 'thanks' || concept === 'cheer') return 0
  if (concept === 'fact') return not.concept === 'never' ? -1.7 : 0.2
  if (value < 0) return not.concept === 'never' ? value : concept === 'awful' ? 0.3 : 1
  return -1.5
}

function valueOf(signal: Signal, context: Context): FeelingSign {
  const { from, to, concept, weight, words } = signal
  // `So fine` alone praises; `better` alone hardly does.
  const plain = concept === 'better' && to - from > 1 ? 1.3 : VALUES[concept] ?? 0
  const negation = negationOf(signal, context)
  // One negation turns one feeling: `without fuss, helped` still helped.
  const not = negation && context.used.has(negation) ? undefined : negation
  if (not && concept !== 'ironic') context.used.add(not)
  const louder = context.very.has(from - 1) || context.very.has(from - 2) || context.reading.words[from]?.capitals === true
  // `never had such a good one` praises, `never good` does not.
  const superlative = not?.concept === 'never' && plain > 0 && louder
  let value = not && !superlative ? turned(concept, plain, not) : superlative ? 2.2 : plain
  if (louder && !not) value *= 1.35
  if (context.lastBut >= to) value *= 0.6
  else if (context.firstBut < from) value *= 1.2
  const shown = not ? slice(context.reading, Math.min(not.from, from), Math.max(not.to, to)) : words
  return { code: not ? 'negated' : 'word', words: shown, value: value * weight }
}

const RATING = /^(10|\d)(?:[.,]5)?\/(5|10)$/
const STARS = /^(?:stars?|stjern\w*|ster|sterren|stell[ae])$/

function ratingSigns({ words }: Reading): FeelingSign[] {
  return words.flatMap((word, at) => {
    if (word.kind !== 'number') return []
    const [, marks, of] = RATING.exec(word.norm) ?? []
    const stars = STARS.test(words[at + 1]?.norm ?? '') ? Number(word.norm) / 5 : NaN
    const share = marks === undefined ? stars : Number(marks) / Number(of)
    if (!(share >= 0 && share <= 1)) return []
    return [{ code: 'rating' as const, words: word.norm, value: share >= 0.7 ? 2.2 : share <= 0.4 ? -2.2 : -0.3 }]
  })
}

/** A short glad opening (`Oh brilliant,`), a wry face, or `if you like waiting`, next to something to complain of. */
function isIronic({ words, sentences }: Reading, signals: Signals, signs: readonly FeelingSign[], emoji: EmojiSigns): boolean {
  const grief = signs.some(({ value }) => value <= -1)
  const repeated = signals.has('again') || signals.has('still')
  const glad = signs.some(({ value }) => value > 0.5)
  if (signals.has('ironic') && (grief || repeated || emoji.wry)) return true
  const opens = sentences.some(({ from }) => signals.startsAt('ifYou', from))
  if (opens && (grief || signals.has('waiting')) && !signals.has('ask')) return true
  if (!glad) return false
  if (emoji.wry) return true
  if (!grief && !repeated) return false
  if (emoji.claps > 1) return true
  if (signals.has('but')) return false
  const clause = words[0]?.clause
  const opening = signals.all.find(({ concept, from, weight }) => ['great', 'good', 'thanks', 'likes'].includes(concept) && weight === 1 && words[from]?.clause === clause && from <= 2)
  const firstClauseEnds = words.findIndex(word => word.clause !== clause)
  return opening !== undefined && firstClauseEnds > 0 && firstClauseEnds <= 4 && grief
}

function emojiSigns(emoji: EmojiSigns): FeelingSign[] {
  const value = emoji.glad * 0.8 - emoji.sad
  return emoji.glad + emoji.sad > 0 ? [{ code: 'emoji', words: emoji.shown, value }] : []
}

const FELT: readonly Concept[] = ['great', 'good', 'better', 'likes', 'thanks', 'cheer', 'bad', 'awful', 'worse', 'fact', 'works', 'ironic']

/** `Again.` as a sentence of its own, or shouted, complains. */
function againSigns(reading: Reading, signals: Signals): FeelingSign[] {
  return signals.of('again').filter(({ from, to }) => {
    const sentence = reading.sentences[reading.words[from]?.sentence ?? -1]
    return reading.words[from]?.capitals === true || (sentence !== undefined && sentence.from === from && sentence.to === to && from > 0)
  }).map(({ words }) => ({ code: 'word' as const, words, value: -1.6 }))
}

export function readFeeling(reading: Reading, signals: Signals): Feeling {
  const context = contextOf(reading, signals)
  const emoji = readEmoji(reading.emoji)
  const felt = signals.all.filter(({ concept }) => FELT.includes(concept)).map(signal => ({ concept: signal.concept, ...valueOf(signal, context) }))
  const words: FeelingSign[] = [...felt, ...ratingSigns(reading), ...againSigns(reading, signals)]
  const ironic = isIronic(reading, signals, words, emoji)
  const judged: FeelingSign[] = ironic ? words.map(sign => sign.value > 0 ? { ...sign, code: 'irony', value: -1 } : sign) : words
  if (ironic && !judged.some(({ code }) => code === 'irony')) judged.push({ code: 'irony', words: signals.of('ifYou')[0]?.words ?? signals.of('ironic')[0]?.words ?? emoji.shown, value: -1 })
  const signs = [...judged, ...emojiSigns(ironic ? { ...emoji, glad: 0 } : emoji)].filter(({ value }) => value !== 0)
  const sum = (list: readonly FeelingSign[], side: 1 | -1): number => list.reduce((total, { value }) => total + Math.max(0, value * side), 0)
  const grievance = sum(signs.filter(({ value }) => value <= -1), -1)
  const cheer = felt.filter(({ concept }) => concept === 'cheer').reduce((total, { value }) => total + Math.max(0, value), 0)
  return { good: sum(signs, 1), bad: sum(signs, -1), grievance, cheer, ironic, emoji, signs }
}
