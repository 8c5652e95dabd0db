import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockTimeOf, dayCell, daysInView, layBars, layDay, listDays, minutesOf, monthRows, placeEntries, rangeOfView, stepView, weekRow,
  type CalendarView
} from '../../src/shared/calendar'
import { addDays, eachDay, isWithin, rangeOfDays, startOfWeek, wallTimeOf, WEEK_STARTS, type WeekStart } from '../../src/shared/time'

interface Entry {
  postId: string
  variantId: string | null
  planned: { instant: string }
}
const entry = (postId: string, instant: string, variantId: string | null = null): Entry => ({ postId, variantId, planned: { instant } })
const shown = (cells: { entries: { entry: Entry }[] }[]): string[] => cells.flatMap(cell => cell.entries.map(({ entry: { postId } }) => postId)).sort()

const ZONES = ['Europe/Oslo', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']

/** What each view shows of the days from the first to the last, joined from as many screens as it takes. */
function setsOf(entries: Entry[], first: string, last: string, zone: string, weekStart: WeekStart) {
  const days = eachDay(first, last)
  const inDays = (cells: { date: string; entries: { entry: Entry }[] }[]) => shown(cells.filter(cell => cell.date >= first && cell.date <= last))
  // Each screen is given only what the one query answers for it.
  const asked = (view: CalendarView, date: string) => {
    const range = rangeOfView({ view, date, weekStart, zone })
    return entries.filter(({ planned }) => isWithin(planned.instant, range))
  }
  const months = [...new Set(days.map(date => `${date.slice(0, 8)}01`))]
  const weeks = [...new Set(days.map(date => startOfWeek(date, weekStart)))]
  return {
    month: inDays(months.flatMap(date => monthRows(asked('month', date), { date, weekStart, zone })
      .flatMap(row => row.days).filter(cell => cell.inMonth))),
    week: inDays(weeks.flatMap(date => weekRow(asked('week', date), { date, weekStart, zone }).days)),
    day: inDays(days.map(date => dayCell(asked('day', date), { date, zone }))),
    list: inDays(months.flatMap(date => listDays(asked('list', date), { ...daysInView({ view: 'list', date, weekStart }), zone })))
  }
}

describe('month, week, day and list', () => {
  it.each(ZONES)('show the same set for 1,000 random posts in %s', (zone) => {
    const first = '2026-03-01'
    const last = '2026-04-30'
    const range = rangeOfDays(first, last, zone)
    // A day more on both sides, so that the edges are tried too.
    const minutes = fc.integer({ min: Date.parse(range.from) / 60_000 - 1_440, max: Date.parse(range.to) / 60_000 + 1_440 })
    fc.assert(fc.property(fc.array(minutes, { minLength: 1_000, maxLength: 1_000 }), fc.constantFrom(...WEEK_STARTS), (times, weekStart) => {
      const entries = times.map((minute, index) => entry(`p${index}`, new Date(minute * 60_000).toISOString()))
      const expected = entries.filter(({ planned }) => isWithin(planned.instant, range)).map(({ postId }) => postId).sort()
      const { month, week, day, list } = setsOf(entries, first, last, zone, weekStart)
      expect(month).toEqual(expected)
      expect(week).toEqual(expected)
      expect(day).toEqual(expected)
      expect(list).toEqual(expected)
    }), { numRuns: 4 })
  })

  it('agree about the hour and the day, which are those of the calendar’s zone', () => {
    const [late] = placeEntries([entry('p', '2026-10-24T22:30:00.000Z')], 'Europe/Oslo')
    expect(late).toMatchObject({ date: '2026-10-25', time: '00:30' })
    expect(placeEntries([entry('p', '2026-10-24T22:30:00.000Z')], 'America/New_York')[0]).toMatchObject({ date: '2026-10-24', time: '18:30' })
  })

  it('put both hours of an October night on the same day, the earlier first', () => {
    const night = [entry('second', '2026-10-25T01:30:00.000Z'), entry('first', '2026-10-25T00:30:00.000Z')]
    const cell = dayCell(night, { date: '2026-10-25', zone: 'Europe/Oslo' })
    expect(cell.entries.map(({ entry: { postId }, time }) => `${postId} ${time}`)).toEqual(['first 02:30', 'second 02:30'])
  })

  it('keep two channels of one post at the same hour in the same order', () => {
    const both = [entry('p', '2026-10-25T08:00:00.000Z', 'b'), entry('p', '2026-10-25T08:00:00.000Z', 'a')]
    expect(placeEntries(both, 'UTC').map(({ entry: { variantId } }) => variantId)).toEqual(['a', 'b'])
    expect(placeEntries([...both].reverse(), 'UTC').map(({ entry: { variantId } }) => variantId)).toEqual(['a', 'b'])
  })

  it('show days without posts in the list when asked to', () => {
    const days = { first: '2026-10-01', last: '2026-10-31', zone: 'UTC' }
    expect(listDays([entry('p', '2026-10-25T08:00:00.000Z')], days)).toHaveLength(1)
    expect(listDays([entry('p', '2026-10-25T08:00:00.000Z')], { ...days, empty: true })).toHaveLength(31)
  })
})

describe('a step of the calendar', () => {
  it('is a month, a week or a day', () => {
    expect(stepView('month', '2026-01-31', 1)).toBe('2026-02-28')
    expect(stepView('list', '2026-01-15', -1)).toBe('2025-12-15')
    expect(stepView('week', '2026-12-30', 1)).toBe('2027-01-06')
    expect(stepView('day', '2026-03-01', -1)).toBe('2026-02-28')
  })

  it('leads to a range that begins where the last one ended', () => {
    for (const view of ['week', 'day', 'list'] as const) {
      const look = { view, date: '2026-10-20', weekStart: 'monday', zone: 'Europe/Oslo' } as const
      expect(rangeOfView({ ...look, date: stepView(view, look.date, 1) }).from).toBe(rangeOfView(look).to)
    }
  })
})

describe('tiles of a day', () => {
  const at = (...times: string[]) => times.map((time, index) => ({ entry: entry(`p${index}`, `2026-10-20T${time}:00.000Z`), date: '2026-10-20', time }))
  const lanes = (...times: string[]) => layDay(at(...times), 45).map(({ placed, lane, lanes: of }) => `${placed.time} ${lane}/${of}`)

  it('stand side by side where they would cover each other', () => {
    expect(lanes('09:00', '09:15', '09:30', '10:00')).toEqual(['09:00 0/3', '09:15 1/3', '09:30 2/3', '10:00 0/3'])
    expect(lanes('09:00', '09:45')).toEqual(['09:00 0/1', '09:45 0/1'])
    expect(lanes()).toEqual([])
  })

  it('never cover each other, however many there are', () => {
    const clock = fc.integer({ min: 0, max: 1_439 }).map(clockTimeOf)
    fc.assert(fc.property(fc.array(clock, { maxLength: 60 }), fc.integer({ min: 1, max: 120 }), (times, height) => {
      const tiles = layDay(at(...times), height)
      expect(tiles).toHaveLength(times.length)
      for (const a of tiles) {
        expect(a.lane).toBeLessThan(a.lanes)
        for (const b of tiles) if (a !== b && a.lane === b.lane) expect(Math.abs(a.start - b.start)).toBeGreaterThanOrEqual(height)
      }
    }))
  })

  it('read the clock and write it', () => {
    expect(minutesOf('09:30')).toBe(570)
    expect(clockTimeOf(570)).toBe('09:30')
    expect(clockTimeOf(-5)).toBe('00:00')
    expect(clockTimeOf(1_440)).toBe('23:59')
  })
})

describe('bars over days', () => {
  const week = eachDay('2026-10-19', '2026-10-25')
  const bar = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn })

  it('are cut at the edges of the row and say that they go on', () => {
    expect(layBars([bar('long', '2026-10-01', '2026-11-30')], week)).toMatchObject([
      { column: 0, span: 7, lane: 0, continuesBefore: true, continuesAfter: true }
    ])
    expect(layBars([bar('short', '2026-10-21', '2026-10-22'), bar('gone', '2026-10-01', '2026-10-18')], week)).toMatchObject([
      { column: 2, span: 2, continuesBefore: false, continuesAfter: false }
    ])
  })

  it('keep clear of each other', () => {
    const day = fc.integer({ min: -5, max: 12 })
    fc.assert(fc.property(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 9 })), { maxLength: 20 }), (spans) => {
      const bars = spans.map(([start, length], index) => bar(`b${index}`, addDays('2026-10-19', start), addDays('2026-10-19', start + length)))
      const pieces = layBars(bars, week)
      expect(pieces).toHaveLength(bars.filter(one => one.startsOn <= '2026-10-25' && one.endsOn >= '2026-10-19').length)
      for (const a of pieces) {
        expect(a.span).toBeGreaterThan(0)
        expect(a.column + a.span).toBeLessThanOrEqual(7)
        for (const b of pieces) {
          if (a !== b && a.lane === b.lane) expect(a.column + a.span <= b.column || b.column + b.span <= a.column).toBe(true)
        }
      }
    }))
  })
})

describe('what a view asks for', () => {
  it('holds exactly the instants whose day is in sight', () => {
    const look = { view: 'month', date: '2026-10-10', weekStart: 'monday', zone: 'Europe/Oslo' } as const
    const { first, last } = daysInView(look)
    expect([first, last]).toEqual(['2026-09-28', '2026-11-01'])
    const range = rangeOfView(look)
    expect(wallTimeOf(range.from, look.zone)).toEqual({ date: first, time: '00:00' })
    expect(wallTimeOf(range.to, look.zone)).toEqual({ date: addDays(last, 1), time: '00:00' })
  })
})
