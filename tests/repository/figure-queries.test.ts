import { describe, expect, it } from 'vitest'
import { countPostFigures, listDailyFigures, listPostFigures } from '../../src/main/core/features/analytics/figure-queries'
import { analyticsFilters } from '../../src/shared/features/analytics/analytics-scope'
import { insertFigures, seedFigures, type SeedSubject } from '../support/figures'
import { tempFolder } from '../support/temp-folder'
import { openWorkspaceFile } from '../support/workspace-database'

const none = analyticsFilters.parse({})
const july = { from: '2026-07-01', to: '2026-07-31', filters: none }

async function withFigures(seeds: SeedSubject[]) {
  const db = await openWorkspaceFile(await tempFolder())
  const { value } = await db.command('figureImports.commit', (tx) => insertFigures(tx, seeds))
  return { db, reader: db.reader, ...value }
}
const post = (key: string, publishedAt: string, values: SeedSubject['rows'][number]['values'], more: Partial<SeedSubject> = {}): SeedSubject => ({
  kind: 'post', network: 'instagram', channelId: 'c-ig', key, publishedAt, rows: [{ values }], ...more
})

describe('figures by day', () => {
  it('give views or impressions as seen, and leave out days that no file has', async () => {
    const days = [
      { startsOn: '2026-07-01', values: { impressions: 10 } }, { startsOn: '2026-07-03', values: { views: 0 } },
      { startsOn: '2026-07-01', endsOn: '2026-07-31', values: { views: 999 } }, { startsOn: '2026-08-01', values: { views: 5 } }
    ]
    const { reader } = await withFigures([{ kind: 'account', network: 'facebook', channelId: 'c-fb', key: 'account', rows: days }])
    const listed = await listDailyFigures(reader, july, ['seen', 'likes'])
    expect(listed.map(({ day, values }) => ({ day, ...values }))).toEqual([
      { day: '2026-07-01', seen: 10, likes: null },
      { day: '2026-07-03', seen: 0, likes: null }
    ])
  })

  it('read only the channels of the chips', async () => {
    const db = await openWorkspaceFile(await tempFolder())
    await db.command('figureImports.commit', (tx) => seedFigures(tx, { linkedin: 'c-li', tiktok: 'c-tt' }))
    const listed = await listDailyFigures(db.reader, { ...july, filters: { ...none, channelIds: ['c-tt'] } }, ['followers'])
    expect(new Set(listed.map(({ network }) => network))).toEqual(new Set(['tiktok']))
    expect(listed).toHaveLength(31)
  })
})

describe('posts of a period', () => {
  it('are those published on its days in the zone of the client', async () => {
    // 23:30 in UTC is August 1 in Oslo.
    const { reader } = await withFigures([post('a', '2026-07-31T21:30:00.000Z', { views: 1 }), post('b', '2026-07-31T22:30:00.000Z', { views: 2 })])
    expect((await listPostFigures(reader, july, 'Europe/Oslo', { names: ['views'] })).map(({ values }) => values.views)).toEqual([1])
  })

  it('sort by a figure with the unknown last, in both directions', async () => {
    const { reader } = await withFigures([
      post('a', '2026-07-02T08:00:00.000Z', { views: 5 }), post('b', '2026-07-03T08:00:00.000Z', {}), post('c', '2026-07-04T08:00:00.000Z', { views: 0 })
    ])
    const values = async (descending: boolean) =>
      (await listPostFigures(reader, july, 'UTC', { names: ['views'], sort: { by: 'views', descending } })).map((row) => row.values.views)
    expect(await values(true)).toEqual([5, 0, null])
    expect(await values(false)).toEqual([0, 5, null])
  })

  it('are found by a hashtag as a word, whatever its case', async () => {
    const { reader } = await withFigures([
      post('a', '2026-07-02T08:00:00.000Z', {}, { text: 'Dawn #Light' }), post('b', '2026-07-02T08:00:00.000Z', {}, { text: '#lighthouse' })
    ])
    expect(await countPostFigures(reader, { ...july, filters: { ...none, hashtags: ['light'] } }, 'UTC')).toBe(1)
  })
})
