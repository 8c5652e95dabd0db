import { describe, expect, it } from 'vitest'
import type { FigureTotal } from '../../src/shared/features/analytics/analytics.schema'
import { channelDays, startFigures } from '../support/figures-place'
import type { SeedSubject } from '../support/figures'

const september = { from: '2026-09-21', to: '2026-09-24' }
const total = (totals: readonly FigureTotal[], name: string) => totals.find((one) => one.name === name)
const post = (network: string, channelId: string, key: string, values: SeedSubject['rows'][number]['values'], publishedAt = '2026-09-22T08:00:00.000Z'): SeedSubject => ({
  kind: 'post', network, channelId, key, publishedAt, format: 'image', rows: [{ values }]
})

describe('sums of days', () => {
  it('tell a zero from a day that is not known, and list the days that are missing', async () => {
    const { client, clientId } = await startFigures(({ instagram = '' }) => [
      channelDays('instagram', instagram, { '2026-09-21': { link_clicks: 0 }, '2026-09-22': { link_clicks: 4 } })
    ])
    const { days, gaps, series } = await client.analytics.overview({ clientId, ...september, compare: { kind: 'none' } })
    expect(total(days.totals, 'link_clicks')?.now).toEqual({ value: 4, known: 2, expected: 4 })
    expect(total(days.totals, 'seen')).toBeUndefined()
    expect(gaps).toMatchObject([{ network: 'instagram', from: '2026-09-23', to: '2026-09-24', kind: 'after' }])
    expect(series).toEqual([])
  })

  it('draw what is not known as null and what is zero as zero', async () => {
    const { client, clientId } = await startFigures(({ x = '' }) => [
      channelDays('x', x, { '2026-09-21': { impressions: 0 }, '2026-09-23': { impressions: 7 }, '2026-09-24': { likes: 1 } })
    ])
    const { series, gaps } = await client.analytics.overview({ clientId, ...september, compare: { kind: 'none' } })
    expect(series[0]?.points.map(({ value }) => value)).toEqual([0, null, 7, null])
    expect(gaps).toMatchObject([{ from: '2026-09-22', to: '2026-09-22', kind: 'within' }])
  })

  it('compare means of known days where days are missing', async () => {
    const { client, clientId } = await startFigures(({ x = '' }) => [
      // Before: four days of 10. Now: two known days of 15; half as much again a day, though the sum is smaller.
      channelDays('x', x, {
        '2026-09-17': { likes: 10 }, '2026-09-18': { likes: 10 }, '2026-09-19': { likes: 10 }, '2026-09-20': { likes: 10 },
        '2026-09-21': { likes: 15 }, '2026-09-22': { likes: 15 }
      })
    ])
    const { days } = await client.analytics.overview({ clientId, ...september })
    expect(total(days.totals, 'likes')).toMatchObject({ now: { value: 30, known: 2 }, before: { value: 40, known: 4 }, change: { kind: 'change', share: 0.5, perKnown: true } })
  })

  it('say break, not growth, where impressions became views', async () => {
    const { client, clientId } = await startFigures(({ x = '' }) => [
      channelDays('x', x, { '2026-09-20': { impressions: 10 }, '2026-09-21': { impressions: 10 }, '2026-09-22': { views: 90 }, '2026-09-23': { views: 90 } })
    ])
    const { days, breaks } = await client.analytics.overview({ clientId, ...september })
    expect(total(days.totals, 'seen')).toMatchObject({ now: { value: 190 }, change: { kind: 'break', on: '2026-09-22', network: 'x' } })
    expect(breaks).toMatchObject([{ network: 'x', name: 'seen', on: '2026-09-22', from: 'impressions', to: 'views' }])
  })

  it('never add up reach', async () => {
    const { client, clientId } = await startFigures(({ instagram = '' }) => [
      channelDays('instagram', instagram, { '2026-09-21': { reach: 100 }, '2026-09-22': { reach: 100 } })
    ])
    const { days } = await client.analytics.overview({ clientId, ...september })
    expect(total(days.totals, 'reach')).toBeUndefined()
    const { series } = await client.analytics.channels({ clientId, ...september })
    expect(series.find(({ name }) => name === 'reach')?.points.map(({ value }) => value)).toEqual([100, 100, null, null])
  })
})

describe('sums of posts', () => {
  it('count what is known of, with the rate over the posts that have both sides', async () => {
    const { client, clientId } = await startFigures(({ instagram = '', linkedin = '' }) => [
      post('instagram', instagram, 'a', { views: 200, reach: 100, likes: 6, comments: 2, shares: 1, saves: 1 }),
      post('instagram', instagram, 'b', { views: 300, likes: 50 }),
      // Saves are no interaction on LinkedIn, whose files have none.
      post('linkedin', linkedin, 'c', { impressions: 500, reach: 100, likes: 10, comments: 0, shares: 0, saves: 99 }),
      post('linkedin', linkedin, 'old', { impressions: 1000 }, '2026-09-18T08:00:00.000Z')
    ])
    const { posts, sources } = await client.analytics.overview({ clientId, ...september })
    expect(posts).toMatchObject({ count: 3, before: 1 })
    expect(total(posts.totals, 'seen')).toMatchObject({ now: { value: 1000, known: 3, expected: 3 }, before: { value: 1000 }, change: { kind: 'change', share: 0 } })
    expect(total(posts.totals, 'interactions')?.now).toEqual({ value: 70, known: 3, expected: 3 })
    expect(total(posts.totals, 'engagement_rate')?.now).toEqual({ value: 0.1, known: 2, expected: 3 })
    expect(sources.find(({ network }) => network === 'linkedin')).toMatchObject({ posts: 1, interactions: { value: 10, known: 1 } })
  })

  it('are limited by format, while figures of the channel by day are not', async () => {
    const { client, clientId } = await startFigures(({ x = '' }) => [
      post('x', x, 'a', { impressions: 10 }), { ...post('x', x, 'b', { impressions: 20 }), format: 'video' }, channelDays('x', x, { '2026-09-21': { impressions: 1 } })
    ])
    const { posts, days } = await client.analytics.overview({ clientId, ...september, filters: { formats: ['video'] } })
    expect(posts.count).toBe(1)
    expect(total(posts.totals, 'seen')?.now.value).toBe(20)
    expect(total(days.totals, 'seen')?.now.value).toBe(1)
  })
})

describe('followers', () => {
  it('are stocks where a file told them and gains where it told only gains, never mixed', async () => {
    const { client, clientId } = await startFigures(({ x = '', linkedin = '' }) => [
      channelDays('x', x, { '2026-09-20': { followers: 100 }, '2026-09-23': { followers: 130 } }),
      channelDays('linkedin', linkedin, { '2026-09-21': { new_followers: 3 }, '2026-09-22': { new_followers: 0 } })
    ])
    const { stock, gained, stocks, stocksBefore } = await client.analytics.followers({ clientId, ...september })
    expect(stock.map(({ network }) => network)).toEqual(['x'])
    expect(gained.map(({ network }) => network)).toEqual(['linkedin'])
    expect(stocks).toMatchObject([{ network: 'x', day: '2026-09-23', followers: 130 }])
    expect(stocksBefore).toMatchObject([{ network: 'x', day: '2026-09-20', followers: 100 }])
    const { followers } = await client.analytics.overview({ clientId, ...september })
    expect(followers).toMatchObject({ now: { value: 130, known: 1, expected: 2 }, change: { kind: 'change', difference: 30 } })
  })
})
