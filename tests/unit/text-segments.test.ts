import { describe, expect, it } from 'vitest'
import { countGraphemes, graphemeBorders, graphemesOf } from '../../src/shared/text/segments'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const asTheStandardSays = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Characters of every kind that a cluster is made of. */
const KINDS = [
  ...'aé \n\r\t漢あガ한ᄒ', '\u{11A8}', '\u{1161}', '\u{301}', '\u{3099}', '\u{200D}', '\u{FE0F}', '\u{20E3}', '\u{1F3FD}', '\u{E0067}',
  '😀', '👩', '🚀', '❤', '©', '🇳', '🇴', '1', '#', '\u{600}', '\u{93F}', '\u{915}', '\u{94D}', '\u{E33}', '\u{AD}', '\u{200B}', '\u{D83D}', '\u{DE00}',
  '\u{FF9E}', 'ﾊ', '“', '…'
]

/** The same pseudo-random texts in every run. */
function* texts(count: number): Generator<string> {
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let made = 0; made < count; made += 1) yield Array.from({ length: 1 + next(9) }, () => KINDS[next(KINDS.length)]).join('')
}

describe('grapheme clusters', () => {
  it('are those of the standard, for 20,000 texts of every kind of character', () => {
    for (const text of texts(20_000)) expect(graphemesOf(text), JSON.stringify(text)).toEqual(asTheStandardSays(text))
  })

  it('count a line of plain text by its length', () => {
    expect(countGraphemes('Open till 9 tonight\n')).toBe(20)
    expect(countGraphemes('')).toBe(0)
  })

  it('begin and end at the borders of the text', () => {
    expect(graphemeBorders('a👩🏽‍🚀b')).toEqual([0, 1, 8, 9])
    expect(graphemeBorders('')).toEqual([0])
  })
})
