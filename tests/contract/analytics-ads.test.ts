import { describe, expect, it } from 'vitest'
import { insertFigures, seedFigures, type SeedSubject } from '../support/figures'
import { startFigures } from '../support/figures-place'

const days = { from: '2026-09-21', to: '2026-09-24' }
const ad = (key: string, currency: string, rows: SeedSubject['rows'], more: Partial<SeedSubject> = {}): SeedSubject => ({
  kind: 'ad', network: 'facebook', key, ad: key, campaign: 'Summer exhibition', currency, rows, ...more
})

describe('ads', () => {
  it('are added up within a currency only, and reach not at all', async () => {
    const { client, clientId } = await startFigures(() => [
      ad('a', 'EUR', [{ startsOn: '2026-09-21', values: { spend: 10, impressions: 1000, reach: 800, link_clicks: 20, results: 4 } }]),
      ad('b', 'EUR', [{ startsOn: '2026-09-22', values: { spend: 30, impressions: 3000, reach: 900, link_clicks: 60 } }]),
      ad('c', 'NOK', [{ startsOn: '2026-09-22', values: { spend: 500, impressions: 100 } }])
    ])
    const { totals } = await client.analytics.ads({ clientId, ...days })
    expect(totals).toMatchObject([
      // 40 over 4,000 impressions, 80 clicks; results are told of the first ad alone, so its 10 are held against them.
      { currency: 'EUR', ads: 2, spend: 40, impressions: 4000, reach: null, cpm: 10, cpc: 0.5, cpr: 2.5 },
      { currency: 'NOK', ads: 1, spend: 500 }
    ])
  })

  it('count days before spans, leave out a total of the network, and never cut a span', async () => {
    const { client, clientId } = await startFigures(() => [
      ad('a', 'EUR', [{ startsOn: '2026-09-21', values: { spend: 1 } }, { startsOn: '2026-09-21', endsOn: '2026-09-24', values: { spend: 4 } }]),
      ad('b', 'EUR', [{ startsOn: '2026-09-01', endsOn: '2026-09-30', values: { spend: 100 } }]),
      ad('account', 'EUR', [{ startsOn: '2026-09-21', values: { spend: 101 } }])
    ])
    const { totals, ads } = await client.analytics.ads({ clientId, ...days })
    expect(totals).toMatchObject([{ spend: 1 }])
    expect(ads).toMatchObject([{ ad: 'a', spend: 1, across: 0 }, { ad: 'b', spend: null, across: 1 }])
  })

  it('stand beside posts without being added to them', async () => {
    const { client, clientId } = await startFigures(() => [
      ad('a', 'EUR', [{ startsOn: '2026-09-21', values: { impressions: 900 } }]),
      { kind: 'post', network: 'facebook', key: 'p', publishedAt: '2026-09-22T08:00:00.000Z', rows: [{ values: { views: 50 } }] }
    ])
    expect((await client.analytics.ads({ clientId, ...days })).split).toEqual([{ network: 'facebook', posts: 1, organicSeen: 50, paidImpressions: 900 }])
    expect((await client.analytics.overview({ clientId, ...days })).posts.totals.find(({ name }) => name === 'seen')?.now.value).toBe(50)
  })
})

describe('campaigns', () => {
  it('find their ads and visits by name, and say where the budget goes at this pace', async () => {
    const { client, clientId } = await startFigures(() => [
      ad('a', 'EUR', [{ startsOn: '2026-09-01', values: { spend: 30 } }, { startsOn: '2026-09-10', values: { spend: 20 } }]),
      ad('b', 'NOK', [{ startsOn: '2026-09-02', values: { spend: 7 } }]),
      ad('c', 'EUR', [{ startsOn: '2026-09-02', values: { spend: 1 } }], { campaign: 'Something else' }),
      { kind: 'traffic', network: 'ga4', key: 'campaign:summer-exhibition', title: 'summer-exhibition', rows: [{ startsOn: '2026-09-22', values: { sessions: 12 } }] }
    ])
    await client.campaigns.create({ clientId, name: 'Summer Exhibition', startsOn: '2026-09-01', endsOn: '2026-09-30', budgetMinor: 12_000, currency: 'EUR' })
    const { campaigns, unmatchedAds } = await client.analytics.campaigns({ clientId, ...days })
    expect(campaigns).toMatchObject([{
      // 50 in 10 of 30 days: 150 by the end, of 120 planned.
      pacing: { budget: 120, spent: 50, until: '2026-09-10', daysGone: 10, daysAll: 30, planned: 40, forecast: 150 },
      ads: [{ currency: 'EUR', spend: 50 }, { currency: 'NOK', spend: 7 }],
      traffic: { names: ['summer-exhibition'], sessions: 12 }
    }])
    expect(unmatchedAds).toEqual(['Something else'])
  })
})

describe('traffic', () => {
  it('adds sessions up and people not, and finds the campaign of a link', async () => {
    const { client, clientId } = await startFigures(() => [
      { kind: 'traffic', network: 'ga4', key: 'account', rows: [{ startsOn: '2026-09-21', values: { sessions: 5, users: 4 } }, { startsOn: '2026-09-22', values: { sessions: 6, users: 4 } }] },
      { kind: 'traffic', network: 'ga4', key: 'source:instagram', rows: [{ startsOn: '2026-09-21', values: { sessions: 2, users: 1 } }, { startsOn: '2026-09-22', values: { sessions: 3, users: 1 } }] }
    ])
    const { totals, rows } = await client.analytics.traffic({ clientId, ...days })
    expect(totals.sessions).toEqual({ value: 11, known: 2, expected: 4 })
    expect(rows).toMatchObject([{ dimension: 'source', value: 'instagram', sessions: 5, users: null }])
  })
})

describe('all clients', () => {
  it('have a row each, from nothing but their own workspace', async () => {
    const { core, client, channels } = await startFigures(() => [])
    const other = await client.clients.create({ name: 'Other' })
    const workspace = await core.services.workspaces.open(other.id)
    const seeds: SeedSubject[] = [{ kind: 'post', network: 'x', key: 'p', publishedAt: '2026-09-22T08:00:00.000Z', rows: [{ values: { impressions: 9 } }] }]
    await workspace.command('figureImports.commit', (tx) => insertFigures(tx, seeds))
    const { clients } = await client.analytics.clients(days)
    expect(Object.fromEntries(clients.map(({ name, posts }) => [name, posts]))).toEqual({ 'Fjord Museum': null, Other: 1 })
    expect(Object.keys(channels)).toHaveLength(3)
  })

  it('tell no posts from posts that no file tells of, now and before, and how each works out its rate', async () => {
    const at = (publishedAt: string, key: string): SeedSubject => ({ kind: 'post', network: 'x', key, publishedAt, rows: [{ values: { impressions: 9 } }] })
    const { client, clientId } = await startFigures(() => [at('2026-09-05T08:00:00.000Z', 'a'), at('2026-09-06T08:00:00.000Z', 'b'), at('2026-09-25T08:00:00.000Z', 'c')])
    await client.contentAnalytics.setFormula({ clientId, formula: 'views' })
    const rowOf = async (from: string, to: string) => (await client.analytics.clients({ from, to })).clients[0]
    expect(await rowOf('2026-09-05', '2026-09-08')).toMatchObject({ posts: 2, postsBefore: null, formula: 'views' })
    expect(await rowOf('2026-09-09', '2026-09-12')).toMatchObject({ posts: 0, postsBefore: 2 })
    expect(await rowOf('2026-12-01', '2026-12-04')).toMatchObject({ posts: null, postsBefore: null })
  })
})

describe('a whole quarter', () => {
  it('names the channel whose newest days are missing', async () => {
    const place = await startFigures(() => [])
    const workspace = await place.core.services.workspaces.open(place.clientId)
    await workspace.command('figureImports.commit', (tx) => seedFigures(tx, place.channels))
    const { gaps, sources } = await place.client.analytics.overview({ clientId: place.clientId, from: '2026-07-01', to: '2026-09-30' })
    expect(gaps).toEqual([
      { network: 'instagram', channelId: place.channels.instagram, from: '2026-08-03', to: '2026-08-05', kind: 'within' },
      { network: 'instagram', channelId: place.channels.instagram, from: '2026-09-19', to: '2026-09-30', kind: 'after' }
    ])
    expect(sources.find(({ network }) => network === 'instagram')?.lastDay).toBe('2026-09-18')
  })
})
