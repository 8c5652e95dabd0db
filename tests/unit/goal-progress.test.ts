import { describe, expect, it } from 'vitest'
import { goalProgress, smartGaps, type GoalFacts } from '../../src/shared/features/goals/goal-progress'
import { readGoalNumber, writeGoalNumber } from '../../src/renderer/features/goals/goal-number.rules'

const level: GoalFacts = { metric: 'followers', baseline: 1000, target: 1200, startsOn: '2026-09-01', endsOn: '2026-09-30' }
const sum: GoalFacts = { ...level, metric: 'new_followers', baseline: 90, target: 100 }

describe('the progress of a goal', () => {
  it('of a level goes from its baseline, of a sum from nothing', () => {
    expect(goalProgress(level, 1100, '2026-09-15', '2026-10-01')).toMatchObject({ done: 0.5, elapsed: 0.5, pace: 'on-track', forecast: null })
    expect(goalProgress(sum, 50, '2026-09-15', '2026-09-15')).toMatchObject({ done: 0.5, forecast: 100 })
  })

  it('can lead downwards', () => {
    expect(goalProgress({ ...level, baseline: 0.4, target: 0.2 }, 0.25, '2026-09-15', '2026-09-15').done).toBeCloseTo(0.75, 10)
  })

  it('is held against the last day with figures, so that nothing falls behind for want of an import', () => {
    expect(goalProgress(sum, 20, '2026-09-06', '2026-09-29')).toMatchObject({ elapsed: 0.2, pace: 'on-track' })
    expect(goalProgress(sum, 20, '2026-09-29', '2026-09-29').pace).toBe('behind')
  })

  it('says nothing before a tenth of the days is over, before it begins, and without figures', () => {
    expect(goalProgress(sum, 1, '2026-09-02', '2026-09-02')).toMatchObject({ pace: 'unknown', forecast: null })
    expect(goalProgress(sum, undefined, undefined, '2026-08-01').pace).toBe('not-started')
    expect(goalProgress(sum, undefined, undefined, '2026-09-12')).toMatchObject({ done: null, pace: 'unknown' })
    expect(goalProgress({ ...level, target: 1000 }, 1000, '2026-09-12', '2026-09-12')).toMatchObject({ done: null })
  })

  it('is missed only when its last day has figures', () => {
    expect(goalProgress(sum, 80, '2026-09-30', '2026-10-05').pace).toBe('missed')
    expect(goalProgress(sum, 80, '2026-09-20', '2026-10-05').pace).toBe('ahead')
    expect(goalProgress(sum, 120, '2026-09-30', '2026-10-05').pace).toBe('reached')
  })
})

describe('what a goal lacks', () => {
  it('is said letter by letter', () => {
    const whole = { ...level, name: 'More followers', notes: 'Visitors for the exhibition' }
    expect(smartGaps(whole, 1010)).toEqual({})
    expect(smartGaps({ ...whole, name: 'Followers', notes: ' ', endsOn: '2028-01-01' }, undefined)).toEqual({ specific: 'name', measurable: 'no-figures', relevant: 'no-reason', timed: 'too-long' })
    expect(smartGaps({ ...whole, baseline: null }, 5)).toEqual({ measurable: 'no-baseline' })
    expect(smartGaps({ ...whole, target: 1000 }, 5)).toEqual({ achievable: 'no-change' })
    expect(smartGaps({ ...whole, target: 3001 }, 5)).toEqual({ achievable: 'too-far' })
  })
})

describe('the figure of a goal', () => {
  it('is read as people type it', () => {
    expect(['1200', '1 200', '1,200', '1.200', '1,200.5', '1.200,5', '4,5', '4.50', '-3'].map((text) => readGoalNumber('followers', text))).toEqual([1200, 1200, 1200, 1200, 1200.5, 1200.5, 4.5, 4.5, -3])
    expect(['', 'many', '1x', '--1'].map((text) => readGoalNumber('followers', text))).toEqual([undefined, undefined, undefined, undefined])
  })

  it('is percent where it is a rate', () => {
    expect(readGoalNumber('engagement_rate', '4.5 %')).toBeCloseTo(0.045, 12)
    expect(writeGoalNumber('engagement_rate', 0.045)).toBe('4.5')
    expect(writeGoalNumber('followers', null)).toBe('')
  })
})
