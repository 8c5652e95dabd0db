import { describe, expect, it } from 'vitest'
import { cellAfter, onWeekdays, readTime, shownHours, slotsIn, weekdaysOf, withChange, withSlot } from '../../src/renderer/features/accounts/slot-grid.rules'
import { layTimeline } from '../../src/renderer/features/campaigns/timeline.layout'
import { daysOfPeriod, driftOf, plannedShares, wholeShares } from '../../src/renderer/features/strategy/pillar-mix.rules'
import type { CampaignSummary } from '../../src/shared/features/campaigns/campaigns.contract'

const slot = (weekday: number, time: string, pillarId: string | null = null) => ({ weekday, time, pillarId })

describe('posting slots as a week', () => {
  it('begin on the first day of the client’s week', () => {
    expect(weekdaysOf('sunday')).toEqual([7, 1, 2, 3, 4, 5, 6])
    expect(weekdaysOf('saturday')[0]).toBe(6)
  })

  it('show the hours of a working day, and further out as far as there are slots', () => {
    expect(shownHours([], false)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
    expect(shownHours([slot(1, '05:15'), slot(1, '23:00')], false)).toHaveLength(19)
    expect(shownHours([], true)).toHaveLength(24)
  })

  it('hold one slot a time, moved or not', () => {
    const slots = withSlot([slot(1, '09:00'), slot(1, '09:30')], slot(1, '09:00', 'a'))
    expect(slotsIn(slots, { weekday: 1, hour: 9 })).toEqual([slot(1, '09:00', 'a'), slot(1, '09:30')])
    expect(withChange(slots, slot(1, '09:30'), { time: '09:00' })).toEqual([slot(1, '09:00')])
    expect(onWeekdays([slot(3, '09:00')], slot(1, '09:00', 'a'))).toHaveLength(5)
  })

  it('are walked through by arrow keys without leaving the week', () => {
    const [days, hours] = [weekdaysOf('monday'), [8, 9]]
    expect(cellAfter('ArrowRight', { weekday: 7, hour: 8 }, days, hours)).toEqual({ weekday: 7, hour: 8 })
    expect(cellAfter('ArrowDown', { weekday: 1, hour: 8 }, days, hours)).toEqual({ weekday: 1, hour: 9 })
    expect(cellAfter('x', { weekday: 1, hour: 8 }, days, hours)).toBeUndefined()
  })

  it.each([['9', '09:00'], ['930', '09:30'], ['9.30', '09:30'], ['17:05', '17:05'], ['1030', '10:30'], ['24', undefined], ['9:75', undefined], ['noon', undefined]])('take “%s” as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })
})

describe('the mix of pillars', () => {
  const pillar = (id: string, posts: number) => ({ id, name: id, color: '#000000', targetShare: null, posts })

  it('adds up to a hundred', () => {
    expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33])
    expect(wholeShares([0, 0])).toEqual([0, 0])
    expect(plannedShares([pillar('a', 2), pillar('b', 1)], 1)).toMatchObject({ shares: [{ share: 50 }, { share: 25 }], without: 25 })
  })

  it('is on target within three points, and not judged without a target or posts', () => {
    expect(driftOf(30, 33, 10)).toEqual({ kind: 'on', points: 3 })
    expect(driftOf(30, 20, 10)).toEqual({ kind: 'under', points: 10 })
    expect(driftOf(null, 20, 10)).toBeUndefined()
    expect(driftOf(30, 0, 0)).toBeUndefined()
  })

  it('counts whole months', () => {
    expect(daysOfPeriod('month', '2026-02-17')).toEqual({ fromDay: '2026-02-01', toDay: '2026-02-28' })
    expect(daysOfPeriod('next', '2026-12-31')).toEqual({ fromDay: '2027-01-01', toDay: '2027-01-31' })
    expect(daysOfPeriod('quarter', '2026-11-22')).toEqual({ fromDay: '2026-11-01', toDay: '2027-01-31' })
    expect(daysOfPeriod('all', '2026-11-22')).toBeUndefined()
  })
})

describe('campaigns over time', () => {
  const campaign = (id: string, startsOn: string | null, endsOn: string | null): CampaignSummary => ({
    id, name: id, goal: '', startsOn, endsOn, budgetMinor: null, currency: '', color: '#000000', archivedAt: null, createdAt: '', posts: 0, ads: 0
  })

  it('stand in whole months around today, those that overlap below each other', () => {
    const timeline = layTimeline([campaign('a', '2026-11-10', '2026-11-20'), campaign('b', '2026-11-15', '2026-12-05'), campaign('c', '2026-11-25', '2026-11-26')], '2026-11-22')
    expect(timeline.months.map(({ from }) => from)).toEqual(['2026-11-01', '2026-12-01'])
    expect(timeline.bars.map(({ campaign: { id }, row }) => [id, row])).toEqual([['a', 0], ['b', 1], ['c', 0]])
    expect(timeline.today).toBeCloseTo((21 * 100) / 61)
    for (const { left, width } of timeline.bars) expect(left + width).toBeLessThanOrEqual(100)
  })

  it('without a last day go on to the edge, and without any day are left to the table', () => {
    const { bars, rows } = layTimeline([campaign('open', '2026-11-22', null), campaign('none', null, null)], '2026-11-22')
    expect(bars).toHaveLength(1)
    expect((bars[0]?.left ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(100)
    expect(rows).toBe(1)
  })

  it('long over are out of sight', () => {
    expect(layTimeline([campaign('old', '2020-01-01', '2020-02-01')], '2026-11-22').bars).toEqual([])
  })
})
