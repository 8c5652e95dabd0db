import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isClockTime, resolveWallTime, todayIn, wallTimeOf } from '../../src/shared/time'

/** Where and when, and what it is in UTC. */
const exact: [name: string, date: string, time: string, zone: string, utc: string][] = [
  ['winter in Oslo', '2026-01-15', '09:00', 'Europe/Oslo', '2026-01-15T08:00'],
  ['summer in Oslo', '2026-07-15', '09:00', 'Europe/Oslo', '2026-07-15T07:00'],
  ['the minute before the clock leaps in Rome', '2026-03-29', '01:59', 'Europe/Rome', '2026-03-29T00:59'],
  ['the minute after the clock leapt in Rome', '2026-03-29', '03:00', 'Europe/Rome', '2026-03-29T01:00'],
  ['the minute after the doubled hour in Amsterdam', '2026-10-25', '03:00', 'Europe/Amsterdam', '2026-10-25T02:00'],
  ['a summer evening in London', '2026-06-30', '23:30', 'Europe/London', '2026-06-30T22:30'],
  ['winter in London, which is UTC', '2026-12-24', '17:00', 'Europe/London', '2026-12-24T17:00'],
  ['New York, three weeks before Europe changes', '2026-03-10', '09:00', 'America/New_York', '2026-03-10T13:00'],
  ['Kathmandu, 5 hours 45 ahead', '2026-05-01', '00:15', 'Asia/Kathmandu', '2026-04-30T18:30'],
  ['Kolkata, 5 hours 30 ahead', '2026-05-01', '09:00', 'Asia/Kolkata', '2026-05-01T03:30'],
  ['summer on Lord Howe, 11 hours ahead', '2026-01-10', '09:00', 'Australia/Lord_Howe', '2026-01-09T22:00'],
  ['winter on Lord Howe, 10 hours 30 ahead', '2026-07-10', '09:00', 'Australia/Lord_Howe', '2026-07-09T22:30'],
  ['Apia, a day ahead since 2011', '2011-12-31', '09:00', 'Pacific/Apia', '2011-12-30T19:00'],
  ['Apia, a day behind until 2011', '2011-12-29', '09:00', 'Pacific/Apia', '2011-12-29T19:00'],
  ['Casablanca in Ramadan, an hour back', '2026-03-01', '09:00', 'Africa/Casablanca', '2026-03-01T09:00'],
  ['Casablanca after Ramadan', '2026-04-01', '09:00', 'Africa/Casablanca', '2026-04-01T08:00'],
  ['Kiritimati, the first to reach a new year', '2027-01-01', '00:00', 'Pacific/Kiritimati', '2026-12-31T10:00'],
  ['Honolulu, among the last', '2026-12-31', '23:59', 'Pacific/Honolulu', '2027-01-01T09:59'],
  ['Reykjavik, which never changes', '2026-07-01', '12:00', 'Atlantic/Reykjavik', '2026-07-01T12:00'],
  ['February 29', '2028-02-29', '12:00', 'Europe/Oslo', '2028-02-29T11:00'],
  ['Istanbul, which stays on summer time', '2026-01-15', '09:00', 'Europe/Istanbul', '2026-01-15T06:00'],
  ['the year 1969', '1969-07-20', '20:17', 'UTC', '1969-07-20T20:17'],
  ['the year 2099', '2099-07-01', '09:00', 'Europe/Oslo', '2099-07-01T07:00']
]

/** The clock leaps over the time: what it shows as long before and after the leap, and the leap in minutes. */
const gaps: [name: string, date: string, time: string, zone: string, before: string, after: string, shiftBy: number][] = [
  ['Oslo in March', '2026-03-29', '02:30', 'Europe/Oslo', '2026-03-29 01:30', '2026-03-29 03:30', 60],
  ['the first minute of the gap in Oslo', '2026-03-29', '02:00', 'Europe/Oslo', '2026-03-29 01:00', '2026-03-29 03:00', 60],
  ['London, an hour earlier on its clock', '2026-03-29', '01:30', 'Europe/London', '2026-03-29 00:30', '2026-03-29 02:30', 60],
  ['New York in March', '2026-03-08', '02:15', 'America/New_York', '2026-03-08 01:15', '2026-03-08 03:15', 60],
  ['Lord Howe, by half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-04 01:40', '2026-10-04 02:40', 30],
  ['Santiago, at midnight', '2026-09-06', '00:30', 'America/Santiago', '2026-09-05 23:30', '2026-09-06 01:30', 60],
  ['Casablanca when Ramadan ends', '2026-03-22', '02:30', 'Africa/Casablanca', '2026-03-22 01:30', '2026-03-22 03:30', 60],
  ['Apia, over a whole day', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-29 09:00', '2011-12-31 09:00', 1440],
  ['Troll in Antarctica, by two hours', '2026-03-29', '01:30', 'Antarctica/Troll', '2026-03-28 23:30', '2026-03-29 03:30', 120]
]

/** The clock shows the time twice: both instants in UTC. */
const overlaps: [name: string, date: string, time: string, zone: string, earlier: string, later: string][] = [
  ['Oslo in October', '2026-10-25', '02:30', 'Europe/Oslo', '2026-10-25T00:30', '2026-10-25T01:30'],
  ['Rome in October', '2026-10-25', '02:00', 'Europe/Rome', '2026-10-25T00:00', '2026-10-25T01:00'],
  ['London in October', '2026-10-25', '01:15', 'Europe/London', '2026-10-25T00:15', '2026-10-25T01:15'],
  ['New York in November', '2026-11-01', '01:59', 'America/New_York', '2026-11-01T05:59', '2026-11-01T06:59'],
  ['Lord Howe, by half an hour', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45', '2026-04-04T15:15'],
  ['Santiago, the hour before midnight', '2026-04-04', '23:30', 'America/Santiago', '2026-04-05T02:30', '2026-04-05T03:30'],
  ['Casablanca when Ramadan begins', '2026-02-15', '02:30', 'Africa/Casablanca', '2026-02-15T01:30', '2026-02-15T02:30']
]

const whole = (minute: string): string => `${minute}:00.000Z`
const shown = ({ date, time }: { date: string; time: string }): string => `${date} ${time}`

describe('a time on the wall', () => {
  it.each(exact)('is at one instant: %s', (_, date, time, zone, utc) => {
    expect(resolveWallTime(date, time, zone)).toEqual({ kind: 'exact', instant: whole(utc) })
    expect(instantOf({ date, time }, zone)).toBe(whole(utc))
    expect(instantOf({ date, time }, zone, 'later')).toBe(whole(utc))
    expect(wallTimeOf(whole(utc), zone)).toEqual({ date, time })
  })

  it.each(gaps)('does not exist where the clock leaps over it: %s', (_, date, time, zone, before, after, shiftBy) => {
    const found = resolveWallTime(date, time, zone)
    if (found.kind !== 'gap') throw new Error(`expected a gap, found ${found.kind}`)
    expect({ before: shown(found.before), after: shown(found.after), shiftBy: found.shiftBy }).toEqual({ before, after, shiftBy })
    expect(wallTimeOf(found.after.instant, zone)).toEqual({ date: found.after.date, time: found.after.time })
    expect(instantOf({ date, time }, zone)).toBe(found.after.instant)
    expect(instantOf({ date, time }, zone, 'earlier')).toBe(found.before.instant)
  })

  it.each(overlaps)('comes twice where the clock is put back: %s', (_, date, time, zone, earlier, later) => {
    expect(resolveWallTime(date, time, zone)).toMatchObject({
      kind: 'overlap',
      earlier: { date, time, instant: whole(earlier) },
      later: { date, time, instant: whole(later) }
    })
    expect(instantOf({ date, time }, zone)).toBe(whole(earlier))
    expect(instantOf({ date, time }, zone, 'later')).toBe(whole(later))
  })

  it('names the distance to UTC of both readings, which is what tells them apart', () => {
    expect(resolveWallTime('2026-10-25', '02:30', 'Europe/Oslo')).toMatchObject({ earlier: { offset: '+02:00' }, later: { offset: '+01:00' } })
  })

  it('stays at nine through a year of clock changes', () => {
    const zone = 'Europe/Oslo'
    for (let month = 1; month <= 12; month++) {
      const date = `2026-${String(month).padStart(2, '0')}-29`.replace('02-29', '02-28')
      expect(wallTimeOf(instantOf({ date, time: '09:00' }, zone), zone)).toEqual({ date, time: '09:00' })
    }
  })

  it.each([
    ['2026-02-30', '09:00', 'Europe/Oslo'], ['2026-13-01', '09:00', 'Europe/Oslo'], ['26-1-1', '09:00', 'Europe/Oslo'],
    ['2026-01-01', '24:00', 'Europe/Oslo'], ['2026-01-01', '9:00', 'Europe/Oslo'], ['2026-01-01', '09:60', 'Europe/Oslo'],
    ['2026-01-01', '09:00', 'Europe/Atlantis'], ['2026-01-01', '09:00', '']
  ])('is refused when a part of it is none: %j %j %j', (date, time, zone) => {
    expect(() => resolveWallTime(date, time, zone)).toThrow(RangeError)
    expect(() => instantOf({ date, time }, zone)).toThrow(RangeError)
  })

  it('comes back from its instant in every zone, unless it lies in a gap', () => {
    const zones = [...new Set([...exact, ...gaps, ...overlaps].map(([, , , zone]) => zone))]
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
    fc.assert(fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString()
      const { date, time } = wallTimeOf(instant, zone)
      const found = resolveWallTime(date, time, zone)
      if (found.kind === 'gap') throw new Error('an instant that happened was called a gap')
      const instants = found.kind === 'exact' ? [found.instant] : [found.earlier.instant, found.later.instant]
      expect(instants).toContain(instant)
    }), { numRuns: 2_000 })
  })
})

describe('a clock', () => {
  it.each(['00:00', '09:05', '23:59'])('shows %s', (time) => {
    expect(isClockTime(time)).toBe(true)
  })

  it.each(['24:00', '9:00', '12:60', '12:00:00', '', 'noon', '12.00'])('never shows %j', (time) => {
    expect(isClockTime(time)).toBe(false)
  })
})

describe('today', () => {
  it('is another day on the other side of the world', () => {
    const now = '2026-10-24T22:30:00.000Z'
    expect(todayIn('America/New_York', now)).toBe('2026-10-24')
    expect(todayIn('Europe/Oslo', now)).toBe('2026-10-25')
    expect(todayIn('Pacific/Kiritimati', now)).toBe('2026-10-25')
  })
})
