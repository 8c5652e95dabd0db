import { describe, expect, it } from 'vitest'
import { groupLines, groupRows, plottedBefore } from '../../src/renderer/features/analytics/content/group-rows.rules'
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

describe('the table of groups', () => {
  const estimate = (value: number, n: number) => ({ value, n, low: value - 1, high: value + 1 })
  const group = (key: string, before: Parameters<typeof groupRows>[0][number]['before']) => ({ key, posts: 9, share: 0.5, target: null, estimate: estimate(20, 9), before })
  const rows = groupRows(
    [
      group('reel', { posts: 8, estimate: estimate(15, 8), change: { kind: 'difference', value: 5, low: 2, high: 8 } }),
      group('image', { posts: 2, estimate: estimate(3, 2), change: { kind: 'break', on: '2025-04-21', network: 'instagram' } })
    ],
    (key) => key.toUpperCase()
  )
  const compared = { from: '2026-08-01', to: '2026-08-31', isKnown: true, posts: 10, overall: null }

  it('has the compared days in its file, and no difference over a break', () => {
    const [header, reel, image] = groupLines(rows, { by: 'format', statistic: 'average', compared })
    expect(header?.slice(8)).toEqual([
      ...['posts', 'mean', 'low', 'high', 'n'].map((name) => `${name} 2026-08-01 to 2026-08-31`), 'difference', 'difference low', 'difference high', 'counted anew on'
    ])
    expect(reel?.slice(8)).toEqual([8, 15, 14, 16, 8, 5, 2, 8, null])
    expect(image?.slice(8)).toEqual([2, 3, 2, 4, 2, null, null, null, '2025-04-21'])
    expect([...new Set([header, reel, image].map((line) => line?.length))]).toEqual([17])
  })

  it('is as it was where nothing is compared', () => {
    const [header, reel] = groupLines(groupRows([group('reel', null)], (key) => key), { by: 'format', statistic: 'typical', compared: null })
    expect([header?.length, reel?.length]).toEqual([8, 8])
  })

  it('puts a figure from before a break on no common scale, and marks few posts of either side', () => {
    expect(rows.map(plottedBefore)).toEqual([15, null])
    expect(rows.map(({ few, before }) => [few, before?.few])).toEqual([[false, false], [false, true]])
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
