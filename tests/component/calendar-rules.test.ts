import { describe, expect, it } from 'vitest'
import type { CalendarEntry } from '../../src/shared/features/calendar/calendar.contract'
import { boardOf } from '../../src/renderer/features/calendar/board.rules'
import { moveAmongColumns, moveAmongDays } from '../../src/renderer/features/calendar/calendar-keys.rules'
import { itemsToMove, tilesOf } from '../../src/renderer/features/calendar/calendar-tiles.rules'
import { createDayFormats } from '../../src/renderer/features/calendar/day-formats'
import { timeFor } from '../../src/renderer/features/calendar/default-time.rules'
import { copiesTo, goalOf } from '../../src/renderer/features/calendar/drop-goals.rules'
import { moveKeys } from '../../src/renderer/features/calendar/move-keys.rules'
import { BAR, barsOfWeek, freeSpots, planCell, STRIPE, TILE } from '../../src/renderer/features/calendar/month-layout.rules'
import { filterFrom, openPostFilter, queryOf, toggled } from '../../src/renderer/features/calendar/post-filter.rules'
import { planColumn } from '../../src/renderer/features/calendar/week-layout.rules'
import { ideaFrom, siteOf } from '../../src/renderer/features/ideas/idea-input.rules'
import { ref } from 'vue'
import type { TileLook } from '../../src/renderer/features/calendar/tile-look.rules'
import { useSpareTiles } from '../../src/renderer/features/calendar/use-spare-tiles'

const entry = (postId: string, instant: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  postId, variantId: `${postId}-a`, channelId: 'a', network: 'instagram', format: 'feed', state: 'scheduled',
  planned: { date: instant.slice(0, 10), time: instant.slice(11, 16), zone: 'UTC', pick: 'earlier', instant },
  ownTime: false, title: postId, excerpt: '', pillarId: null, campaignId: null, seriesId: null, thumbnailUrl: null, ...more
})
const NINE = '2026-11-23T09:00:00.000Z'
const TEN = '2026-11-23T10:00:00.000Z'

describe('tiles of the calendar', () => {
  it('hold the channels of one post at the same instant, and part where a channel has a time of its own', () => {
    const tiles = tilesOf([entry('one', NINE), entry('one', NINE, { variantId: 'one-b', network: 'x' }), entry('two', NINE), entry('one', TEN, { variantId: 'one-c', ownTime: true })])
    expect(tiles.map((tile) => [tile.postId, tile.entries.length])).toEqual([['one', 2], ['two', 1], ['one', 1]])
  })

  it('move their post, and only those channels that have their own time there and are not out', () => {
    const [tile] = tilesOf([
      entry('one', NINE),
      entry('one', NINE, { variantId: 'own', ownTime: true }),
      entry('one', NINE, { variantId: 'out', ownTime: true, state: 'published' })
    ])
    expect(itemsToMove(tile!)).toEqual([{ postId: 'one' }, { variantId: 'own' }])
  })

  it('are fixed once everything in them is out', () => {
    const [out, half] = [tilesOf([entry('one', NINE, { state: 'published' })])[0], tilesOf([entry('two', NINE, { state: 'published' }), entry('two', NINE, { variantId: 'b' })])[0]]
    expect([out!.fixed, half!.fixed]).toEqual([true, false])
  })

  it('stand on the board by what is shown of them, due and overdue together', () => {
    const columns = boardOf([entry('late', NINE), entry('out', NINE, { state: 'published' }), entry('new', '2027-01-01T09:00:00.000Z', { state: 'draft' })], '2026-11-23T12:00:00.000Z')
    const filled = columns.filter((column) => column.tiles.length > 0).map((column) => [column.id, column.tiles[0]!.postId])
    expect(filled).toEqual([['draft', 'new'], ['due', 'late'], ['published', 'out']])
    expect(columns.find(({ id }) => id === 'due')?.overdue).toBe(1)
  })
})

describe('several tiles that are let go', () => {
  const [grabbed, before] = tilesOf([entry('grabbed', NINE), entry('before', '2026-11-19T18:30:00.000Z')])
  const spot = { day: '2026-11-26', time: null }

  it('go as many days on as the grabbed one, each at its own clock time', () => {
    expect([grabbed!, before!].map((tile) => goalOf(tile, grabbed!, spot, 'UTC')).map(({ date, time }) => `${date} ${time}`)).toEqual(['2026-11-26 09:00', '2026-11-22 18:30'])
  })

  it('are copied as far from their originals as the grabbed one', () => {
    const copies = copiesTo([before!, grabbed!], grabbed!, { day: '2026-11-26', time: '11:15' }, 'UTC')
    expect(copies.map(({ postId, to }) => `${postId} ${to.date} ${to.time}`)).toEqual(['grabbed 2026-11-26 11:15', 'before 2026-11-22 18:30'])
  })

  it('are copied once where a post stands at two times', () => {
    const [early, late] = tilesOf([entry('one', NINE), entry('one', TEN, { variantId: 'own', ownTime: true })])
    expect(copiesTo([early!, late!], late!, spot, 'UTC').map(({ to }) => to.time)).toEqual(['10:00'])
  })
})

describe('arrow keys', () => {
  const days: Record<string, string[]> = { '2026-11-23': ['a', 'b'], '2026-11-24': ['c'], '2026-11-30': ['d', 'e'] }
  const go = (key: string, day: string, id: string | undefined, rowDays = 7) => moveAmongDays(key, { day, id }, (date) => days[date] ?? [], rowDays)

  it('go through the posts of a day before they go to the week below', () => {
    expect(go('ArrowDown', '2026-11-23', 'a')).toEqual({ day: '2026-11-23', id: 'b' })
    expect(go('ArrowDown', '2026-11-23', 'b')).toEqual({ day: '2026-11-30', id: 'd' })
    expect(go('ArrowUp', '2026-11-30', 'd')).toEqual({ day: '2026-11-23', id: 'b' })
  })

  it('land on the day itself where it has no posts', () => {
    expect(go('ArrowRight', '2026-11-24', 'c')).toEqual({ day: '2026-11-25', id: undefined })
    expect(go('ArrowRight', '2026-11-23', 'b')).toEqual({ day: '2026-11-24', id: 'c' })
  })

  it('stay in a day that has none below, and leave other keys alone', () => {
    expect(go('ArrowDown', '2026-11-23', 'b', 0)).toEqual({ day: '2026-11-23', id: 'b' })
    expect(go('Enter', '2026-11-23', 'b')).toBeUndefined()
  })

  it('with Alt are named as each view lays out its days', () => {
    expect(moveKeys('month')).toMatchObject({ dayLater: 'alt+arrowright', weekLater: 'alt+arrowdown' })
    expect(moveKeys('list')).toMatchObject({ dayLater: 'alt+arrowdown', weekLater: 'alt+arrowright' })
    expect([moveKeys('week').weekLater, moveKeys('grid').dayLater]).toEqual([undefined, undefined])
  })

  it('leap over empty columns of the board', () => {
    expect(moveAmongColumns('ArrowRight', 'b', [['a', 'b'], [], ['c']])).toBe('c')
    expect(moveAmongColumns('ArrowDown', 'b', [['a', 'b']])).toBe('b')
    expect(moveAmongColumns('ArrowDown', undefined, [[], ['a']])).toBe('a')
  })
})

describe('the room in a cell of the month', () => {
  const placed = (count: number) => ({
    date: '2026-11-23', inMonth: true,
    entries: tilesOf(Array.from({ length: count }, (_, index) => entry(`p${index}`, NINE))).map((tile) => ({ entry: tile, date: '2026-11-23', time: '09:00' }))
  })
  const spot = { key: 's', date: '2026-11-23', time: '12:00', channelIds: ['a'] }

  it('counts what it cannot show, and gives what is left to free slots', () => {
    expect(planCell(placed(5), [spot], 2 * TILE + 2)).toMatchObject({ hidden: 3, free: [] })
    expect(planCell(placed(1), [spot], 2 * TILE)).toMatchObject({ hidden: 0, free: [spot] })
  })

  it('makes stripes of bars that only go on, where two posts would not fit below', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']
    const bar = (id: string, startsOn: string) => ({ id, kind: 'campaign' as const, name: id, color: '#123456', startsOn, endsOn: '2026-12-20' })
    const bars = [bar('old', '2026-11-01'), bar('new', '2026-11-25')]
    expect(barsOfWeek(bars, week, 90).pieces.map((piece) => piece.height)).toEqual([STRIPE, BAR])
    expect(barsOfWeek(bars, week, 400).height).toBe(2 * BAR)
  })

  it('shows slots of several channels at one time as one', () => {
    const slot = (channelId: string) => ({ channelId, date: '2026-11-23', time: '09:00', zone: 'UTC', instant: NINE, pillarId: null })
    expect([...freeSpots([slot('a'), slot('b')], 'Europe/Oslo').values()]).toEqual([[{ key: '2026-11-23 10:00', date: '2026-11-23', time: '10:00', channelIds: ['a', 'b'] }]])
  })
})

describe('a day drawn to scale', () => {
  it('puts what has no room side by side into one heap and loses none', () => {
    const entries = tilesOf(Array.from({ length: 9 }, (_, index) => entry(`p${index}`, NINE))).map((tile) => ({ entry: tile, date: '2026-11-23', time: '09:00' }))
    const { shown, more } = planColumn(entries, [], 200)
    expect(shown.length + more.reduce((sum, heap) => sum + heap.count, 0)).toBe(9)
    expect(more).toHaveLength(1)
  })
})

describe('the filter of posts', () => {
  it('asks for nothing that is empty, and takes a value out that is chosen again', () => {
    expect(queryOf({ ...openPostFilter, search: '  ' })).toEqual({})
    const once = toggled(openPostFilter, 'labels', 'print')
    expect(queryOf(once)).toEqual({ labels: ['print'] })
    expect(queryOf(toggled(once, 'labels', 'print'))).toEqual({})
    expect(filterFrom({ labels: ['print'], trashed: false })).toEqual(once)
  })
})

describe('the time of a post put on a day', () => {
  it('is nine o’clock, or the next full hour of the present day', () => {
    expect(timeFor('2026-11-24', '2026-11-23T13:20:00.000Z', 'Europe/Oslo')).toBe('09:00')
    expect(timeFor('2026-11-23', '2026-11-23T13:20:00.000Z', 'Europe/Oslo')).toBe('15:00')
    expect(timeFor('2026-11-23', '2026-11-23T22:50:00.000Z', 'Europe/Oslo')).toBe('23:00')
  })

  it('is written as people of the locale write it', () => {
    expect(createDayFormats('en-GB').clock('15:00')).toBe('15:00')
    expect(createDayFormats('en-US').long('2026-11-23')).toBe('Monday, November 23, 2026')
  })
})

describe('an idea', () => {
  it('takes a lone address as its link and further lines as its text', () => {
    expect(ideaFrom('https://example.org/a')).toEqual({ title: '', link: 'https://example.org/a', text: '' })
    expect(ideaFrom('A day in the archive\nsee https://example.org')).toEqual({ title: 'A day in the archive', link: 'https://example.org', text: 'see https://example.org' })
    expect(ideaFrom('  ')).toBeUndefined()
    expect(siteOf('https://www.example.org/a')).toBe('example.org')
  })
})

describe('tiles that a month keeps for a fuller one', () => {
  it('stand behind those that are shown, without a post, and show one again once there are more', () => {
    const look = (id: string): TileLook => ({ id, postId: `post-${id}`, name: id, unnamed: false, time: '09:00', past: false, frozen: false, status: { word: '', color: '' }, marks: { shown: [], rest: 0, names: '' }, repeats: false, edge: '', image: 'x' })
    const shown = ref([look('a'), look('b'), look('c')])
    const tiles = useSpareTiles(() => shown.value)
    expect(tiles.value.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    shown.value = [look('d')]
    expect(tiles.value.map(({ id, postId, image }) => [id, postId, image])).toEqual([['d', 'post-d', 'x'], ['', '', undefined], ['', '', undefined]])
    const spare = tiles.value[2]
    shown.value = [look('e'), look('f')]
    expect(tiles.value.map(({ id }) => id)).toEqual(['e', 'f', ''])
    expect(tiles.value[2]).toBe(spare)
  })
})
