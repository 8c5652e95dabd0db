import { describe, expect, it } from 'vitest'
import { placeOf, scaleEnd } from '../../src/renderer/features/analytics/content/interval-plot.rules'
import { moveInWeek, strengths } from '../../src/renderer/features/analytics/content/time-grid.rules'
import { findInsights, hoursOf } from '../../src/shared/features/analytics/insights'
import { hashtagsOf, type MeasuredPost } from '../../src/shared/features/analytics/measured-posts'
import { readReasons } from '../../src/shared/features/figures/match-reasons'
import { writeCsv } from '../../src/shared/tables/write-csv'

const cell = (weekday: number, hour: number, value: number, n: number) => ({ weekday, hour, estimate: { value, n, low: null, high: null } })
const post = (more: Partial<MeasuredPost>): MeasuredPost => ({
  subjectId: 1, network: 'instagram', channelId: '', format: 'image', date: '2026-09-01', weekday: 2, hour: 9, pillarId: null, campaignId: null, hashtags: [], value: 1, ...more
})

describe('the week by the hour', () => {
  it('has five strengths by rank, and none where fewer than three posts went out', () => {
    const found = strengths([cell(1, 9, 10, 3), cell(2, 9, 20, 4), cell(3, 9, 9000, 5), cell(4, 9, 99999, 2)])
    expect([...found]).toEqual([['1 9', 1], ['2 9', 3], ['3 9', 5], ['4 9', 0]])
  })

  it('is walked with arrow keys and not left', () => {
    expect(moveInWeek('ArrowUp', { row: 0, hour: 5 })).toEqual({ row: 0, hour: 5 })
    expect(moveInWeek('ArrowRight', { row: 2, hour: 22 })).toEqual({ row: 2, hour: 23 })
    expect(moveInWeek('End', { row: 2, hour: 1 })).toEqual({ row: 2, hour: 23 })
    expect(moveInWeek('Enter', { row: 2, hour: 1 })).toBeUndefined()
  })
})

describe('a plot of intervals', () => {
  it('ends at a round figure and is not squeezed by one long whisker', () => {
    expect(scaleEnd([{ value: 90, low: 50, high: 130 }])).toBe(150)
    expect(scaleEnd([{ value: 90, low: 50, high: 9000 }])).toBe(200)
    expect(scaleEnd([null, { value: 0, low: null, high: null }])).toBe(1)
    expect([placeOf(-5, 100), placeOf(50, 100), placeOf(500, 100)]).toEqual([0, 50, 100])
  })
})

describe('insights', () => {
  const many = (n: number, more: Partial<MeasuredPost>, value: (index: number) => number) => Array.from({ length: n }, (_, index) => post({ ...more, value: value(index) }))

  it('do not speak of a difference under a fifth, however sure it is', () => {
    const posts = [...many(40, { format: 'reel' }, (index) => 110 + index / 100), ...many(40, {}, (index) => 100 + index / 100)]
    expect(findInsights(posts, [], 'reach').found).toEqual([])
  })

  it('hold a period against the one before, network by network', () => {
    const found = findInsights(many(12, {}, (index) => 300 + index), many(12, {}, (index) => 100 + index), 'reach').found
    expect(found.map(({ by, network }) => [by, network])).toEqual([['period', 'instagram']])
    expect(findInsights(many(12, {}, (index) => 300 + index), many(12, { network: 'x' }, (index) => 100 + index), 'reach').found).toEqual([])
  })

  it('know parts of the day, the night over midnight too', () => {
    expect([4, 5, 10, 11, 17, 22, 23, 0].map(hoursOf)).toEqual(['23-5', '5-11', '5-11', '11-14', '14-18', '18-23', '23-5', '23-5'])
  })
})

describe('texts', () => {
  it('give their hashtags once, in any script, and no anchors of addresses', () => {
    expect(hashtagsOf('#Fjord #fjord #blå_båt #2026 a#b https://x.org/#top &#39; #北欧')).toEqual(['fjord', 'blå_båt', '北欧'])
  })

  it('are written to CSV so that no spreadsheet takes them for formulas', () => {
    expect(writeCsv([['a', 'b'], ['=1+1', 'say "x", or\ny'], [-3, null]])).toBe('﻿a,b\r\n\'=1+1,"say ""x"", or\ny"\r\n-3,\r\n')
  })

  it('of reasons leave out what this version does not know', () => {
    expect(readReasons('[{"kind":"permalink"},{"kind":"moon"},7]')).toEqual([{ kind: 'permalink' }])
    expect(readReasons('{}')).toEqual([])
  })
})
