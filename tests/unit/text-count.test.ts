import { describe, expect, it } from 'vitest'
import { networkIds, type NetworkId } from '../../src/shared/channels/catalog.schema'
import { countText, findNetworkNamed, findTextField, textFieldsOf } from '../../src/shared/text'
import vectors from './text-vectors.json' with { type: 'json' }

interface Vector {
  id: string
  channel: string
  countingRule: string
  field?: string
  input: string | string[]
  contentWarning?: string
  expected: number
  expectedBytes?: number
  valid?: boolean
  note?: string
}

const cases = vectors.cases as Vector[]
const count = (network: NetworkId, text: string, field?: string) => countText({ network, text, field })

describe('the text vectors', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s is counted as the network counts it', (_, vector) => {
    const result = countText({
      network: vector.channel as NetworkId,
      field: vector.field,
      text: vector.input,
      contentWarning: vector.contentWarning
    })
    expect(result.count).toBe(vector.expected)
    expect(result.unit).toBe(vector.countingRule)
    if (vector.expectedBytes !== undefined) expect(result.bytes).toBe(vector.expectedBytes)
    if (vector.valid !== undefined) expect(result.valid).toBe(vector.valid)
  })

  it('keep their invisible characters', () => {
    const marked = cases.find(({ id }) => id === 'x-conf-dir-1')
    expect([...String(marked?.input)].map((one) => one.codePointAt(0))).toEqual([65, 66, 67, 0x202a, 0xffff, 65, 66, 67, 0xfffe])
  })
})

describe('on X', () => {
  it('an emoji counts 2 whatever it is made of, also those of later years', () => {
    for (const emoji of ['😀', '👩🏽‍🚀', '🇳🇴', '1️⃣', '🧑‍🤝‍🧑', '🐦‍🔥', '🏳️‍⚧️', '🫱🏻‍🫲🏿']) expect(count('x', emoji).count, emoji).toBe(2)
  })

  it('a link counts 23 with and without its protocol', () => {
    expect(count('x', 'example.com').count).toBe(23)
    expect(count('x', 'see http://example.com/a?b=c, then').count).toBe(4 + 23 + 6)
  })

  it('an empty post is not valid', () => {
    expect(count('x', '')).toMatchObject({ count: 0, valid: false })
  })

  it('a long post may be longer where the person pays for it', () => {
    const text = 'a'.repeat(300)
    expect(count('x', text).valid).toBe(false)
    expect(countText({ network: 'x', text, limits: { max: 25_000 } })).toMatchObject({ valid: true, overridden: true })
  })

  it('a text far over the limit is counted in full, its links at 23', () => {
    const text = `${'word '.repeat(2000)}https://example.com/page`
    expect(count('x', text).count).toBe(10_000 + 23)
  })
})

describe('on Mastodon', () => {
  const plain = 'a'.repeat(476)

  it.each([
    ['a link glued to a word counts in full', 'xhttps://example.com', 20],
    ['a link in brackets counts 23', '(https://example.com/a)', 25],
    ['the full stop after a link is not part of it', 'https://example.com/a.', 24],
    ['a path may hold brackets of its own', 'https://example.com/a_(b)', 23],
    ['an address without protocol counts in full', 'example.com/page', 16],
    ['a query belongs to its link', 'https://example.com/?q=a&b=c!', 24],
    ['an unknown ending is no link', 'https://printer.localnet/x', 26],
    ['letters of other scripts belong to the path', 'https://example.com/пример', 23],
    ['a mention of the same server counts as written', '@alice hi', 9],
    ['only the name of a remote mention counts', 'a @alice@museum.example, b', 11],
    ['an address of mail is no mention', 'alice@museum.example', 20],
    ['a mention in a path is part of the link', 'https://example.com/@alice@museum.example', 23]
  ])('%s', (_, text, expected) => {
    expect(count('mastodon', text).count).toBe(expected)
  })

  it('a link that is longer than a link can be counts in full', () => {
    const text = `http://example.com/valid?${'#foo?'.repeat(1000)}`
    expect(count('mastodon', text)).toMatchObject({ count: text.length, valid: false })
  })

  it('both parts of a mention count when the server can be none', () => {
    const text = `@alice@${'b'.repeat(254)}.com`
    expect(count('mastodon', text).count).toBe(text.length)
  })

  it('the content warning counts with the text, its links in full', () => {
    const result = countText({ network: 'mastodon', text: plain, contentWarning: 'https://example.com/long/path/to' })
    expect(result).toMatchObject({ count: 476 + 32, valid: false })
  })

  it('a server may have limits of its own', () => {
    const limits = { max: 1000, linkWeight: 30 }
    expect(countText({ network: 'mastodon', text: `${plain} https://a.nl`, limits })).toMatchObject({ count: 507, valid: true })
  })
})

describe('on the other networks', () => {
  it('Threads counts an emoji by its bytes and everything else once', () => {
    expect(count('threads', '👨‍👩‍👧‍👧').count).toBe(25)
    expect(count('threads', '🇳🇴 ja').count).toBe(11)
    expect(count('threads', '© 2026').count).toBe(6)
  })

  it('Bluesky has a limit in bytes besides', () => {
    expect(count('bluesky', 'å'.repeat(300))).toMatchObject({ count: 300, bytes: 600, byteLimit: 3000, valid: true })
    expect(count('bluesky', '\r\n')).toMatchObject({ count: 1, bytes: 2 })
  })

  it('YouTube refuses angle brackets in title and description', () => {
    expect(count('youtube', 'a < b', 'title')).toMatchObject({ valid: false, forbidden: ['<'] })
    expect(count('youtube', 'a – b', 'title').valid).toBe(true)
  })

  it('tags of YouTube may be written in one line', () => {
    expect(count('youtube', 'social media, marketing', 'tags').count).toBe(24)
  })

  it('a limit that nobody publishes is soft', () => {
    expect(count('facebook', 'hello')).toMatchObject({ limit: 63_206, soft: true, confidence: 'low' })
    expect(count('linkedin', 'hello').soft).toBe(false)
  })

  it('every field of every network counts and names its source', () => {
    for (const network of networkIds) {
      for (const { field, max } of textFieldsOf(network)) {
        const result = count(network, 'Hello 👋 https://example.com', field)
        expect(result, `${network} ${field}`).toMatchObject({ field, limit: max })
        expect(result.source).not.toBe('')
      }
    }
  })
})

describe('names', () => {
  it.each([
    ['twitter', 'x'],
    ['X', 'x'],
    ['google', 'google-business'],
    ['GBP', 'google-business'],
    ['Google My Business', 'google-business'],
    ['ig', 'instagram'],
    ['bsky', 'bluesky']
  ])('%s is %s', (name, id) => {
    expect(findNetworkNamed(name)?.id).toBe(id)
  })

  it('a field goes by its name in the catalog or by a short one', () => {
    expect(findTextField('tiktok', 'description')).toMatchObject({ field: 'photo.description', max: 4000 })
    expect(findTextField('youtube', 'Tags')).toMatchObject({ field: 'tags.total', max: 500 })
    expect(findTextField('instagram', 'alt')).toMatchObject({ field: 'alt', max: 1000 })
    expect(findTextField('pinterest', 'caption')).toMatchObject({ field: 'post', max: 800 })
    expect(findTextField('x', 'nonsense')).toBeUndefined()
  })
})

describe('text of 50,000 characters', () => {
  const hostile = ['a.', 'a_', 'http://a.', 'http://a.co/(', '@a', '@a@', '#a', '😀', '漢', 'a@b.', 'http://', '.', 'a-', '漢.', 'https://a.co?a=', '\u{200D}', 'e\u{301}']

  it.each(hostile)('made of %j is counted everywhere', (piece) => {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    for (const network of networkIds) expect(count(network, text).count).toBeGreaterThan(0)
  })
})
