import { describe, expect, it } from 'vitest'
import { figureColumns } from '../../src/shared/features/figures/figure-columns'
import { metricFormats } from '../../src/shared/features/figures/formats/metric-formats'
import { breaksOf, fileMetric, knownFigures, metricInfo } from '../../src/shared/features/figures/metric-dictionary'
import { en } from '../../src/shared/i18n/en'

const networks = ['facebook', 'instagram', 'linkedin', 'x', 'tiktok', 'youtube', 'pinterest', 'ga4', 'google-ads', 'snapchat']

describe('the dictionary of figures', () => {
  it('has a name and a sentence for every column on every network', () => {
    for (const network of networks) {
      for (const column of figureColumns) {
        const { labelKey, definitionKey } = metricInfo(network, column)
        expect(labelKey).not.toBe('metrics.unknown')
        expect(en[definitionKey!].length).toBeGreaterThan(10)
      }
    }
  })

  it('has a name for every figure that a file may bring', () => {
    const unnamed = metricFormats.filter(({ subject }) => subject !== null).flatMap(({ id, network, metrics }) =>
      Object.keys(metrics).filter((name) => metricInfo(network, fileMetric(network, name).column ?? `more.${name}`).labelKey === 'metrics.unknown').map((name) => `${id}: ${name}`))
    expect(unnamed).toEqual([])
  })

  it('never adds up people, nor levels over days', () => {
    for (const name of ['reach', 'users', 'more.viewers', 'more.unique_impressions_organic']) expect(metricInfo('instagram', name).additive).toEqual({ posts: false, days: false, accounts: false })
    expect(metricInfo('tiktok', 'followers')).toMatchObject({ stock: true, additive: { posts: false, days: false } })
    expect(metricInfo('x', 'more.of_tomorrow')).toMatchObject({ labelKey: 'metrics.unknown', definitionKey: null, additive: { posts: false, days: false, accounts: false } })
  })

  it('brings what networks call differently into columns that can be compared', () => {
    expect(fileMetric('x', 'reposts')).toEqual({ column: 'shares', scale: 1 })
    expect(fileMetric('x', 'shares')).toEqual({ column: null, scale: 1 })
    expect(fileMetric('x', 'bookmarks').column).toBe('saves')
    expect(fileMetric('instagram', 'replies').column).toBeNull()
    expect(fileMetric('youtube', 'watch_hours')).toEqual({ column: 'watch_seconds', scale: 3600 })
    expect(fileMetric('youtube', 'revenue_usd').column).toBe('revenue')
    expect(fileMetric('x', '__proto__')).toEqual({ column: null, scale: 1 })
  })

  it('says when impressions gave way to views, as a break and not as growth', () => {
    expect(breaksOf('instagram', 'views')).toMatchObject([{ kind: 'replaced', from: 'impressions', on: '2025-04-21' }])
    expect(breaksOf('facebook', 'impressions')).toMatchObject([{ kind: 'replaced', to: 'views', on: '2025-11-15' }])
    expect(breaksOf('linkedin', 'impressions')).toEqual([])
  })

  it('knows columns first, then what has none', () => {
    expect(new Set(knownFigures.slice(0, figureColumns.length))).toEqual(new Set(figureColumns))
  })
})
