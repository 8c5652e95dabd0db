import { describe, expect, it } from 'vitest'
import { matchPosts, pairKey, plainLink, type NetworkPost, type PlannedPost } from '../../src/shared/features/figures/match-posts'

const CAPTION = 'The winter exhibition opens on Friday with forty photographs that nobody has seen before'
const post = (values: Partial<NetworkPost> = {}): NetworkPost => ({ subjectId: 1, network: 'instagram', channelId: 'c', key: '17900000000000001', permalink: '', publishedAt: '2026-05-26T08:23:00.000Z', text: CAPTION, ...values })
const plan = (values: Partial<PlannedPost> = {}): PlannedPost => ({ variantId: 'v', network: 'instagram', channelId: 'c', permalink: '', at: '2026-05-26T08:20:00.000Z', text: CAPTION, ...values })
const match = (posts: NetworkPost[], planned: PlannedPost[], rejected: string[] = []) => matchPosts({ posts, planned, rejected: new Set(rejected) }).map(({ subjectId, variantId, state }) => [subjectId, variantId, state])

describe('a post of a network', () => {
  it('is the post of the plan that has its address, whatever else they say', () => {
    const link = 'https://www.instagram.com/reel/DBukIs5p0JO/'
    expect(match([post({ permalink: link, text: '', publishedAt: '' })], [plan({ variantId: 'other' }), plan({ permalink: 'https://instagram.com/p/DBukIs5p0JO/?igsh=1', text: 'Changed', at: '2026-01-01T08:00:00.000Z' })])).toEqual([[1, 'v', 'sure']])
  })

  it('is the one whose address has its id', () => {
    expect(match([post({ network: 'x', key: '2088707180693113679', text: '' })], [plan({ network: 'x', permalink: 'https://x.com/museum/status/2088707180693113679', text: 'Otherwise' })])).toEqual([[1, 'v', 'sure']])
  })

  it('is the one that says the same at about the time, also where the export cut the caption, and links and hashtags differ', () => {
    expect(match([post({ text: `${CAPTION.slice(0, 60)}…` })], [plan({ text: `${CAPTION}\n\n#museum #winter https://example.org/tickets` })])).toEqual([[1, 'v', 'sure']])
  })

  it('is found where its file tells times of another zone', () => {
    expect(match([post({ publishedAt: '2026-05-26T17:21:00.000Z' })], [plan()])).toEqual([[1, 'v', 'sure']])
  })

  it('is doubtful where only the time tells', () => {
    expect(match([post({ text: '' })], [plan()])).toEqual([[1, 'v', 'doubtful']])
  })

  it('is nobody’s with other words on another day, on another channel, or weeks apart', () => {
    expect(match([post({ text: 'Our café has a new menu with soup of the season', publishedAt: '2026-05-27T20:11:00.000Z' })], [plan()])).toEqual([])
    expect(match([post()], [plan({ channelId: 'other' })])).toEqual([])
    expect(match([post({ publishedAt: '2026-08-26T08:23:00.000Z' })], [plan()])).toEqual([])
  })

  it('is left to a person where two posts of the plan say the same', () => {
    expect(match([post()], [plan(), plan({ variantId: 'w', at: '2026-05-26T08:28:00.000Z' })])).toEqual([[1, 'v', 'doubtful'], [1, 'w', 'doubtful']])
  })

  it('never shares a post of the plan with another', () => {
    const found = match([post(), post({ subjectId: 2, publishedAt: '2026-05-26T08:25:00.000Z' })], [plan()])
    expect(found.every(([, , state]) => state === 'doubtful')).toBe(true)
  })

  it('is not offered again what a person turned down', () => {
    expect(match([post()], [plan()], [pairKey(1, 'v')])).toEqual([])
  })
})

it('addresses are told apart by what names the post', () => {
  expect(plainLink('https://twitter.com/museum/status/1?s=20')).toBe('x.com/museum/status/1')
  expect(plainLink('https://youtu.be/kSDqj6a7rVP')).toBe(plainLink('https://www.youtube.com/watch?v=kSDqj6a7rVP&t=3s'))
})
