import { describe, expect, it } from 'vitest'
import { countInteractions, engagementRate, formulaText, timesSeen } from '../../src/shared/features/figures/formulas'

describe('engagement rates', () => {
  it('hold interactions against people reached, times seen or followers', () => {
    const values = { likes: 30, comments: 6, shares: 3, saves: 1, reach: 1000, views: 2000, impressions: 4000 }
    expect(engagementRate('reach', 'instagram', values)).toMatchObject({ value: 0.04, over: 40, under: 1000 })
    expect(engagementRate('views', 'instagram', values)).toMatchObject({ value: 0.02, under: 2000 })
    expect(engagementRate('followers', 'instagram', values, 500)).toMatchObject({ value: 0.08, under: 500 })
  })

  it('count what a network shows, and not its clicks', () => {
    expect(countInteractions('linkedin', { likes: 5, comments: 1, shares: 1, saves: 9, clicks: 50 })).toEqual({ value: 7, counted: ['likes', 'comments', 'shares'] })
    expect(countInteractions('instagram', { likes: 5 })).toEqual({ value: 5, counted: ['likes'] })
    expect(countInteractions('linkedin', { engagements: 12 })).toEqual({ value: 12, counted: ['engagements'] })
    expect(countInteractions('x', { views: 3 })).toBeUndefined()
  })

  it('say why there is none instead of showing zero', () => {
    expect(engagementRate('reach', 'instagram', { likes: 3 })).toEqual({ value: undefined, reason: 'no-reach' })
    expect(engagementRate('reach', 'instagram', { likes: 3, reach: 0 })).toEqual({ value: undefined, reason: 'nobody' })
    expect(engagementRate('views', 'x', { likes: 3 })).toEqual({ value: undefined, reason: 'no-views' })
    expect(engagementRate('followers', 'x', { likes: 3 }, null)).toEqual({ value: undefined, reason: 'no-followers' })
    expect(engagementRate('reach', 'x', { reach: 90 })).toEqual({ value: undefined, reason: 'no-interactions' })
    expect(engagementRate('reach', 'x', { likes: 0, reach: 90 })).toMatchObject({ value: 0 })
  })

  it('take views where a file has them, else the older impressions', () => {
    expect(timesSeen({ views: 0, impressions: 7 })).toBe(0)
    expect(timesSeen({ impressions: 7 })).toBe(7)
    expect(timesSeen({ views: null })).toBeUndefined()
  })

  it('are printed with how they are worked out', () => {
    const last = (key: string) => key.split('.').at(-1) ?? ''
    expect(formulaText(last, 'reach')).toBe('(likes + comments + shares + saves) / reach')
    expect(formulaText(last, 'views', 'facebook')).toBe('(likes + comments + shares) / views')
  })
})
