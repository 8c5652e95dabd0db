import { describe, expect, it } from 'vitest'
import { channelCatalog } from '../../src/shared/channels/catalog'
import { checkClashes, comparePacks, textLimitSnapshot, type PlannedEntry } from '../../src/shared/checks'

let made = 0
const entry = (plannedAt: string, over: Partial<PlannedEntry> = {}): PlannedEntry => {
  made += 1
  return { variantId: `v${made}`, postId: `p${made}`, channelId: 'c1', plannedAt, text: `Text number ${made} of its own`, assetIds: [], ...over }
}
const kinds = (entries: PlannedEntry[], options = {}): string[] => checkClashes(entries, options).map(({ kind }) => kind)

describe('clashes', () => {
  it('are the same text on one channel, whatever its hashtags, case and links', () => {
    const first = entry('2026-11-02T09:00:00Z', { text: 'Open on Sunday: come and see! #museum https://a.example' })
    const second = entry('2026-11-20T09:00:00Z', { text: 'OPEN ON SUNDAY – come and see 🎉' })
    expect(checkClashes([second, first])).toEqual([{ kind: 'same-text', variantId: second.variantId, other: first.variantId, channelId: 'c1', otherAt: first.plannedAt }])
  })

  it('are none on another channel, after long enough, or in a few words', () => {
    const text = 'Open on Sunday: come and see'
    expect(kinds([entry('2026-11-02T09:00:00Z', { text }), entry('2026-11-03T09:00:00Z', { text, channelId: 'c2' })])).toEqual([])
    expect(kinds([entry('2026-11-02T09:00:00Z', { text }), entry('2027-02-02T09:00:00Z', { text })])).toEqual([])
    expect(kinds([entry('2026-11-02T09:00:00Z', { text: 'Hello!' }), entry('2026-11-03T09:00:00Z', { text: 'Hello' })])).toEqual([])
  })

  it('are two posts in the same hour', () => {
    expect(kinds([entry('2026-11-02T09:00:00Z'), entry('2026-11-02T09:30:00Z')])).toEqual(['same-hour'])
    expect(kinds([entry('2026-11-02T09:00:00Z'), entry('2026-11-02T10:00:00Z')])).toEqual([])
    expect(kinds([entry('2026-11-02T09:00:00Z'), entry('2026-11-02T09:30:00Z')], { minutes: 0 })).toEqual([])
  })

  it('are the same picture within days, each named', () => {
    const found = checkClashes([entry('2026-11-02T09:00:00Z', { assetIds: ['a', 'b'] }), entry('2026-11-05T09:00:00Z', { assetIds: ['b', 'b'] })])
    expect(found).toMatchObject([{ kind: 'same-asset', assetId: 'b' }])
    expect(kinds([entry('2026-11-02T09:00:00Z', { assetIds: ['a'] }), entry('2026-11-05T09:00:00Z', { assetIds: ['a'] })], { assetDays: 2 })).toEqual([])
  })

  it('are none between variants of one post', () => {
    expect(kinds([entry('2026-11-02T09:00:00Z', { postId: 'p', assetIds: ['a'] }), entry('2026-11-02T09:10:00Z', { postId: 'p', assetIds: ['a'] })])).toEqual([])
  })

  it('are found among 50,000 posts', () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      entry(new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(), { text: `A text of some length ${index % 49_999}`, channelId: `c${index % 7}` })
    )
    expect(checkClashes(many, { textDays: 10_000 }).length).toBeLessThanOrEqual(1)
  })
})

describe('a new rule pack', () => {
  it('is the same as itself', () => {
    const snapshot = textLimitSnapshot(channelCatalog)
    expect(snapshot.limits).toMatchObject({ 'x.text.post': 280, 'instagram.hashtags': 5, 'threads.links': 5, 'youtube.text.title': 100 })
    expect(comparePacks(snapshot, JSON.parse(JSON.stringify(snapshot)))).toEqual([])
  })

  it('tells what changed, and what became stricter', () => {
    const now = textLimitSnapshot(channelCatalog)
    const { 'pinterest.text.alt': _gone, ...rest } = now.limits
    const before = { version: '2025-01-01', limits: { ...rest, 'instagram.hashtags': 30, 'x.text.post': 140, 'x.text.fleet': 280 } }
    expect(comparePacks(before, now)).toEqual([
      { key: 'instagram.hashtags', network: 'instagram', limit: 'hashtags', before: 30, after: 5, isStricter: true },
      { key: 'pinterest.text.alt', network: 'pinterest', limit: 'text.alt', before: undefined, after: 500, isStricter: true },
      { key: 'x.text.fleet', network: 'x', limit: 'text.fleet', before: 280, after: undefined, isStricter: false },
      { key: 'x.text.post', network: 'x', limit: 'text.post', before: 140, after: 280, isStricter: false }
    ])
  })
})
