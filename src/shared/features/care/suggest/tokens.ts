/** One word, number, @mention, #tag or link of a message. `norm` is lower case without accents; `start` and `end` are places in the text. */
export interface Word {
  kind: 'word' | 'number' | 'mention' | 'tag' | 'link'
  norm: string
  start: number
  end: number
  sentence: number
  clause: number
  capitals: boolean
  /** Begins with a capital letter. */
  named: boolean
}

export interface Sentence {
  from: number
  to: number
  /** The marks that end it: '?', '!!', '…'. */
  end: string
}

export interface Reading {
  text: string
  words: Word[]
  sentences: Sentence[]
  emoji: string[]
}

/** A message longer than this is judged by its beginning. */
export const READ_AT_MOST = 20_000
const LONGEST_WORD = 40

const PIECE = /(?:https?:\/\/|www\.)\S+|@[\p{L}\p{N}_.]+|#[\p{L}\p{N}_]+|\d(?:[\d.,:/]*\d)?|\p{L}[\p{L}\p{M}'’]*|[\p{Extended_Pictographic},;:()\n–—"]|[.!?…]+/gu
const ELIDED = new Set(['l', 'un', 'dell', 'sull', 'nell', 'all', 'dall', 'c', 'd', 's', 'm', 't', 'v', 'n', 'dov', 'quell', 'quest', 'com', 'bell', 'senz', 'cos', 'quant', 'tutt', 'anch', 'qual', 'quand', 'gliel', 'po'])
const MARKS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', œ: 'oe' }

/** Lower case, without accents and drawn-out letters: `Sååå` is `sa`, `perché` is `perche`. */
export function fold(word: string): string {
  const plain = word.slice(0, LONGEST_WORD).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[øæßœ]/g, letter => MARKS[letter] ?? letter).replace(/(\p{L})\1{2,}/gu, '$1').replace(/['’]/g, '')
}

const isUpper = (piece: string): boolean => piece.length > 1 && piece === piece.toUpperCase() && piece !== piece.toLowerCase()
const isNamed = (piece: string): boolean => { const first = piece.charAt(0); return first !== first.toLowerCase() }

function kindOf(piece: string): Word['kind'] {
  if (/^(?:https?:|www\.)/i.test(piece)) return 'link'
  if (piece.startsWith('@')) return 'mention'
  if (piece.startsWith('#')) return 'tag'
  return /^\d/.test(piece) ? 'number' : 'word'
}

/** The words of a phrase of the lexicon, cut as a message is cut. */
export const phraseWords = (phrase: string): string[] => phrase.split(/[\s-]+/).flatMap(word => parts(word, 0).map(([part]) => part))

/** `l'ordine` is two words, `isn't` is one. */
function parts(piece: string, at: number): [string, number][] {
  const cut = piece.search(/['’]/)
  if (cut < 1 || cut === piece.length - 1 || !ELIDED.has(piece.slice(0, cut).toLowerCase())) return [[piece, at]]
  return [[piece.slice(0, cut), at], [piece.slice(cut + 1), at + cut + 1]]
}

const addEnd = (sentence: Sentence | undefined, end: string): void => { if (sentence) sentence.end += end }

export function readText(whole: string): Reading {
  const text = whole.slice(0, READ_AT_MOST)
  const reading: Reading = { text, words: [], sentences: [], emoji: [] }
  let clause = 0
  let from = 0
  const endSentence = (end: string): void => {
    if (reading.words.length > from) reading.sentences.push({ from, to: reading.words.length, end })
    else if (reading.sentences.length > 0 && end !== '') addEnd(reading.sentences.at(-1), end)
    from = reading.words.length
    clause += 1
  }
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (/^[.!?…]/.test(piece)) endSentence(piece)
    else if (piece === '\n') endSentence('')
    else if (/^[,;:()–—"]/.test(piece)) clause += 1
    else if (/^\p{Extended_Pictographic}/u.test(piece)) reading.emoji.push(piece)
    else {
      for (const [part, start] of parts(piece, index)) {
        reading.words.push({
          kind: kindOf(part), norm: fold(part), start, end: start + part.length, sentence: reading.sentences.length, clause, capitals: isUpper(part), named: isNamed(part)
        })
      }
    }
  }
  endSentence('')
  return reading
}

/** The message's own words from one place to another, for showing. */
export function slice(reading: Reading, from: number, to: number): string {
  const first = reading.words[from]
  const last = reading.words[to - 1]
  return first && last ? reading.text.slice(first.start, Math.min(last.end, first.start + 60)) : ''
}
