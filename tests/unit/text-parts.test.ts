import { describe, expect, it } from 'vitest'
import { networkIds } from '../../src/shared/channels/catalog.schema'
import { countText, findEntities, foldAt, foldOf, overflowStart, readability, shorten, splitThread } from '../../src/shared/text'

const texts = (found: { text: string }[]): string[] => found.map(({ text }) => text)

describe('hashtags, mentions and links', () => {
  it('are found in every script', () => {
    const text = 'Les: #blåbær #北京 #Köln, og @fjord.museum på https://example.com/a#del (#én)'
    const { hashtags, mentions, links } = findEntities('instagram', text)
    expect(texts(hashtags)).toEqual(['blåbær', '北京', 'Köln', 'én'])
    expect(texts(mentions)).toEqual(['fjord.museum'])
    expect(texts(links)).toEqual(['https://example.com/a#del'])
  })

  it('are none in a number, an address of mail or an HTML entity', () => {
    const { hashtags, mentions } = findEntities('linkedin', 'Our #1 is a@b.example &#39; a#b')
    expect(texts(hashtags)).toEqual([])
    expect(texts(mentions)).toEqual([])
  })

  it('are no link where a space was forgotten after a full stop, but on X', () => {
    expect(texts(findEntities('instagram', 'We closed.It rained. See museum.it').links)).toEqual(['museum.it'])
    expect(texts(findEntities('x', 'We closed.It rained.').links)).toEqual(['closed.It'])
  })

  it('go by the rules of the network', () => {
    const text = '@alice @alice@museum.example @north.bsky.social $ACME #🌊'
    expect(texts(findEntities('mastodon', text).mentions)).toContain('alice@museum.example')
    expect(texts(findEntities('bluesky', text).mentions)).toEqual(['north.bsky.social'])
    expect(texts(findEntities('x', text).cashtags)).toEqual(['ACME'])
    expect(texts(findEntities('instagram', text).hashtags)).toEqual(['🌊'])
    expect(texts(findEntities('threads', text).hashtags)).toEqual([])
  })

  it('stand where they say, in a long text as in a short one', () => {
    const text = `${'Lorem dolor '.repeat(600)}#tag @name https://example.com/x`
    for (const network of ['x', 'threads'] as const) {
      const { hashtags, mentions, links } = findEntities(network, text)
      expect([...hashtags, ...mentions, ...links].map(({ start, end }) => text.slice(start, end))).toEqual(['#tag', '@name', 'https://example.com/x'])
    }
  })
})

describe('the part that is too long', () => {
  it('is none in a text that fits', () => {
    expect(overflowStart({ network: 'x', text: 'Hello' })).toBeNull()
  })

  it('begins where the network would cut', () => {
    expect(overflowStart({ network: 'x', text: 'a'.repeat(281) })).toBe(280)
    expect(overflowStart({ network: 'x', text: '漢'.repeat(200) })).toBe(140)
    expect(overflowStart({ network: 'bluesky', text: '👨‍👩‍👧‍👧'.repeat(121) })).toBe(120 * 11)
  })

  it('begins before a link rather than in it', () => {
    const text = `${'a'.repeat(270)} https://example.com/a/long/path`
    expect(overflowStart({ network: 'x', text })).toBe(271)
  })

  it('is cut off between words', () => {
    const short = shorten({ network: 'bluesky', text: 'word '.repeat(100).trim() })
    expect(short.endsWith('word…')).toBe(true)
    expect(countText({ network: 'bluesky', text: short }).valid).toBe(true)
    expect(shorten({ network: 'bluesky', text: 'As it is' })).toBe('As it is')
  })
})

describe('a thread', () => {
  const sentence = 'The river froze in January, and the boats stayed where they were until the spring came. '
  const story = sentence.repeat(12).trim()

  it('is one part when the text fits', () => {
    expect(splitThread({ network: 'x', text: 'Short.', numbering: true }).map(({ text }) => text)).toEqual(['Short.'])
  })

  it('is cut between sentences, and every part fits', () => {
    const parts = splitThread({ network: 'x', text: story })
    expect(parts).toHaveLength(4)
    for (const { text, count } of parts) {
      expect(text.endsWith('.')).toBe(true)
      expect(count.valid).toBe(true)
    }
    expect(parts.map(({ text }) => text).join(' ')).toBe(story)
  })

  it('numbers its parts, the number counted', () => {
    const parts = splitThread({ network: 'x', text: story, numbering: true })
    expect(parts.map(({ text }) => text.slice(-4))).toEqual([' 1/4', ' 2/4', ' 3/4', ' 4/4'])
    expect(parts.every(({ count }) => count.valid)).toBe(true)
  })

  it('has room for the numbers when it has more parts than they had digits for', () => {
    const parts = splitThread({ network: 'x', text: sentence.repeat(30).trim(), numbering: true })
    expect(parts.length).toBeGreaterThan(9)
    expect(parts.every(({ count }) => count.valid)).toBe(true)
  })

  it('cuts a long sentence between words, and a long word between characters', () => {
    const words = splitThread({ network: 'x', text: 'word '.repeat(100) })
    expect(words.map(({ text }) => text.split(' ').every((one) => one === 'word'))).toEqual([true, true])
    const emoji = splitThread({ network: 'bluesky', text: '👩🏽‍🚀'.repeat(301) })
    expect(emoji.map(({ count }) => count.count)).toEqual([200, 101])
  })

  it.each(networkIds)('never cuts a link, mention or hashtag on %s', (network) => {
    const text = 'Se #blåbærtur med @north.bsky.social https://example.com/a?b=Q.Here!x og #北京。'.repeat(80)
    const found = (whole: string): string[] => Object.values(findEntities(network, whole)).flatMap(texts)
    const expected = found(text).sort()
    const parts = splitThread({ network, text, limits: { max: 120, maxBytes: null } })
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.flatMap((part) => found(part.text)).sort()).toEqual(expected)
  })

  it('leaves a link whole that is too long by itself', () => {
    const link = `https://example.com/${'a'.repeat(400)}`
    const parts = splitThread({ network: 'bluesky', text: `See ${link} now` })
    expect(parts.map(({ text }) => text)).toContain(link)
  })
})

describe('the fold', () => {
  it('is where the catalog says it is', () => {
    expect(foldAt('instagram', 'feed', 'a'.repeat(200))).toBe(125)
    expect(foldOf('instagram', 'feed')).toMatchObject({ chars: 125, sourceDate: '2026-09-24' })
    expect(foldAt('instagram', 'feed', 'a'.repeat(100))).toBeNull()
  })

  it('comes earlier in a reel, and after a few lines', () => {
    expect(foldAt('instagram', 'reel', 'a'.repeat(100))).toBe(55)
    expect(foldAt('linkedin', 'feed', 'a\nb\nc\nd\ne')).toBe(5)
  })

  it('is none where nothing is cut', () => {
    expect(foldAt('bluesky', 'feed', 'a'.repeat(300))).toBeNull()
    expect(foldOf('mastodon')).toBeNull()
  })
})

describe('readability', () => {
  it('tells a plain text from a heavy one', () => {
    const plain = readability('The sun is up. We go out. The sea is calm.', 'en')
    const heavy = readability('Notwithstanding considerable methodological reservations, interdisciplinary investigations demonstrate unprecedented correspondence.', 'en')
    expect(plain?.level).toBe('very-easy')
    expect(heavy?.level).toBe('very-hard')
    expect(plain?.sentences).toBe(3)
  })

  it('says nothing of a text without words, nor of a language without spaces', () => {
    expect(readability('👋 12', 'xx-invalid-tag-of-mine')?.words ?? 0).toBeLessThanOrEqual(1)
    expect(readability('故人西辞黄鹤楼', 'zh-Hans')).toBeNull()
  })
})

describe('text of 50,000 characters', () => {
  const hostile = ['a.', 'a_', 'http://a.', 'http://a.co/(', '@a', '@a.', '#a', '#', '😀', '漢', 'a b. ', '.', '\u{200D}', 'e\u{301}', '\n', 'Hei. Du? ']

  it.each(hostile)('made of %j is cut, marked and searched', (piece) => {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    for (const network of ['x', 'mastodon', 'threads', 'bluesky', 'instagram'] as const) {
      expect(splitThread({ network, text, numbering: true }).length).toBeGreaterThanOrEqual(0)
      expect(foldAt(network, 'feed', text) ?? 0).toBeLessThanOrEqual(text.length)
      expect(overflowStart({ network, text }) ?? 0).toBeLessThanOrEqual(text.length)
      expect(findEntities(network, text).links.length).toBeGreaterThanOrEqual(0)
    }
    expect(readability(text)?.words ?? 0).toBeGreaterThanOrEqual(0)
  })
})
