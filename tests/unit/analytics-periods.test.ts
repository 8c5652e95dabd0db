import { describe, expect, it } from 'vitest'
import { changeOf, changeOfParts } from '../../src/shared/features/analytics/known'
import { paceOf } from '../../src/shared/features/analytics/pacing'
import { bucketsOf, grainOf, lastYearPeriod, presetPeriod, previousPeriod } from '../../src/shared/features/analytics/periods'
import { settleRows } from '../../src/shared/features/analytics/settled-rows'

describe('the period before', () => {
  it('is as many days, and for whole months as many whole months', () => {
    expect(previousPeriod({ from: '2026-09-10', to: '2026-09-16' })).toEqual({ from: '2026-09-03', to: '2026-09-09' })
    expect(previousPeriod({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(previousPeriod({ from: '2026-07-01', to: '2026-09-30' })).toEqual({ from: '2026-04-01', to: '2026-06-30' })
  })
  it('of a year earlier keeps a month whole in a leap year', () => {
    expect(lastYearPeriod({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })
})

describe('named periods', () => {
  it('end yesterday where a day that is not over would pull the curve down', () => {
    expect(presetPeriod('last-28-days', '2026-10-05')).toEqual({ from: '2026-09-07', to: '2026-10-04' })
    expect(presetPeriod('last-quarter', '2026-01-05')).toEqual({ from: '2025-10-01', to: '2025-12-31' })
  })
  it('are drawn by days, weeks or months', () => {
    expect(grainOf({ from: '2026-07-01', to: '2026-09-30' })).toBe('day')
    expect(grainOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('week')
    expect(bucketsOf({ from: '2026-09-30', to: '2026-10-12' }, 'week')).toEqual(['2026-09-28', '2026-10-05', '2026-10-12'])
  })
})

describe('a change', () => {
  const sum = (value: number | undefined, known: number, expected: number) => ({ value, known, expected })
  it('is unknown where nothing is known, which is not the same as nothing', () => {
    expect(changeOf(sum(5, 1, 1), sum(undefined, 0, 1))).toEqual({ kind: 'unknown' })
    expect(changeOf(sum(5, 1, 1), sum(0, 1, 1))).toEqual({ kind: 'from-zero', difference: 5 })
  })
  it('holds only channels against each other that are known in both periods', () => {
    const now = new Map([['a', sum(30, 3, 3)], ['new', sum(900, 3, 3)]])
    expect(changeOfParts(now, new Map([['a', sum(20, 2, 3)]]))).toEqual({ kind: 'change', share: 0, difference: 0, perKnown: true })
  })
})

describe('rows of a period', () => {
  it('are never counted twice nor cut', () => {
    const row = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })
    const rows = [row('2026-09-01', '2026-09-30'), row('2026-09-01', '2026-09-15'), row('2026-08-20', '2026-09-03')]
    expect(settleRows(rows, { from: '2026-09-01', to: '2026-09-30' })).toEqual({ counted: [rows[0]], across: [rows[2]] })
  })
})

describe('pacing', () => {
  it('forecasts by the days that are known, and leaves out what lies outside the campaign', () => {
    const spend = [{ until: '2026-08-31', value: 99 }, { until: '2026-09-02', value: 10 }, { until: '2026-09-05', value: null }]
    expect(paceOf({ startsOn: '2026-09-01', endsOn: '2026-09-10', budget: 100 }, spend)).toEqual({
      budget: 100, spent: 10, until: '2026-09-02', daysGone: 2, daysAll: 10, planned: 20, forecast: 50
    })
  })
})
