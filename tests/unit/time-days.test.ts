import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, clockChanges, daysBetween, eachDay, isDate, isoWeekOf, isWithin, isZone, monthGrid, monthOf, offsetMinutes, offsetOf,
  rangeOfDays, startOfDay, startOfWeek, weekdayOf, weekdaysFrom, weekNumberOf, wallTimeOf, weekOf, zoneClock, zoneDifference, zoneNamed
} from '../../src/shared/time'

describe('days', () => {
  it('are added across months, years and clock changes', () => {
    expect(addDays('2026-10-24', 7)).toBe('2026-10-31')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28')
  })

  it('are counted in both directions', () => {
    expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31)
    expect(daysBetween('2026-11-01', '2026-10-01')).toBe(-31)
    expect(eachDay('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
    expect(eachDay('2026-03-02', '2026-03-01')).toEqual([])
  })

  it.each(['2026-02-29', '2026-00-01', '2026-1-1', '20260101', '', '2026-01-01T00:00', 'today'])('never include %j', (text) => {
    expect(isDate(text)).toBe(false)
  })

  it('know their weekday and their week', () => {
    expect(weekdayOf('2026-11-22')).toBe(7)
    expect(isoWeekOf('2027-01-01')).toEqual({ year: 2026, week: 53 })
    expect(isoWeekOf('2025-12-29')).toEqual({ year: 2026, week: 1 })
  })
})

describe('weeks', () => {
  it('start where the reader starts them', () => {
    expect(startOfWeek('2026-11-22', 'monday')).toBe('2026-11-16')
    expect(startOfWeek('2026-11-22', 'sunday')).toBe('2026-11-22')
    expect(startOfWeek('2026-11-22', 'saturday')).toBe('2026-11-21')
    expect(weekOf('2026-11-18', 'sunday')).toEqual(eachDay('2026-11-15', '2026-11-21'))
    expect(weekdaysFrom('sunday')).toEqual([7, 1, 2, 3, 4, 5, 6])
    expect(weekdaysFrom('saturday')).toEqual([6, 7, 1, 2, 3, 4, 5])
  })

  it('carry the number of their Thursday', () => {
    expect(weekNumberOf(weekOf('2026-12-31', 'monday'))).toBe(53)
    expect(weekNumberOf(weekOf('2027-01-03', 'sunday'))).toBe(1)
  })
})

describe('the grid of a month', () => {
  it('holds whole weeks and every day of the month once', () => {
    for (const weekStart of ['monday', 'sunday', 'saturday'] as const) {
      for (let month = 0; month < 36; month++) {
        const { first, last } = monthOf(addMonths('2026-01-15', month))
        const weeks = monthGrid(first, weekStart)
        const days = weeks.flatMap(week => week.days)
        expect(weeks.every(week => week.days.length === 7 && week.days.some(day => day.inMonth))).toBe(true)
        expect(days.filter(day => day.inMonth).map(day => day.date)).toEqual(eachDay(first, last))
        expect(days.map(day => day.date)).toEqual(eachDay(days[0]!.date, days.at(-1)!.date))
      }
    }
  })

  it('has four rows in a short February and six in a long month', () => {
    expect(monthGrid('2027-02-10', 'monday')).toHaveLength(4)
    expect(monthGrid('2026-08-10', 'monday')).toHaveLength(6)
  })

  it('numbers its weeks across the new year', () => {
    expect(monthGrid('2027-01-15', 'monday').map(week => week.week)).toEqual([53, 1, 2, 3, 4])
  })
})

describe('a day in a zone', () => {
  it('has 23 hours when the clock leaps and 25 when it is put back', () => {
    expect(rangeOfDays('2026-03-29', '2026-03-29', 'Europe/Oslo')).toEqual({ from: '2026-03-28T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' })
    expect(rangeOfDays('2026-10-25', '2026-10-25', 'Europe/Oslo')).toEqual({ from: '2026-10-24T22:00:00.000Z', to: '2026-10-25T23:00:00.000Z' })
  })

  it('starts at one where midnight is leapt over', () => {
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  })

  it('holds no instant where the day was skipped', () => {
    const { from, to } = rangeOfDays('2011-12-30', '2011-12-30', 'Pacific/Apia')
    expect(from).toBe(to)
  })

  it('ends where the next begins', () => {
    const day = rangeOfDays('2026-10-25', '2026-10-25', 'Europe/Oslo')
    expect(isWithin(day.from, day)).toBe(true)
    expect(isWithin(day.to, day)).toBe(false)
    expect(rangeOfDays('2026-10-26', '2026-10-26', 'Europe/Oslo').from).toBe(day.to)
  })
})

describe('zones', () => {
  it.each(['Europe/Oslo', 'America/Argentina/Ushuaia', 'UTC', 'Asia/Calcutta'])('are known by their names: %s', (zone) => {
    expect(isZone(zone)).toBe(true)
  })

  it.each(['', '+02:00', '-05', '\u221205:00', 'Europe/Atlantis', 'Europe/Oslo; DROP TABLE', '../etc/localtime'])('are not: %j', (text) => {
    expect(isZone(text)).toBe(false)
  })

  it('are spelled as the database spells them', () => {
    expect(zoneNamed('europe/oslo')).toBe('Europe/Oslo')
  })

  it('are apart by what their clocks show at an instant', () => {
    expect(zoneDifference('Europe/Oslo', 'America/New_York', '2026-01-15T12:00:00Z')).toBe(360)
    expect(zoneDifference('Europe/Oslo', 'America/New_York', '2026-03-15T12:00:00Z')).toBe(300)
    expect(zoneDifference('Europe/Oslo', 'Europe/Rome', '2026-03-15T12:00:00Z')).toBe(0)
    expect(offsetMinutes('Asia/Kathmandu', '2026-03-15T12:00:00Z')).toBe(345)
    expect(offsetOf('America/St_Johns', '2026-01-15T12:00:00Z')).toBe('-03:30')
  })

  it('say when their clocks change', () => {
    expect(clockChanges('Europe/Oslo', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      { date: '2026-03-29', time: '03:00', instant: '2026-03-29T01:00:00.000Z', minutes: 60 },
      { date: '2026-10-25', time: '02:00', instant: '2026-10-25T01:00:00.000Z', minutes: -60 }
    ])
    expect(clockChanges('Europe/Oslo', '2026-10-25T01:00:00Z', '2026-10-26T00:00:00Z')).toHaveLength(1)
    expect(clockChanges('Atlantic/Reykjavik', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([])
  })
})

describe('the clock of a zone over years', () => {
  it('shows for every instant what the zone shows', () => {
    const span = { from: '2009-01-01T00:00:00.000Z', to: '2030-01-01T00:00:00.000Z' }
    const instants = fc.date({ min: new Date(span.from), max: new Date('2029-12-31T23:59:59Z'), noInvalidDate: true })
    for (const zone of ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC']) {
      const clock = zoneClock(zone, span)
      fc.assert(fc.property(instants, (moment) => {
        expect(clock(moment.toISOString())).toEqual(wallTimeOf(moment.toISOString(), zone))
      }), { numRuns: 500 })
    }
  })
})
