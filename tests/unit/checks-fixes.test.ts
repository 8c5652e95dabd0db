import { describe, expect, it } from 'vitest'
import { applyTextFix, checkVariant, type Fix, type VariantInput } from '../../src/shared/checks'

const NOW = '2026-11-22T08:00:00.000Z'
const picture = { assetId: 'a1', width: 1080, height: 1350, bytes: 400_000, format: 'jpg', altText: 'Boats' }

/** The post after the first fix of that kind, and what is found then. */
function fixed(input: VariantInput, kind: Fix['kind']) {
  const fix = checkVariant(input, NOW).find((one) => one.fix?.kind === kind)?.fix
  if (!fix) throw new Error(`no fix of the kind ${kind} is offered`)
  const after: VariantInput = { ...input, ...applyTextFix(input, fix) }
  return { after, found: checkVariant(after, NOW).map(({ id }) => id) }
}

describe('a fix', () => {
  it('moves the hashtags over the limit to the first comment, and leaves no gap', () => {
    const text = 'Boats #one #two, at rest.\n\n#three #four #five #six #seven'
    const { after, found } = fixed({ network: 'instagram', format: 'feed', text, firstComment: 'More soon #SIX', media: [picture] }, 'hashtags-to-first-comment')
    expect(after.text).toBe('Boats #one #two, at rest.\n\n#three #four #five')
    expect(after.firstComment).toBe('More soon #SIX\n#seven')
    expect(found).toEqual([])
  })

  it('shortens a text between words', () => {
    const { after, found } = fixed({ network: 'instagram', format: 'feed', text: 'word '.repeat(500).trim(), media: [picture] }, 'shorten')
    expect(after.text).toMatch(/word…$/)
    expect(found).toEqual([])
  })

  it('shortens a field by its own limit', () => {
    const fields = { title: `${'Old boats '.repeat(12)}` }
    const { after, found } = fixed({ network: 'pinterest', format: 'pin', text: 'Boats', fields, media: [{ ...picture, width: 1000, height: 1500 }] }, 'shorten')
    expect(after.fields?.title?.length).toBeLessThanOrEqual(100)
    expect(found).toEqual(['text.over-advised'])
  })

  it('makes a thread that follows its text of what is too long', () => {
    const { after, found } = fixed({ network: 'bluesky', format: 'feed', text: 'The river froze in January. '.repeat(20), media: [] }, 'split-thread')
    expect(after.format).toBe('thread')
    // Cut by rule: it goes on following the text.
    expect(after.parts).toBeUndefined()
    expect(found).toEqual([])
  })

  it('splits the part of a thread that is too long, and leaves the others', () => {
    const { after } = fixed({ network: 'x', format: 'thread', text: '', parts: ['First.', 'The river froze in January. '.repeat(12), 'Last.'], media: [] }, 'split-thread')
    expect(after.parts).toHaveLength(4)
    expect([after.parts?.[0], after.parts?.[3]]).toEqual(['First.', 'Last.'])
  })

  it('takes links out where they do nothing', () => {
    const { after, found } = fixed({ network: 'instagram', format: 'feed', text: 'Tickets https://example.com/a now', media: [picture] }, 'remove-link')
    expect(after.text).toBe('Tickets now')
    expect(found).toEqual([])
  })

  it('makes addresses https', () => {
    expect(fixed({ network: 'x', format: 'feed', text: 'See http://example.com', link: 'example.com', media: [] }, 'use-https')).toMatchObject({
      after: { text: 'See https://example.com', link: 'https://example.com' }, found: []
    })
  })

  it('puts a first comment that goes nowhere into the text', () => {
    const media = [{ ...picture, width: 1080, height: 1920 }]
    expect(fixed({ network: 'instagram', format: 'story', text: 'Boats', firstComment: '#boats', media }, 'move-to-field').after).toMatchObject({ text: 'Boats\n\n#boats', firstComment: '' })
  })

  it('of a picture changes no text', () => {
    expect(applyTextFix({ network: 'x', format: 'feed', text: 'a', media: [] }, { kind: 'add-alt-text', assetId: 'a1' })).toEqual({})
  })
})
