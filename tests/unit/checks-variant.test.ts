import { describe, expect, it } from 'vitest'
import { networkIds, type NetworkId } from '../../src/shared/channels/catalog.schema'
import { formatIds, formatsOf, type FormatId } from '../../src/shared/channels/formats'
import { findPlacement } from '../../src/shared/channels/catalog'
import { checkVariant, findingIds, findingSentence, fixLabel, type CheckedMedia, type Finding, type VariantInput } from '../../src/shared/checks'
import { createTranslator, hasMessage } from '../../src/shared/i18n'
import { findTextField } from '../../src/shared/text'

const NOW = '2026-11-22T08:00:00.000Z'
const t = createTranslator('en')

const picture = (over: Partial<CheckedMedia> = {}): CheckedMedia => ({
  assetId: 'a1', width: 1080, height: 1350, bytes: 400_000, format: 'jpg', frames: 1, altText: 'Boats on a river', ...over
})
const clip = (over: Partial<CheckedMedia> = {}): CheckedMedia => picture({ width: 1080, height: 1920, bytes: 9_000_000, format: 'mp4', seconds: 30, ...over })

function variant(network: NetworkId, format: FormatId, over: Partial<VariantInput> = {}): VariantInput {
  return { network, format, text: 'Open on Sunday.', media: [], ...over }
}

const check = (network: NetworkId, format: FormatId, over: Partial<VariantInput> = {}): Finding[] => checkVariant(variant(network, format, over), NOW)
const ids = (found: readonly Finding[]): string[] => found.map(({ id }) => id)
const only = (found: readonly Finding[], id: string): Finding | undefined => found.find((one) => one.id === id)
const said = (finding: Finding | undefined): string => (finding ? findingSentence(t, finding) : '')

describe('a post that is right', () => {
  it.each<[NetworkId, FormatId, Partial<VariantInput>]>([
    ['instagram', 'feed', { media: [picture()] }],
    ['instagram', 'reel', { media: [clip()] }],
    ['x', 'feed', {}],
    ['linkedin', 'feed', { media: [picture({ format: 'png' })] }],
    ['pinterest', 'pin', { media: [picture({ width: 1000, height: 1500 })], link: 'https://example.com' }],
    ['youtube', 'short', { media: [clip()], fields: { title: 'Boats' } }],
    ['google-business', 'update', { media: [picture({ width: 1200, height: 900 })] }]
  ])('has no findings: %s %s', (network, format, over) => {
    expect(check(network, format, over)).toEqual([])
  })
})

describe('texts', () => {
  it('too long for the network is an error, with its figures, source and date', () => {
    const found = only(check('x', 'feed', { text: 'a'.repeat(300) }), 'text.too-long')
    expect(found).toMatchObject({ severity: 'error', field: 'text', data: { count: 300, limit: 280, over: 20 }, sourceDate: '2026-08-22', fix: { kind: 'split-thread' } })
    expect(said(found)).toBe('300 of 280 weighted characters: 20 too many')
  })

  it('over a limit that nobody publishes is a warning', () => {
    expect(only(check('facebook', 'feed', { text: 'a'.repeat(63_207) }), 'text.too-long')?.severity).toBe('warning')
  })

  it('over a limit that was set for the client is an error that says so, and under it a note', () => {
    const limits = { text: { post: 25_000 } }
    const allowed = only(check('x', 'feed', { text: 'a'.repeat(300), limits }), 'text.too-long')
    expect(allowed).toMatchObject({ severity: 'note', overridden: true })
    expect(said(allowed)).toContain('the limit set for this client allows it')
    const refused = only(check('x', 'feed', { text: 'a'.repeat(25_001), limits }), 'text.too-long')
    expect(refused).toMatchObject({ severity: 'error', overridden: true, data: { limit: 25_000 } })
  })

  it('count by bytes on Bluesky as well', () => {
    expect(ids(check('bluesky', 'feed', { text: '👨‍👩‍👧‍👧'.repeat(121) }))).toContain('text.bytes')
  })

  it('are counted with the content warning on Mastodon', () => {
    const found = check('mastodon', 'feed', { text: 'a'.repeat(400), fields: { contentWarning: 'b'.repeat(101) } })
    expect(only(found, 'text.too-long')?.data).toMatchObject({ count: 501 })
  })

  it('are counted in every field, and name it', () => {
    const media = [clip()]
    const found = check('youtube', 'video', { media, fields: { title: `${'a'.repeat(101)}`, tags: 'b'.repeat(501) }, text: 'See <here>' })
    expect(found.filter(({ id }) => id === 'text.too-long').map(({ field }) => field)).toEqual(['title', 'tags'])
    expect(said(found.find(({ field }) => field === 'title'))).toBe('Title: 101 of 100 characters: 1 too many')
    expect(said(only(found, 'text.forbidden'))).toBe('Refused characters: < >')
  })

  it('are counted part by part in a thread', () => {
    const found = check('x', 'thread', { parts: ['Short.', 'a'.repeat(281)] })
    expect(found.map(({ id, field }) => [id, field])).toEqual([['text.too-long', 'part:2']])
    expect(said(found[0])).toMatch(/^Part 2: 281 of 280/)
  })

  it('of a thread that is cut by rule are never too long', () => {
    expect(check('x', 'thread', { text: 'A sentence. '.repeat(100) })).toEqual([])
  })

  it('show what was left to fill in', () => {
    const found = check('linkedin', 'feed', { text: 'Dear {client}, see you on [[date]] at ____.', firstComment: '{{link}}' })
    expect(found.filter(({ severity }) => severity === 'error').map(said)).toEqual([
      '{client} is not filled in', '2 blanks are left to fill in', 'First comment: {{link}} is not filled in'
    ])
  })

  it('hold no phone number on Google', () => {
    expect(said(only(check('google-business', 'update', { text: 'Call +47 22 12 34 56 today' }), 'text.phone'))).toContain('+47 22 12 34 56')
    expect(check('google-business', 'update', { text: 'Open 2026-11-22 to 2026-12-01, 1 200 kr, 50%' })).toEqual([])
  })

  it('are needed where nothing else goes out', () => {
    expect(ids(check('x', 'feed', { text: ' ' }))).toEqual(['text.missing'])
    expect(check('x', 'feed', { text: '', media: [picture()] })).toEqual([])
    expect(said(only(check('youtube', 'video', { media: [clip()] }), 'field.missing'))).toBe('A title is needed here')
  })

  it('under a picture on LinkedIn are held to the shorter limit that some saw', () => {
    const text = 'a'.repeat(2500)
    expect(only(check('linkedin', 'feed', { text, media: [picture()] }), 'text.long-with-media')?.severity).toBe('warning')
    expect(check('linkedin', 'feed', { text })).toEqual([])
  })
})

describe('hashtags, mentions and links', () => {
  const tags = (count: number): string => Array.from({ length: count }, (_, index) => `#tag${index}x`).join(' ')

  it('over the limit of Instagram are an error that can be fixed', () => {
    const found = only(check('instagram', 'feed', { text: tags(9), media: [picture()] }), 'hashtags.too-many')
    expect(found).toMatchObject({ severity: 'error', fix: { kind: 'hashtags-to-first-comment', keep: 5 } })
    expect(said(found)).toBe('9 hashtags, limit 5')
    expect(found && fixLabel(t, found)).toBe('Move the rest to the first comment')
  })

  it('over a soft limit are a warning, over advice a note', () => {
    expect(only(check('tiktok', 'video', { text: tags(6), media: [clip()] }), 'hashtags.too-many')?.severity).toBe('warning')
    expect(only(check('linkedin', 'feed', { text: tags(6) }), 'hashtags.advised')?.severity).toBe('note')
  })

  it('may be more where the client says so', () => {
    const found = only(check('instagram', 'feed', { text: tags(9), media: [picture()], limits: { hashtags: 30 } }), 'hashtags.too-many')
    expect(found).toMatchObject({ severity: 'note', overridden: true })
  })

  it('are counted as the network counts them', () => {
    const links = Array.from({ length: 6 }, (_, index) => `https://example.com/${index}`).join(' ')
    expect(ids(check('threads', 'feed', { text: links }))).toContain('links.too-many')
    expect(ids(check('instagram', 'feed', { text: Array.from({ length: 21 }, (_, at) => `@n${at}`).join(' '), media: [picture()] }))).toContain('mentions.too-many')
    expect(ids(check('x', 'feed', { text: '$AAA and $BBB' }))).toContain('cashtags.too-many')
  })

  it('that do nothing are told of', () => {
    const found = only(check('instagram', 'feed', { text: 'See https://example.com', media: [picture()] }), 'links.not-clickable')
    expect(found).toMatchObject({ severity: 'warning', fix: { kind: 'remove-link' } })
  })

  it('go over https, are addresses, and carry what the campaign asks for', () => {
    expect(ids(check('x', 'feed', { link: 'http://example.com' }))).toEqual(['link.not-https'])
    expect(ids(check('x', 'feed', { link: 'https://exa mple' }))).toEqual(['link.invalid'])
    const utmParameters = ['utm_source', 'utm_campaign']
    const found = check('x', 'feed', { link: 'https://example.com/?utm_source=x', utmParameters })
    expect(said(found[0])).toBe('The link lacks utm_campaign, which the campaign asks for')
  })
})

describe('formats and times', () => {
  it('that a network does not have are told of, with those it has', () => {
    const found = only(check('pinterest', 'story'), 'format.unsupported')
    expect(found).toMatchObject({ severity: 'error', fix: { kind: 'change-format' } })
    expect(said(found)).toBe('Pinterest has no format “story”')
  })

  it('that take no first comment say so', () => {
    expect(ids(check('instagram', 'story', { media: [picture({ width: 1080, height: 1920 })], firstComment: 'Hi' }))).toEqual(['comment.unsupported'])
    expect(check('instagram', 'feed', { media: [picture()], firstComment: '#more' })).toEqual([])
  })

  it('in the past are an error, unless the post is out', () => {
    const plannedAt = '2026-11-22T07:59:00.000Z'
    expect(ids(check('x', 'feed', { plannedAt }))).toEqual(['time.past'])
    expect(check('x', 'feed', { plannedAt, isOut: true })).toEqual([])
  })

  it('know only placements and fields of the catalog', () => {
    for (const network of networkIds) {
      expect(formatsOf(network).length, network).toBeGreaterThan(0)
      for (const { format, pictures, videos, textField, fields, minItems, maxItems } of formatsOf(network)) {
        expect(formatIds).toContain(format)
        for (const id of [...pictures, ...videos]) expect(findPlacement(id)?.network, `${network} ${format} ${id}`).toBe(network)
        for (const field of [textField, ...Object.values(fields)]) expect(findTextField(network, field), `${network} ${format} ${field}`).toBeDefined()
        expect(minItems).toBeLessThanOrEqual(maxItems)
      }
    }
  })
})

describe('every finding', () => {
  it('has a sentence', () => {
    const details: Record<string, string[]> = { 'media.kind': ['picture', 'video', 'document'], 'media.missing': ['media', 'video', 'document'], 'text.missing': ['text', 'text-or-media'] }
    for (const id of findingIds) {
      const keys = details[id]?.map((detail) => `checks.${id}.${detail}`) ?? [`checks.${id}`]
      for (const key of keys) expect(hasMessage(key), key).toBe(true)
    }
  })

  it('stands with the gravest first', () => {
    const found = check('instagram', 'feed', { text: `${'#a '.repeat(6)} https://example.com {name}`, media: [picture({ altText: '' })] })
    const order = found.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity))
    expect(order).toEqual([...order].sort())
  })

  it('is found in text of 50,000 characters, whatever it is made of', { timeout: 60_000 }, () => {
    for (const piece of ['{a', '[[a', '_', '#a ', '@a ', '0 ', '+1-', 'a.', '(1', 'http://', '{{ ', '12.', '1 2']) {
      const text = piece.repeat(Math.ceil(50_000 / piece.length))
      for (const network of ['google-business', 'instagram', 'x', 'mastodon'] as const) {
        const format = formatsOf(network)[0]?.format ?? 'feed'
        expect(checkVariant({ network, format, text, firstComment: text, link: text, media: [] }, NOW).length).toBeGreaterThan(0)
      }
    }
  })
})
