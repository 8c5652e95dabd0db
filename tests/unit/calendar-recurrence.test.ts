import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedRepeat, nextOccurrence, occurrences, proposedRepeats, repeatOf, ruleOf, ruleProblem, splitRecurrence, type Recurrence, type Repeat } from '../../src/shared/calendar'
import { addDays, weekdayOf } from '../../src/shared/time'

const series = (rule: string, startsOn = '2026-10-01', more: Partial<Recurrence> = {}): Recurrence => ({ rule, startsOn, untilOn: null, excluded: [], ...more })
const days = (rule: string, last: string, startsOn?: string, more?: Partial<Recurrence>) => occurrences(series(rule, startsOn, more), '2026-01-01', last)

describe('a post that repeats', () => {
  it.each([
    ['each day', 'FREQ=DAILY', '2026-10-04', ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04']],
    ['every third day, four times', 'FREQ=DAILY;INTERVAL=3;COUNT=4', '2027-01-01', ['2026-10-01', '2026-10-04', '2026-10-07', '2026-10-10']],
    ['on Mondays and Thursdays', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-10-12', ['2026-10-01', '2026-10-05', '2026-10-08', '2026-10-12']],
    ['every second week', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-11-01', ['2026-10-01', '2026-10-15', '2026-10-29']],
    ['on the first Monday of the month', 'FREQ=MONTHLY;BYDAY=1MO', '2027-01-10', ['2026-10-05', '2026-11-02', '2026-12-07', '2027-01-04']],
    ['on the last Friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-12-31', ['2026-10-30', '2026-11-27', '2026-12-25']],
    ['on the last working day', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-12-31', ['2026-10-30', '2026-11-30', '2026-12-31']],
    ['on the 31st, where there is one', 'FREQ=MONTHLY;BYMONTHDAY=31', '2027-02-28', ['2026-10-31', '2026-12-31', '2027-01-31']],
    ['on the last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-12-31', ['2026-10-31', '2026-11-30', '2026-12-31']],
    ['each year', 'FREQ=YEARLY', '2028-12-31', ['2026-10-01', '2027-10-01', '2028-10-01']]
  ])('comes %s', (_, rule, last, expected) => {
    expect(days(rule, last)).toEqual(expected)
  })

  it('ends on its last day, and leaves out what was taken out', () => {
    expect(days('FREQ=WEEKLY', '2027-01-01', '2026-10-01', { untilOn: '2026-10-15' })).toEqual(['2026-10-01', '2026-10-08', '2026-10-15'])
    expect(days('FREQ=WEEKLY;COUNT=3', '2027-01-01', '2026-10-01', { excluded: ['2026-10-08'] })).toEqual(['2026-10-01', '2026-10-15'])
    expect(days('FREQ=WEEKLY;UNTIL=20261008', '2027-01-01')).toEqual(['2026-10-01', '2026-10-08'])
  })

  it('goes on through February 29 and through years', () => {
    expect(days('FREQ=YEARLY', '2033-01-01', '2028-02-29')).toEqual(['2028-02-29', '2032-02-29'])
    expect(nextOccurrence(series('FREQ=DAILY;INTERVAL=10'), '2036-10-01')).toBe('2036-10-08')
  })

  it('begins with the first day that its rule gives', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO', '2026-10-12')).toEqual(['2026-10-05', '2026-10-12'])
  })

  it.each([
    ['', 'unreadable'], ['every Monday', 'unreadable'], ['FREQ=SOMETIMES', 'unreadable'], ['FREQ=WEEKLY;BYDAY=XX', 'unreadable'],
    ['FREQ=DAILY;INTERVAL=0', 'unreadable'], ['FREQ=DAILY;COUNT=0', 'unreadable'], ['FREQ=DAILY;FREQ=WEEKLY', 'unreadable'],
    ['FREQ=DAILY;X-SPELL=1', 'unreadable'], ['FREQ=HOURLY', 'too-often'], ['FREQ=SECONDLY;INTERVAL=1', 'too-often'],
    ['FREQ=DAILY;BYHOUR=9,17', 'hours'], ['FREQ=DAILY;COUNT=100000', 'too-many'], ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'two-ends'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'never']
  ])('is refused by name when the rule is no use: %j', (rule, problem) => {
    expect(ruleProblem(rule, '2026-10-01')).toBe(problem)
    expect(() => days(rule, '2027-01-01')).toThrow(RangeError)
  })

  it('is never asked for without end', () => {
    expect(() => occurrences(series('FREQ=DAILY'), '2026-01-01', '2099-01-01')).toThrow(RangeError)
  })
})

describe('this and following', () => {
  it('parts a series in two that together hold the same days', () => {
    const whole = series('FREQ=WEEKLY;BYDAY=MO,TH', '2026-10-01', { excluded: ['2026-10-08', '2026-10-19'] })
    const parts = splitRecurrence(whole, '2026-10-15')
    const all = (one: Recurrence) => occurrences(one, '2026-01-01', '2026-12-31')
    expect([...all(parts!.before), ...all(parts!.after)]).toEqual(all(whole))
    expect(parts!.after.startsOn).toBe('2026-10-15')
  })

  it('counts what is left', () => {
    const parts = splitRecurrence(series('FREQ=DAILY;COUNT=10'), '2026-10-05')
    expect(parts?.after.rule).toBe('FREQ=DAILY;COUNT=6')
    expect(occurrences(parts!.after, '2026-01-01', '2027-01-01').at(-1)).toBe('2026-10-10')
  })

  it('at the first day is the whole series, which needs no parting', () => {
    expect(splitRecurrence(series('FREQ=DAILY'), '2026-10-01')).toBeUndefined()
  })
})

describe('the editor of a rule', () => {
  const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1>
  const common = { interval: fc.integer({ min: 1, max: 12 }), count: fc.option(fc.integer({ min: 1, max: 100 })) }
  const repeats: fc.Arbitrary<Repeat> = fc.oneof(
    fc.record({ every: fc.constant('day' as const), ...common }),
    fc.record({ every: fc.constant('week' as const), weekdays: fc.uniqueArray(weekday, { minLength: 1 }).map(list => list.sort()), ...common }),
    fc.record({ every: fc.constant('month' as const), day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(-1)), ...common }),
    fc.record({ every: fc.constant('month-weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1) as fc.Arbitrary<1>, weekday, ...common }),
    fc.record({ every: fc.constant('year' as const), ...common })
  )

  it('reads back every rule that it writes', () => {
    fc.assert(fc.property(repeats, (repeat) => {
      expect(repeatOf(ruleOf(repeat), '2026-10-01')).toEqual(repeat)
    }))
  })

  it('proposes rules that include the first day', () => {
    for (let index = 0; index < 60; index++) {
      const date = addDays('2026-10-01', index)
      for (const repeat of proposedRepeats(date)) {
        expect(occurrences(series(ruleOf(repeat), date), date, addDays(date, 7))[0]).toBe(date)
      }
    }
  })

  it('moves a rule along with the day', () => {
    expect(ruleOf(movedRepeat(repeatOf('FREQ=WEEKLY;BYDAY=MO,FR', '2026-10-05')!, '2026-10-05', '2026-10-06'))).toBe('FREQ=WEEKLY;BYDAY=TU,SA')
    expect(ruleOf(movedRepeat(repeatOf('FREQ=WEEKLY;BYDAY=SU', '2026-10-04')!, '2026-10-04', '2026-10-05'))).toBe('FREQ=WEEKLY;BYDAY=MO')
    expect(ruleOf(movedRepeat(repeatOf('FREQ=MONTHLY;BYMONTHDAY=1', '2026-10-01')!, '2026-10-01', '2026-10-15'))).toBe('FREQ=MONTHLY;BYMONTHDAY=15')
    expect(ruleOf(movedRepeat(repeatOf('FREQ=MONTHLY;BYDAY=1TH', '2026-10-01')!, '2026-10-01', '2026-10-30'))).toBe('FREQ=MONTHLY;BYDAY=-1FR')
    expect(weekdayOf('2026-10-30')).toBe(5)
  })

  it('leaves alone what it cannot show', () => {
    expect(repeatOf('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-10-01')).toBeUndefined()
    expect(repeatOf('FREQ=YEARLY;BYMONTH=3,9', '2026-10-01')).toBeUndefined()
    expect(repeatOf('FREQ=WEEKLY;BYDAY=2MO', '2026-10-01')).toBeUndefined()
  })
})
