import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../../src/shared/features/calendar/calendar.contract'
import { tilesOf } from '../../src/renderer/features/calendar/calendar-tiles.rules'
import { channelOfQueue, neighborIn, placeInQueue, queueOf, variantOn } from '../../src/renderer/features/calendar/queue-order.rules'

const entry = (postId: string, day: number, change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  postId, variantId: `${postId}-variant`, channelId: 'page', network: 'facebook', format: 'feed', state: 'scheduled',
  planned: { date: `2026-12-0${day}`, time: '09:00', zone: 'UTC', pick: 'earlier', instant: `2026-12-0${day}T09:00:00.000Z` },
  ownTime: false, title: postId, excerpt: '', pillarId: null, campaignId: null, seriesId: null, thumbnailUrl: null, ...change
})
const tiles = tilesOf([
  entry('past', 1), entry('out', 2, { state: 'published' }), entry('a', 3), entry('elsewhere', 4, { channelId: 'other' }), entry('b', 5, { state: 'draft' }), entry('c', 6)
])
const queue = queueOf(tiles, 'page', '2026-12-01T12:00:00.000Z')
const at = (name: string) => {
  const tile = queue.find((one) => one.postId === name)
  if (!tile) throw new Error(name)
  return tile
}

describe('The queue of a channel', () => {
  it('is shown where the list is filtered to exactly one channel', () => {
    expect(channelOfQueue({ channelIds: ['page'] })).toBe('page')
    expect(channelOfQueue({ channelIds: [] })).toBeUndefined()
    expect(channelOfQueue({ channelIds: ['page', 'other'] })).toBeUndefined()
  })

  it('holds what is to come on the channel, without what is published', () => {
    expect(queue.map((tile) => tile.postId)).toEqual(['a', 'b', 'c'])
    expect(queue.map((tile) => variantOn(tile, 'page'))).toEqual(['a-variant', 'b-variant', 'c-variant'])
  })

  it('ends at its first and last post', () => {
    expect(neighborIn(queue, at('a'), 1)).toBe(at('b'))
    expect(neighborIn(queue, at('a'), -1)).toBeUndefined()
    expect(neighborIn(queue, at('c'), 1)).toBeUndefined()
  })

  it('takes a post in the place of another, on the way up and on the way down', () => {
    expect(placeInQueue(queue, at('c'), at('a'))).toBe(at('a'))
    expect(placeInQueue(queue, at('a'), at('b'))).toBe(at('c'))
    expect(placeInQueue(queue, at('a'), at('c'))).toBeUndefined()
  })
})
