import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropOnDay, dropOnTime, emptySlots, fillQueue, nextFreeSlot, planEvergreen, reorderQueue, shiftDays, swapTimes,
  type EvergreenPost, type PostingSlot, type QueuePlace, type SlotSearch
} from '../../src/shared/calendar'
import { addDays, daysBetween, instantOf, wallTimeOf, weekdayOf } from '../../src/shared/time'

const OSLO = 'Europe/Oslo'
const slot = (weekday: number, time: string, pillarId: string | null = null) => ({ weekday, time, pillarId }) as PostingSlot
const search = (slots: PostingSlot[], more: Partial<SlotSearch> = {}): SlotSearch =>
  ({ slots, taken: new Set(), after: '2026-10-19T00:00:00.000Z', zone: OSLO, ...more })

describe('moving a post', () => {
  it('by days keeps its clock time across the clock change', () => {
    expect(shiftDays({ date: '2026-10-20', time: '09:00', zone: OSLO }, 7)).toEqual({
      to: { date: '2026-10-27', time: '09:00', zone: OSLO },
      when: { kind: 'exact', instant: '2026-10-27T08:00:00.000Z' }
    })
  })

  it('asks a question where the clock skips the time or shows it twice', () => {
    expect(shiftDays({ date: '2026-10-18', time: '02:30', zone: OSLO }, 7).when.kind).toBe('overlap')
    expect(shiftDays({ date: '2026-03-22', time: '02:30', zone: OSLO }, 7).when.kind).toBe('gap')
  })

  it('to another day keeps the clock of its own zone, whatever zone the calendar is in', () => {
    const newYork = { date: '2026-10-20', time: '09:00', zone: 'America/New_York' }
    // At 15:00 in Oslo; after the change there it stands at 14:00 in Oslo and still at 09:00 in New York.
    expect(dropOnDay(newYork, '2026-10-27', OSLO).to).toEqual({ ...newYork, date: '2026-10-27' })
    const lateThere = { date: '2026-10-20', time: '20:00', zone: 'America/New_York' }
    // Seen on the 21st in Oslo: dropped there on the 22nd it moves one day, not two.
    expect(dropOnDay(lateThere, '2026-10-22', OSLO).to.date).toBe('2026-10-21')
  })

  it('to an hour lands at that hour of the calendar', () => {
    const { to } = dropOnTime({ zone: 'America/New_York' }, { date: '2026-10-20', time: '15:00' }, OSLO)
    expect(to).toEqual({ date: '2026-10-20', time: '09:00', zone: 'America/New_York' })
    expect(dropOnTime({ zone: OSLO }, { date: '2026-03-29', time: '02:30' }, OSLO).when.kind).toBe('gap')
  })

  it('there and back leaves it as it was', () => {
    const days = fc.integer({ min: -800, max: 800 })
    fc.assert(fc.property(days, days, fc.constantFrom(OSLO, 'America/New_York', 'Pacific/Apia'), (start, by, zone) => {
      const planned = { date: addDays('2026-06-15', start), time: '09:00', zone }
      expect(shiftDays(shiftDays(planned, by).to, -by).to).toEqual(planned)
    }))
  })

  it('into the place of another swaps both', () => {
    const a = { date: '2026-10-20', time: '09:00', zone: OSLO }
    const b = { date: '2026-10-22', time: '18:00', zone: 'Europe/London' }
    const swapped = swapTimes(a, b)
    expect(swapped.a).toEqual({ date: '2026-10-22', time: '19:00', zone: OSLO })
    expect(swapped.b).toEqual({ date: '2026-10-20', time: '08:00', zone: 'Europe/London' })
  })
})

describe('posting slots', () => {
  it('give the next time that is not taken', () => {
    const slots = [slot(1, '09:00'), slot(4, '17:00')]
    expect(nextFreeSlot(search(slots))).toMatchObject({ date: '2026-10-19', time: '09:00', instant: '2026-10-19T07:00:00.000Z' })
    const taken = new Set(['2026-10-19T07:00:00.000Z', '2026-10-22T15:00:00.000Z'])
    // The Monday after the clock change: still at nine.
    expect(nextFreeSlot(search(slots, { taken }))).toMatchObject({ date: '2026-10-26', time: '09:00', instant: '2026-10-26T08:00:00.000Z' })
  })

  it('never give a time that is past, down to the minute', () => {
    const slots = [slot(1, '09:00')]
    expect(nextFreeSlot(search(slots, { after: '2026-10-19T06:59:59.999Z' }))).toMatchObject({ date: '2026-10-19' })
    expect(nextFreeSlot(search(slots, { after: '2026-10-19T07:00:00.000Z' }))).toMatchObject({ date: '2026-10-26' })
  })

  it('keep those of a pillar for that pillar', () => {
    const slots = [slot(1, '09:00', 'craft'), slot(3, '12:00')]
    expect(nextFreeSlot(search(slots), 'craft')?.slot.pillarId).toBe('craft')
    expect(nextFreeSlot(search(slots), 'people')).toMatchObject({ date: '2026-10-21' })
    expect(nextFreeSlot(search(slots))).toMatchObject({ date: '2026-10-21' })
    expect(nextFreeSlot(search([slot(1, '09:00', 'craft')]), 'people')).toBeUndefined()
  })

  it('are none where the channel has none, or all are taken for a year', () => {
    expect(nextFreeSlot(search([]))).toBeUndefined()
  })

  it('that are empty are listed for the days in sight', () => {
    const slots = [slot(1, '09:00'), slot(1, '15:00'), slot(3, '12:00')]
    const taken = new Set(['2026-10-21T10:00:00.000Z'])
    expect(emptySlots(search(slots, { taken }), '2026-10-19', '2026-10-25').map(({ date, time }) => `${date} ${time}`))
      .toEqual(['2026-10-19 09:00', '2026-10-19 15:00'])
  })
})

describe('a queue', () => {
  it('is filled in the order given, each post by its pillar', () => {
    const slots = [slot(1, '09:00', 'craft'), slot(2, '09:00'), slot(3, '09:00')]
    const { placed, unplaced } = fillQueue(
      [{ id: 'a', pillarId: null }, { id: 'b', pillarId: 'craft' }, { id: 'c', pillarId: null }, { id: 'd', pillarId: null }], search(slots)
    )
    expect(placed.map(({ id, date }) => `${id} ${date}`)).toEqual(['a 2026-10-20', 'b 2026-10-19', 'c 2026-10-21', 'd 2026-10-27'])
    expect(unplaced).toEqual([])
    expect(fillQueue([{ id: 'x', pillarId: 'people' }], search([slot(1, '09:00', 'craft')])).unplaced).toEqual(['x'])
  })

  it('gives the slots that were passed over to later posts', () => {
    const slots = [slot(1, '09:00', 'craft'), slot(2, '09:00'), slot(3, '09:00', 'people')]
    const ids = ['craft', null, 'craft', 'people', null, 'none'].map((pillarId, index) => ({ id: String(index), pillarId }))
    const { placed } = fillQueue(ids, search(slots))
    expect(placed.map(({ id, date }) => `${id} ${date}`)).toEqual([
      '0 2026-10-19', '1 2026-10-20', '2 2026-10-26', '3 2026-10-21', '4 2026-10-27', '5 2026-11-03'
    ])
  })

  it('gives no time twice', () => {
    const posts = Array.from({ length: 120 }, (_, index) => ({ id: `p${index}`, pillarId: null }))
    const { placed } = fillQueue(posts, search([slot(1, '09:00'), slot(5, '12:30')]))
    expect(new Set(placed.map(({ instant }) => instant)).size).toBe(placed.length)
  })

  const place = (id: string, day: number, fixed = false): QueuePlace => {
    const date = `2026-10-${String(day).padStart(2, '0')}`
    return { id, date, time: '09:00', instant: instantOf({ date, time: '09:00' }, OSLO), fixed }
  }
  const after = (queue: QueuePlace[], moved: QueuePlace[]) =>
    queue.map(one => moved.find(({ id }) => id === one.id) ?? one).sort((a, b) => a.instant.localeCompare(b.instant)).map(({ id }) => id).join('')

  it('is put in another order, and what is published stays where it is', () => {
    const queue = [place('a', 19), place('b', 20, true), place('c', 21), place('d', 22)]
    const moved = reorderQueue(queue, 'd', 'a')
    expect(after(queue, moved)).toBe('dbac')
    expect(moved.map(({ id }) => id)).not.toContain('b')
    expect(after(queue, reorderQueue(queue, 'a', null))).toBe('cbda')
  })

  it('does not move what is fixed, or what goes where it is', () => {
    const queue = [place('a', 19), place('b', 20, true), place('c', 21)]
    expect(reorderQueue(queue, 'b', 'a')).toEqual([])
    expect(reorderQueue(queue, 'a', 'b')).toEqual([])
    expect(reorderQueue(queue, 'gone', 'a')).toEqual([])
  })

  it('never gives a fixed post another time, nor two posts the same', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (fixed, from, to) => {
      const queue = fixed.map((is, index) => place(String.fromCharCode(97 + index), index + 1, is))
      const id = queue[from % queue.length]!.id
      const moved = reorderQueue(queue, id, queue[to % queue.length]!.id)
      for (const one of moved) expect(queue.find(other => other.id === one.id)?.fixed).toBe(false)
      const times = queue.map(one => (moved.find(other => other.id === one.id) ?? one).instant)
      expect(new Set(times).size).toBe(queue.length)
    }))
  })
})

describe('evergreen posts', () => {
  const green = (id: string, more: Partial<EvergreenPost> = {}): EvergreenPost =>
    ({ id, pillarId: null, cooldownDays: 14, maxRepeats: 3, texts: [], appearances: ['2026-10-01'], ...more })
  const daily = [1, 2, 3, 4, 5, 6, 7].map(weekday => slot(weekday, '12:00'))

  it('come again when they have rested, and no more often than said', () => {
    const planned = planEvergreen([green('a')], search(daily), '2027-03-01')
    expect(planned.map(({ date, repeat }) => `${date} ${repeat}`)).toEqual(['2026-10-19 1', '2026-11-02 2', '2026-11-16 3'])
  })

  it('take turns, the one that waited longest first, and vary their wording', () => {
    const posts = [green('a', { appearances: ['2026-10-01'], texts: ['x', 'y'] }), green('b', { appearances: ['2026-09-20'] })]
    const planned = planEvergreen(posts, search(daily), '2026-11-20')
    expect(planned.map(({ id }) => id).join('')).toBe('bababa')
    expect(planned.filter(({ id }) => id === 'a').map(({ textIndex }) => textIndex)).toEqual([1, 2, 0])
  })

  it('that never went out are left alone, and so are those that are through', () => {
    expect(planEvergreen([green('a', { appearances: [] })], search(daily), '2027-01-01')).toEqual([])
    expect(planEvergreen([green('a', { maxRepeats: 1, appearances: ['2026-01-01', '2026-03-01'] })], search(daily), '2027-01-01')).toEqual([])
  })

  it('are never closer together than they should be', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), (cooldownDays, maxRepeats, count) => {
      const posts = Array.from({ length: count }, (_, index) => green(`p${index}`, { cooldownDays, maxRepeats }))
      const planned = planEvergreen(posts, search(daily), '2027-04-01')
      for (const { id } of posts) {
        const days = ['2026-10-01', ...planned.filter(one => one.id === id).map(one => one.date)]
        expect(days.length).toBeLessThanOrEqual(maxRepeats + 1)
        days.slice(1).forEach((day, index) => expect(daysBetween(days[index]!, day)).toBeGreaterThanOrEqual(cooldownDays))
      }
    }), { numRuns: 30 })
  })
})

describe('slots through a year', () => {
  it('are on their weekday and at their time on the wall', () => {
    for (const { date, time, instant } of emptySlots(search([slot(2, '09:00')]), '2026-10-19', '2027-10-18')) {
      expect(weekdayOf(date)).toBe(2)
      expect(wallTimeOf(instant, OSLO)).toEqual({ date, time })
    }
  })
})
