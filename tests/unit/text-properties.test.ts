import { describe, expect, it } from 'vitest'
import type { NetworkId } from '../../src/shared/channels/catalog.schema'
import { countText, findEntities, overflowStart, shorten, splitThread } from '../../src/shared/text'

const NETWORKS: readonly NetworkId[] = ['x', 'bluesky', 'mastodon', 'threads', 'linkedin']
const LIMIT = 100

const PIECES = [
  'Boats ', 'on the river. ', 'Åpent søndag! ', '漢字が', '。', '👩🏽‍🚀', '🇳🇴 ', 'e\u{301}', '\n\n', ' ', '#blåbær ', '@anna ', '@anna@museum.example ', '(https://example.com/a?b=c) ',
  'https://museum.example/sunday-opening ', 'museum.no ', 'x'.repeat(40), '…', '“quoted” ', '1️⃣ ', '$ACME '
]

/** The same pseudo-random texts in every run. */
function* texts(count: number): Generator<string> {
  let seed = 11
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let made = 0; made < count; made += 1) yield Array.from({ length: 5 + next(60) }, () => PIECES[next(PIECES.length)]).join('')
}

const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '')

describe.each(NETWORKS)('any text on %s', (network) => {
  const limits = { max: LIMIT, maxBytes: null }
  const all = [...texts(150)]

  it('is cut into parts that fit and leave nothing out', () => {
    for (const text of all) {
      const parts = splitThread({ network, text, limits })
      for (const part of parts) expect(part.count.count, JSON.stringify(part.text)).toBeLessThanOrEqual(LIMIT)
      expect(withoutSpaces(parts.map((part) => part.text).join(''))).toBe(withoutSpaces(text))
    }
  })

  it('fits with the numbers of its parts', () => {
    for (const text of all) {
      for (const { text: part, count } of splitThread({ network, text, limits, numbering: true })) expect(count.count, JSON.stringify(part)).toBeLessThanOrEqual(LIMIT)
    }
  })

  it('fits up to where it is marked as too long, and no link is cut there', () => {
    for (const text of all) {
      const start = overflowStart({ network, text, limits })
      if (start === null) expect(countText({ network, text, limits }).count).toBeLessThanOrEqual(LIMIT)
      else {
        expect(countText({ network, text: text.slice(0, start), limits }).count).toBeLessThanOrEqual(LIMIT)
        expect(findEntities(network, text).links.filter((link) => link.start < start && start < link.end)).toEqual([])
      }
    }
  })

  it('fits once it is shortened', () => {
    for (const text of all) expect(countText({ network, text: shorten({ network, text, limits }), limits }).count).toBeLessThanOrEqual(LIMIT)
  })
})
