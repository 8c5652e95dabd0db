import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alwaysOpen, BusinessClock, officeWeek, openWeek } from '../../src/shared/features/care/business-hours'
import { type ClockEvent, readClock, timesOf, workedBetween } from '../../src/shared/features/care/response-clock'
import { addDays, instantOf } from '../../src/shared/time'

const HOUR = 3_600_000
const ZONES = ['Europe/Oslo', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Sao_Paulo']
const never = (): boolean => false
const office = (zone = 'Europe/Oslo', isClosed: (day: string) => boolean = never) => new BusinessClock({ zone, week: officeWeek, isClosed })
const at = (date: string, time: string, zone = 'Europe/Oslo'): string => instantOf({ date, time }, zone)

describe('business hours', () => {
  it('count neither nights nor weekends nor lunch', () => {
    // Friday 16:00 to Monday 10:00: an hour, then an hour.
    expect(office().between(at('2026-11-20', '16:00'), at('2026-11-23', '10:00'))).toBe(2 * HOUR)
    expect(office().between(at('2026-11-23', '11:30'), at('2026-11-23', '13:00'))).toBe(HOUR)
    expect(office().between(at('2026-11-21', '09:00'), at('2026-11-22', '20:00'))).toBe(0)
  })

  it('count no holidays', () => {
    const clock = office('Europe/Oslo', (day) => day === '2026-12-25' || day === '2026-12-24')
    expect(clock.between(at('2026-12-23', '16:00'), at('2026-12-28', '09:30'))).toBe(1.5 * HOUR)
    expect(clock.after(at('2026-12-23', '16:30'), HOUR)).toBe(at('2026-12-28', '09:30'))
  })

  it('stop at the end of a day, not at the opening after it', () => {
    expect(office().after(at('2026-11-20', '16:00'), HOUR)).toBe(at('2026-11-20', '17:00'))
  })

  it('open next where they open', () => {
    expect(office().nextOpen(at('2026-11-21', '03:00'))).toBe(at('2026-11-23', '09:00'))
    expect(office().isOpen(at('2026-11-23', '12:10'))).toBe(false)
    expect(office().isOpen(at('2026-11-23', '12:30'))).toBe(true)
  })

  it('never come where nobody ever works', () => {
    const clock = new BusinessClock({ zone: 'Europe/Oslo', week: [[], [], [], [], [], [], []], isClosed: never })
    expect(clock.after(at('2026-11-20', '16:00'), 1)).toBeNull()
    expect(clock.nextOpen(at('2026-11-20', '16:00'))).toBeNull()
  })

  it('have 23 and 25 hours around the clock when the clock changes', () => {
    const clock = new BusinessClock({ zone: 'Europe/Oslo', week: alwaysOpen, isClosed: never })
    expect(clock.between(at('2026-03-29', '00:00'), at('2026-03-30', '00:00'))).toBe(23 * HOUR)
    expect(clock.between(at('2026-10-25', '00:00'), at('2026-10-26', '00:00'))).toBe(25 * HOUR)
  })

  it('do not take spans that overlap or end before they begin', () => {
    expect(openWeek.safeParse([[{ from: '09:00', to: '12:00' }, { from: '11:00', to: '17:00' }], [], [], [], [], [], []]).success).toBe(false)
    expect(openWeek.safeParse([[{ from: '17:00', to: '09:00' }], [], [], [], [], [], []]).success).toBe(false)
  })
})

const anyInstant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 0, 1) }).map((ms) => new Date(ms).toISOString())
const minutes = fc.integer({ min: 0, max: 1439 })
const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const daySpans = fc.uniqueArray(minutes, { minLength: 0, maxLength: 6 }).map((marks) => {
  const sorted = [...marks].sort((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({ from: clockText(sorted[2 * index] ?? 0), to: clockText(sorted[2 * index + 1] ?? 0) }))
})
const anyHours = fc.record({ zone: fc.constantFrom(...ZONES), week: fc.array(daySpans, { minLength: 7, maxLength: 7 }), closed: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 20 }) }).map(
  ({ zone, week, closed }) => {
    const days = new Set(closed.map((offset) => addDays('2025-01-01', offset)))
    return new BusinessClock({ zone, week, isClosed: (day) => days.has(day) })
  }
)

describe('any business hours', () => {
  it('add up: the way over a stop is as long as the way', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyInstant, anyInstant, (clock, ...times) => {
        const [a, b, c] = times.sort() as [string, string, string]
        expect(clock.between(a, b) + clock.between(b, c)).toBe(clock.between(a, c))
      }),
      { numRuns: 50 }
    )
  })

  it('never count more time than has passed, nor less than none', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, anyInstant, (clock, a, b) => {
        const counted = clock.between(a, b)
        expect(counted).toBeGreaterThanOrEqual(0)
        expect(counted).toBeLessThanOrEqual(Math.max(0, Date.parse(b) - Date.parse(a)))
      }),
      { numRuns: 50 }
    )
  })

  it('reach the end of a time exactly then, and not a millisecond before', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.integer({ min: 1, max: 40 * HOUR }), (clock, from, duration) => {
        const end = clock.after(from, duration)
        if (end === null) return
        expect(clock.between(from, end)).toBe(duration)
        expect(clock.between(from, new Date(Date.parse(end) - 1).toISOString())).toBe(duration - 1)
      }),
      { numRuns: 50 }
    )
  })

  it('are as long as a stopwatch says that is pressed minute by minute', () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.integer({ min: 0, max: 2000 }), (clock, from, length) => {
        const start = Math.ceil(Date.parse(from) / 60_000) * 60_000
        const ticks = Array.from({ length }, (_, minute) => new Date(start + minute * 60_000).toISOString()).filter((minute) => clock.isOpen(minute)).length
        expect(clock.between(new Date(start).toISOString(), new Date(start + length * 60_000).toISOString())).toBe(ticks * 60_000)
      }),
      { numRuns: 15 }
    )
  })
})

const target = { first: 4 * HOUR, resolution: 16 * HOUR }
const read = (events: ClockEvent[], now: string) => readClock(office(), timesOf(events), target, now)

describe('the response clock', () => {
  it('runs from the first of several messages, and stands when there was an answer', () => {
    const events: ClockEvent[] = [{ kind: 'in', at: at('2026-11-23', '09:00') }, { kind: 'in', at: at('2026-11-23', '11:00') }]
    expect(read(events, at('2026-11-23', '11:30'))).toEqual({ state: 'ahead', waited: 2.5 * HOUR, used: 2.5 / 4, dueAt: at('2026-11-23', '13:30') })
    expect(read([...events, { kind: 'out', at: at('2026-11-23', '11:40') }], at('2026-11-24', '11:30')).state).toBe('answered')
  })

  it('warns before it is late, and says since when it is', () => {
    const events: ClockEvent[] = [{ kind: 'in', at: at('2026-11-20', '15:00') }]
    expect(read(events, at('2026-11-23', '10:15')).state).toBe('near')
    expect(read(events, at('2026-11-23', '15:00'))).toMatchObject({ state: 'breached', dueAt: at('2026-11-23', '11:00') })
  })

  it('does not breach over a night', () => {
    expect(read([{ kind: 'in', at: at('2026-11-23', '16:59') }], at('2026-11-24', '08:59'))).toMatchObject({ state: 'ahead', waited: 60_000 })
  })

  it('stands still while the ball is with the other side', () => {
    const paused: ClockEvent[] = [{ kind: 'in', at: at('2026-11-23', '09:00') }, { kind: 'paused', at: at('2026-11-23', '10:00') }]
    expect(read(paused, at('2026-11-27', '10:00'))).toMatchObject({ state: 'paused', waited: HOUR, dueAt: null })
    const resumed: ClockEvent[] = [...paused, { kind: 'resumed', at: at('2026-11-24', '09:00') }]
    expect(read(resumed, at('2026-11-24', '10:00'))).toMatchObject({ state: 'ahead', waited: 2 * HOUR, dueAt: at('2026-11-24', '12:00') })
    expect(read(resumed, at('2026-11-25', '10:00'))).toMatchObject({ state: 'breached', dueAt: at('2026-11-24', '12:00') })
  })

  it('tells first answers from later ones', () => {
    const { waits, resolution } = timesOf([
      { kind: 'in', at: at('2026-11-23', '09:00') }, { kind: 'out', at: at('2026-11-23', '10:00') },
      { kind: 'in', at: at('2026-11-23', '14:00') }, { kind: 'out', at: at('2026-11-23', '15:00') }, { kind: 'closed', at: at('2026-11-23', '16:00') }
    ])
    expect(waits.map(({ kind }) => kind)).toEqual(['first', 'next'])
    expect(resolution).toEqual({ from: at('2026-11-23', '09:00'), to: at('2026-11-23', '16:00') })
  })

  it('does not take what was said before anybody asked for an answer', () => {
    const { waits } = timesOf([{ kind: 'out', at: at('2026-11-23', '08:00') }, { kind: 'in', at: at('2026-11-23', '09:00') }, { kind: 'out', at: at('2026-11-23', '10:00') }])
    expect(waits).toEqual([{ from: at('2026-11-23', '09:00'), to: at('2026-11-23', '10:00'), kind: 'first' }])
  })

  it('leaves pauses out of what was worked', () => {
    const times = timesOf([{ kind: 'in', at: at('2026-11-23', '09:00') }, { kind: 'paused', at: at('2026-11-23', '09:30') }, { kind: 'resumed', at: at('2026-11-23', '10:30') }])
    expect(workedBetween(office(), times, at('2026-11-23', '09:00'), at('2026-11-23', '11:00'))).toBe(HOUR)
  })
})
