import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidaysBetween } from '../../src/shared/calendar'
import { CareClock, DAY_MINUTES, targetMinutes } from '../../src/shared/features/care/care-clock'
import { businessHoursOf, careHours, holidayKey, openHours, type CareHours } from '../../src/shared/features/care/care-hours'
import { officeWeek } from '../../src/shared/features/care/open-hours'
import { instantOf } from '../../src/shared/time'

const HOUR = 3_600_000
const OSLO = 'Europe/Oslo'
const office: CareHours = { ...openHours, week: officeWeek }
const clockOf = (hours: Partial<CareHours> = {}, zone = OSLO, countries = ['NO']): CareClock => new CareClock(businessHoursOf({ ...office, ...hours }, zone, countries))
const at = (date: string, time: string, zone = OSLO): string => instantOf({ date, time }, zone)
const closed = (from: string, fromTime: string | null, to: string, toTime: string | null) => ({ id: 'c', name: '', from, fromTime, to, toTime })

describe('24 hours', () => {
  it('are 24 hours on the wall where no business hours are set, nights and holidays included', () => {
    const clock = clockOf({ week: null })
    expect(clock.dueAt(at('2026-11-20', '16:40'), DAY_MINUTES)).toBe(at('2026-11-21', '16:40'))
    expect(clock.dueAt(at('2026-12-24', '20:00'), DAY_MINUTES)).toBe(at('2026-12-25', '20:00'))
    // The clock is put back: 24 hours end at 11, not at noon.
    expect(clock.dueAt(at('2026-10-24', '12:00'), DAY_MINUTES)).toBe(at('2026-10-25', '11:00'))
  })

  it('end at the same time on the next open day', () => {
    expect(clockOf().dueAt(at('2026-11-20', '16:40'), DAY_MINUTES)).toBe(at('2026-11-23', '16:40'))
    expect(clockOf().dueAt(at('2026-11-23', '09:00'), DAY_MINUTES)).toBe(at('2026-11-24', '09:00'))
    expect(clockOf().dueAt(at('2026-11-23', '14:15'), 3 * DAY_MINUTES)).toBe(at('2026-11-26', '14:15'))
  })

  it('run from the next opening on for what comes in at night, at lunch or on a day off', () => {
    expect(clockOf().dueAt(at('2026-11-21', '11:00'), DAY_MINUTES)).toBe(at('2026-11-24', '09:00'))
    expect(clockOf().dueAt(at('2026-11-23', '22:00'), DAY_MINUTES)).toBe(at('2026-11-25', '09:00'))
    expect(clockOf().dueAt(at('2026-11-23', '12:10'), DAY_MINUTES)).toBe(at('2026-11-24', '12:30'))
  })

  it('pass over the holidays of the client’s country', () => {
    // Ascension Day, May 14, 2026 is a Thursday.
    expect(clockOf().dueAt(at('2026-05-13', '15:00'), DAY_MINUTES)).toBe(at('2026-05-15', '15:00'))
    expect(clockOf({}, OSLO, ['IT']).dueAt(at('2026-05-13', '15:00'), DAY_MINUTES)).toBe(at('2026-05-14', '15:00'))
    expect(clockOf({ holidays: false }).dueAt(at('2026-05-13', '15:00'), DAY_MINUTES)).toBe(at('2026-05-14', '15:00'))
  })

  it('keep the time of day on days of other lengths in proportion', () => {
    const short = officeWeek.map((spans, index) => (index === 4 ? [{ from: '09:00', to: '12:45' }] : spans))
    // Half of Thursday's open time is at 13:00 less a quarter of an hour; half of Friday's is at 10:52:30.
    expect(clockOf({ week: short }).dueAt(at('2026-11-19', '13:15'), DAY_MINUTES)).toBe(new Date(Date.parse(at('2026-11-20', '10:52')) + 30_000).toISOString())
  })

  it('are late only once they are over, and not in the night before', () => {
    const clock = clockOf()
    const waiting = { waits: [{ from: at('2026-11-23', '09:00'), to: null, kind: 'first' as const }], resolution: null, pauses: [] }
    expect(clock.read(waiting, DAY_MINUTES, at('2026-11-23', '20:00'))).toMatchObject({ state: 'near', dueAt: at('2026-11-24', '09:00'), waited: 7.5 * HOUR })
    expect(clock.read(waiting, DAY_MINUTES, at('2026-11-24', '09:00')).state).toBe('breached')
  })
})

describe('shorter targets', () => {
  it('are open time', () => {
    expect(clockOf().dueAt(at('2026-11-20', '16:40'), 4 * 60)).toBe(at('2026-11-23', '13:10'))
    expect(clockOf().dueAt(at('2026-11-20', '13:00'), 4 * 60)).toBe(at('2026-11-20', '17:00'))
  })

  it('are whole days from 24 hours on', () => {
    expect(targetMinutes.safeParse(24 * 60).success).toBe(true)
    expect(targetMinutes.safeParse(30 * 60).success).toBe(false)
    expect(targetMinutes.safeParse(48 * 60).success).toBe(true)
  })
})

describe('days off and pauses', () => {
  it('let the clock stand still from one time to another', () => {
    const clock = clockOf({ closures: [closed('2026-11-23', '12:00', '2026-11-24', '10:00')] })
    expect(clock.open.between(at('2026-11-23', '09:00'), at('2026-11-24', '11:00'))).toBe(4 * HOUR)
    // Its Monday ends where its Tuesday goes on: 14:00 is an hour and a half after the end of lunch.
    expect(clock.dueAt(at('2026-11-20', '14:00'), DAY_MINUTES)).toBe(at('2026-11-24', '11:30'))
  })

  it('are whole days where no times are given', () => {
    const clock = clockOf({ closures: [closed('2026-12-28', null, '2026-12-30', null)] })
    expect(clock.dueAt(at('2026-12-23', '10:00'), DAY_MINUTES)).toBe(at('2026-12-24', '10:00'))
    expect(clock.open.isOpen(at('2026-12-28', '10:00'))).toBe(false)
    expect(clock.dueAt(at('2026-12-24', '10:00'), DAY_MINUTES)).toBe(at('2026-12-31', '10:00'))
  })

  it('close an office that is else there around the clock', () => {
    const clock = clockOf({ week: null, closures: [closed('2026-11-22', null, '2026-11-22', null)] })
    expect(clock.dueAt(at('2026-11-21', '20:00'), DAY_MINUTES)).toBe(at('2026-11-23', '20:00'))
  })

  it('can be another way round for a holiday', () => {
    const ascension = holidaysBetween(['NO'], '2026-05-14', '2026-05-14')[0]
    if (!ascension) throw new Error('no holiday')
    expect(clockOf({ otherwise: [holidayKey(ascension)] }).open.isOpen(at('2026-05-14', '10:00'))).toBe(true)
    expect(clockOf({ otherwise: [holidayKey(ascension)] }).open.isOpen(at('2027-05-06', '10:00'))).toBe(true)
    expect(clockOf().open.isOpen(at('2027-05-06', '10:00'))).toBe(false)
  })

  it('do not end before they begin', () => {
    expect(careHours.safeParse({ ...office, closures: [closed('2026-12-24', null, '2026-12-23', null)] }).success).toBe(false)
    expect(careHours.safeParse({ ...office, closures: [closed('2026-12-24', '12:00', '2026-12-24', '12:00')] }).success).toBe(false)
  })
})

const ZONES = ['Europe/Oslo', 'Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia']
const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 })
const iso = (minutes: number): string => new Date(minutes * 60_000).toISOString()
const clockText = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 6 }).map((marks) => {
  const sorted = [...marks].sort((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({ from: clockText(sorted[2 * index] ?? 0), to: clockText(sorted[2 * index + 1] ?? 0) }))
})
const pause = fc.tuple(minute, fc.integer({ min: 1, max: 9 * 1440 })).map(([from, length]) => ({ from: from * 60_000, to: (from + length) * 60_000 }))
const anyClock = fc
  .record({ zone: fc.constantFrom(...ZONES), week: fc.option(fc.array(spans, { minLength: 7, maxLength: 7 })), country: fc.constantFrom('NO', 'IT', 'GB', 'US'), pauses: fc.array(pause, { maxLength: 6 }) })
  .map(({ zone, week, country, pauses }) => ({ zone, pauses, clock: new CareClock({ ...businessHoursOf({ ...office, week }, zone, [country]), pauses }) }))
const anyTarget = fc.oneof(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 1, max: 6 }).map((days) => days * DAY_MINUTES))

describe('any hours, holidays, pauses and targets', () => {
  it('count nothing of a pause', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, pauses }) => {
        for (const { from, to } of pauses) for (const minutes of [60, DAY_MINUTES]) expect(clock.measure(minutes).between(new Date(from).toISOString(), new Date(to).toISOString())).toBe(0)
      }),
      { numRuns: 15 }
    )
  })

  it('are due never before their time has passed, and later the later somebody wrote', () => {
    fc.assert(
      fc.property(anyClock, minute, fc.integer({ min: 0, max: 20_000 }), anyTarget, ({ clock }, from, more, target) => {
        const [first, second] = [clock.dueAt(iso(from), target), clock.dueAt(iso(from + more), target)]
        if (first === null || second === null) return
        expect(first <= second).toBe(true)
        if (target < DAY_MINUTES) expect(Date.parse(first) - from * 60_000).toBeGreaterThanOrEqual(target * 60_000)
        // On a short working day a millisecond counts for several.
        const counted = (until: number): number => clock.measure(target).between(iso(from), new Date(until).toISOString())
        expect(counted(Date.parse(first))).toBeGreaterThanOrEqual(target * 60_000)
        expect(counted(Date.parse(first) - 1)).toBeLessThanOrEqual(target * 60_000)
      }),
      { numRuns: 40 }
    )
  })

  it('are due while somebody is there, or at the end of it', () => {
    fc.assert(
      fc.property(anyClock, minute, anyTarget, ({ clock }, from, target) => {
        const due = clock.dueAt(iso(from), target)
        if (due === null) return
        expect(clock.open.isOpen(due) || clock.open.isOpen(new Date(Date.parse(due) - 1).toISOString())).toBe(true)
      }),
      { numRuns: 40 }
    )
  })

  it('find who waits too long by one instant, just as each clock alone does', () => {
    fc.assert(
      fc.property(anyClock, minute, fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 12 }), anyTarget, ({ clock }, now, ages, target) => {
        const since = clock.lateSince(iso(now), target)
        const edge = since === null ? [] : [Date.parse(since), Date.parse(since) + 1]
        for (const from of [...ages.map((age) => (now - age) * 60_000), ...edge].map((moment) => new Date(moment).toISOString())) {
          const reading = clock.read({ waits: [{ from, to: null, kind: 'first' }], resolution: null, pauses: [] }, target, iso(now))
          expect(reading.state === 'breached', `${from} of ${since ?? 'never'}`).toBe(since !== null && from <= since)
        }
      }),
      { numRuns: 40 }
    )
  })
})
