import { describe, expect, it } from 'vitest'
import { insertFigures, type SeedSubject } from '../support/figures'
import { makePost, type PlanningPlace, startPlanning } from '../support/planning'

interface Given {
  day: string
  hour?: number
  format?: string
  reach?: number
  likes?: number
  views?: number
  network?: string
  text?: string
}

const scope = { from: '2026-09-01', to: '2026-09-30', compare: { kind: 'none' as const } }

/** Posts on Instagram, in the order given; their ids are 1, 2, 3 and so on. Oslo is two hours ahead of UTC. */
async function publish({ core, clientId, channels }: PlanningPlace, given: readonly Given[], options: { measuredAt?: string; again?: boolean } = {}) {
  const workspace = await core.services.workspaces.open(clientId)
  const seeds: SeedSubject[] = given.map(({ day, hour = 8, format = 'image', network = 'instagram', text = '', ...values }, index) => ({
    kind: 'post', network, channelId: channels[network] ?? '', key: `p${index + 1}`, format, text, publishedAt: `${day}T${String(hour).padStart(2, '0')}:30:00.000Z`, rows: [{ values }]
  }))
  return workspace.command('test.figures', (tx) => insertFigures(tx, seeds, options))
}
const many = (n: number, of: (index: number) => Omit<Given, 'day'>): Given[] =>
  Array.from({ length: n }, (_, index) => ({ day: `2026-09-${String((index % 28) + 1).padStart(2, '0')}`, ...of(index) }))

describe('posts of the networks', () => {
  it('are sorted by any figure over all of them, what is not known last', async () => {
    const place = await startPlanning()
    await publish(place, [{ day: '2026-09-01', likes: 5 }, { day: '2026-09-02' }, { day: '2026-09-03', likes: 0 }, { day: '2026-09-04', likes: 50 }])
    const list = async (descending: boolean) => (await place.client.contentAnalytics.posts({ clientId: place.clientId, ...scope, sort: 'likes', descending })).posts.map(({ values }) => values.likes)
    expect(await list(true)).toEqual([50, 5, 0, null])
    expect(await list(false)).toEqual([0, 5, 50, null])
  })

  it('come in the same order page by page as at once', async () => {
    const place = await startPlanning()
    await publish(place, many(1500, (index) => ({ likes: (index * 7919) % 501, reach: 1000 })))
    const ask = (offset: number, limit: number) => place.client.contentAnalytics.posts({ clientId: place.clientId, ...scope, sort: 'engagement_rate', offset, limit })
    const first = await ask(0, 1000)
    const pages = [await ask(990, 10), await ask(1000, 500)]
    expect(first.total).toBe(1500)
    expect(pages[0]?.posts).toEqual(first.posts.slice(990))
    const rates = [...first.posts, ...(pages[1]?.posts ?? [])].map(({ values }) => values.engagement_rate ?? -1)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
    expect(new Set([...first.posts, ...(pages[1]?.posts ?? [])].map(({ subjectId }) => subjectId)).size).toBe(1500)
  })

  it('are found by words, and a percent sign is a sign', async () => {
    const place = await startPlanning()
    await publish(place, [{ day: '2026-09-01', text: 'Boats at dawn' }, { day: '2026-09-02', text: '50% off boats' }])
    const find = async (search: string) => (await place.client.contentAnalytics.posts({ clientId: place.clientId, ...scope, search })).total
    expect([await find('boats'), await find('boats dawn'), await find('0%'), await find('%s')]).toEqual([2, 1, 1, 0])
  })

  it('take their rate from the formula of the client, and say why there is none', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    await publish(place, [{ day: '2026-09-01', likes: 30, reach: 1000, views: 3000 }, { day: '2026-09-02', likes: 30, views: 100 }])
    const rates = async () => (await client.contentAnalytics.posts({ clientId, ...scope, descending: false })).posts.map(({ values }) => values.engagement_rate)
    expect(await rates()).toEqual([0.03, null])
    expect((await client.contentAnalytics.post({ clientId, subjectId: 2 })).reason).toBe('no-reach')
    place.wait(1000)
    await client.contentAnalytics.setFormula({ clientId, formula: 'views' })
    expect(await rates()).toEqual([0.01, 0.3])
    await client.history.undo({ clientId })
    expect(await rates()).toEqual([0.03, null])
  })

  it('know the followers of the day for a rate by followers', async () => {
    const place = await startPlanning()
    const { core, client, clientId, channels } = place
    await publish(place, [{ day: '2026-09-01', likes: 30 }, { day: '2026-09-05', likes: 30 }])
    const workspace = await core.services.workspaces.open(clientId)
    const days: SeedSubject = { kind: 'account', network: 'instagram', channelId: channels.instagram ?? '', key: 'account', rows: [{ startsOn: '2026-09-03', values: { followers: 600 } }, { startsOn: '2026-09-06', values: { followers: 900 } }] }
    await workspace.command('test.figures', (tx) => insertFigures(tx, [days]))
    await client.contentAnalytics.setFormula({ clientId, formula: 'followers' })
    const { posts } = await client.contentAnalytics.posts({ clientId, ...scope, descending: false })
    expect(posts.map(({ values }) => values.engagement_rate)).toEqual([null, 0.05])
    expect((await client.contentAnalytics.post({ clientId, subjectId: 1 })).reason).toBe('no-followers')
  })

  it('show the picture and the pillar of the post of the plan that they are', async () => {
    const place = await startPlanning()
    const { core, client, clientId, assetIds } = place
    await publish(place, [{ day: '2026-09-01', likes: 1 }])
    const pillar = await client.pillars.create({ clientId, name: 'Light' })
    const post = await makePost(place, { pillarId: pillar.id, media: [{ assetId: assetIds[0] ?? '' }] })
    const workspace = await core.services.workspaces.open(clientId)
    await workspace.command('test.match', (tx) => tx('figure_match').insert({ id: 'm', subject_id: 1, variant_id: post.variants[0]?.id ?? '', state: 'sure', score: 1, reasons_json: '[]' }))
    const { posts } = await client.contentAnalytics.posts({ clientId, ...scope, filters: { pillarIds: [pillar.id] } })
    expect(posts).toMatchObject([{ planned: { postId: post.id, title: 'Harbor', pillarId: pillar.id, thumbnailUrl: expect.stringContaining('/media/') as unknown } }])
  })
})

describe('best times', () => {
  it('are medians by hour of the zone of the client, with how many posts they rest on', async () => {
    const place = await startPlanning()
    // September 7, 14 and 21 are Mondays; 08:30 UTC is half past ten in Oslo.
    await publish(place, [{ day: '2026-09-07', reach: 10 }, { day: '2026-09-14', reach: 90 }, { day: '2026-09-21', reach: 20 }, { day: '2026-09-08', hour: 23, reach: 5 }, { day: '2026-09-09' }])
    const found = await place.client.contentAnalytics.bestTimes({ clientId: place.clientId, ...scope, metric: 'reach' })
    expect(found).toMatchObject({ zone: 'Europe/Oslo', n: 4, without: 1 })
    // 23:30 UTC on a Tuesday is Wednesday, half past one.
    expect(found.cells).toEqual([
      { weekday: 1, hour: 10, estimate: { value: 20, n: 3, low: null, high: null } },
      { weekday: 3, hour: 1, estimate: { value: 5, n: 1, low: null, high: null } }
    ])
  })
})

describe('groups of posts', () => {
  it('give a mean with its interval, and put those that are too small last', async () => {
    const place = await startPlanning()
    await publish(place, [1, 2, 3].map((reach, index) => ({ day: `2026-09-0${index + 1}`, format: 'reel', reach })).concat([{ day: '2026-09-05', format: 'image', reach: 900 }]))
    const { groups } = await place.client.contentAnalytics.groups({ clientId: place.clientId, ...scope, metric: 'reach', by: 'format', statistic: 'average' })
    expect(groups.map(({ key }) => key)).toEqual(['reel', 'image'])
    expect(groups[0]).toMatchObject({ posts: 3, share: 0.75, estimate: { value: 2, n: 3 } })
    expect(groups[0]?.estimate?.low).toBeCloseTo(2 - 4.302652729 / Math.sqrt(3), 6)
    expect(groups[1]).toMatchObject({ estimate: { value: 900, n: 1, low: null, high: null } })
  })

  it('take a rate of several posts by their totals', async () => {
    const place = await startPlanning()
    await publish(place, [{ day: '2026-09-01', likes: 1, reach: 1 }, { day: '2026-09-02', likes: 10, reach: 1000 }, { day: '2026-09-03', likes: 9, reach: 999 }])
    const { overall } = await place.client.contentAnalytics.groups({ clientId: place.clientId, ...scope, metric: 'engagement_rate', by: 'channel', statistic: 'average' })
    expect(overall?.value).toBeCloseTo(0.01, 10)
  })

  it('count a post with two hashtags in both, and show a pillar without posts beside its target', async () => {
    const place = await startPlanning()
    const pillar = await place.client.pillars.create({ clientId: place.clientId, name: 'Light', targetShare: 40 })
    await publish(place, [{ day: '2026-09-01', reach: 4, text: 'Dawn #Harbor and #light, not a#tag' }, { day: '2026-09-02', reach: 8, text: '#harbor' }])
    const ask = (by: 'hashtag' | 'pillar') => place.client.contentAnalytics.groups({ clientId: place.clientId, ...scope, metric: 'reach', by })
    expect((await ask('hashtag')).groups.map(({ key, posts }) => [key, posts])).toEqual([['harbor', 2], ['light', 1]])
    expect((await ask('pillar')).groups).toContainEqual({ key: pillar.id, posts: 0, share: 0, target: 40, estimate: null, before: null })
  })
})

describe('groups of posts that are compared', () => {
  const august = { kind: 'previous' as const }
  const posts: Given[] = [
    ...[10, 20, 30].map((reach, at) => ({ day: `2026-09-0${at + 1}`, format: 'reel', reach })), ...[1, 2, 3].map((reach, at) => ({ day: `2026-08-0${at + 1}`, format: 'reel', reach })),
    { day: '2026-09-05', format: 'story', reach: 4 }, { day: '2026-09-06', format: 'story', reach: 6 }, ...[7, 7, 8].map((reach, at) => ({ day: `2026-08-1${at}`, format: 'story', reach })),
    { day: '2026-08-20', format: 'poll', reach: 5 }, { day: '2026-08-21', format: 'poll' }
  ]

  it('stand beside their figure of the other days with its n, and tell a difference only with an interval', async () => {
    const place = await startPlanning()
    await publish(place, posts)
    const ask = { clientId: place.clientId, ...scope, metric: 'reach' as const, by: 'format' as const, statistic: 'average' as const }
    const { groups, compared } = await place.client.contentAnalytics.groups({ ...ask, compare: august })
    expect(compared).toMatchObject({ from: '2026-08-01', to: '2026-08-31', isKnown: true, posts: 8, overall: { n: 7 } })
    const before = new Map(groups.map(({ key, before: was }) => [key, was]))
    const half = (4.302652729 * Math.hypot(10, 1)) / Math.sqrt(3)
    expect(before.get('reel')).toMatchObject({ posts: 3, estimate: { value: 2, n: 3 }, change: { kind: 'difference', value: 18, low: expect.closeTo(18 - half, 6) as number, high: expect.closeTo(18 + half, 6) as number } })
    // Two posts carry no interval, and so no difference.
    expect(before.get('story')).toMatchObject({ posts: 3, estimate: { n: 3 }, change: { kind: 'unknown' } })
    // What has no posts any more is not left out.
    expect(groups.at(-1)).toMatchObject({ key: 'poll', posts: 0, estimate: null, before: { posts: 2, estimate: { value: 5, n: 1 }, change: { kind: 'unknown' } } })
    const alone = await place.client.contentAnalytics.groups({ ...ask, compare: { kind: 'none' } })
    expect(alone.compared).toBeNull()
    expect(alone.groups.map(({ key, before: was }) => [key, was])).toEqual([['reel', null], ['story', null]])
  })

  it('lead from a figure of the other days to its posts', async () => {
    const place = await startPlanning()
    await publish(place, posts)
    const { compared, groups } = await place.client.contentAnalytics.groups({ clientId: place.clientId, ...scope, compare: august, metric: 'reach', by: 'format' })
    for (const { key, before } of groups) {
      const asked = { clientId: place.clientId, from: compared?.from, to: compared?.to, among: { by: 'format' as const, key } }
      expect((await place.client.contentAnalytics.trace({ ...asked, metric: 'reach' })).counting).toBe(before?.estimate?.n)
      expect((await place.client.contentAnalytics.trace({ ...asked, metric: 'posts' })).value).toBe(before?.posts)
    }
  })

  it('tell of no growth where the network counted anew in between, and of a difference in what it did not touch', async () => {
    const place = await startPlanning()
    const month = (name: string, views: number): Given[] => Array.from({ length: 8 }, (_, at) => ({ day: `${name}-0${at + 1}`, views: views + at, reach: 100 + at, likes: 5 }))
    await publish(place, [...month('2025-03', 100), ...month('2025-05', 900)])
    const ask = async (metric: 'engagement_rate' | 'reach' | 'seen') => {
      const days = { from: '2025-05-01', to: '2025-05-31', compare: { kind: 'own' as const, from: '2025-03-01', to: '2025-03-31' } }
      const { groups } = await place.client.contentAnalytics.groups({ clientId: place.clientId, ...days, metric, by: 'channel' })
      return groups.map(({ before }) => before?.change)
    }
    const anew = { kind: 'break', on: '2025-04-21', network: 'instagram' }
    expect(await ask('seen')).toEqual([anew])
    expect(await ask('reach')).toMatchObject([{ kind: 'difference', value: 0 }])
    expect(await ask('engagement_rate')).toMatchObject([{ kind: 'difference' }])
    await place.client.contentAnalytics.setFormula({ clientId: place.clientId, formula: 'views' })
    expect(await ask('engagement_rate')).toEqual([anew])
  })

  it('say that no file tells of the other days, which is not the same as no posts', async () => {
    const place = await startPlanning()
    await publish(place, posts)
    const ask = async (from: string, to: string) => {
      const { compared, groups } = await place.client.contentAnalytics.groups({ clientId: place.clientId, ...scope, compare: { kind: 'own', from, to }, metric: 'reach', by: 'format' })
      return [compared?.isKnown, groups[0]?.before]
    }
    expect(await ask('2020-01-01', '2020-01-31')).toEqual([false, null])
    expect(await ask('2026-08-25', '2026-08-31')).toEqual([true, { posts: 0, estimate: null, change: { kind: 'unknown' } }])
  })
})

describe('insights', () => {
  it('tell of a difference that the figures carry, with both sides and an interval', async () => {
    const place = await startPlanning()
    await publish(place, [...many(14, (index) => ({ format: 'reel', reach: 2000 + index * 10 })), ...many(31, (index) => ({ format: 'image', reach: 1000 + index }))])
    const { insights } = await place.client.contentAnalytics.insights({ clientId: place.clientId, ...scope })
    const reel = insights.find(({ by, key }) => by === 'format' && key === 'reel')
    expect(reel).toMatchObject({ metric: 'reach', network: 'instagram', group: { n: 14, value: 2065 }, others: { n: 31, value: 1015 } })
    expect(reel?.ratio.value).toBeCloseTo(2065 / 1015, 10)
    expect(reel?.ratio.low ?? 0).toBeGreaterThan(1.9)
    expect(reel?.ratio.high ?? 9).toBeLessThan(2.2)
  })

  it('say nothing of how many times it is where the others may be at zero', async () => {
    const place = await startPlanning()
    await publish(place, [...many(14, () => ({ format: 'reel', likes: 90, reach: 1000 })), ...many(31, (index) => ({ likes: index < 13 ? 0 : 9, reach: 1000 }))])
    const { insights } = await place.client.contentAnalytics.insights({ clientId: place.clientId, ...scope })
    const found = insights.filter(({ metric, by }) => metric === 'engagement_rate' && by === 'format')
    expect(found.map(({ key, ratio }) => [key, ratio.low])).toEqual([['image', 0]])
  })

  it('say nothing where five posts stand against many, and never hold networks against each other', async () => {
    const place = await startPlanning()
    await publish(place, [...many(5, () => ({ format: 'reel', reach: 9000 })), ...many(20, (index) => ({ format: 'image', reach: 100 + index })), ...many(20, () => ({ network: 'x', format: 'text', views: 5, reach: 5 }))])
    const found = await place.client.contentAnalytics.insights({ clientId: place.clientId, ...scope })
    expect(found.insights.filter(({ by }) => by === 'format')).toEqual([])
    expect(found.tooFew).toBeGreaterThan(0)
  })
})

describe('an import that is taken back', () => {
  it('takes its posts along, and one more import adds its own', async () => {
    const place = await startPlanning()
    const { core, client, clientId } = place
    await publish(place, [{ day: '2026-09-01', reach: 10, text: 'Dawn #harbor' }, { day: '2026-09-03', reach: 30 }])
    const count = async () => {
      const [{ posts }, page, tags] = [await client.analytics.overview({ clientId, ...scope }), await client.contentAnalytics.posts({ clientId, ...scope, sort: 'reach' }), await client.contentAnalytics.groups({ clientId, ...scope, metric: 'reach', by: 'hashtag' })]
      return { count: posts.count, reach: page.posts.map(({ values }) => values.reach), tags: Object.fromEntries(tags.groups.map(({ key, posts: n }) => [key, n])) }
    }
    expect(await count()).toEqual({ count: 2, reach: [30, 10], tags: { '': 1, harbor: 1 } })
    const workspace = await core.services.workspaces.open(clientId)
    const post: SeedSubject = { kind: 'post', network: 'x', key: 'later', text: 'Dusk #harbor', publishedAt: '2026-09-02T08:00:00.000Z', rows: [{ values: { reach: 20 } }] }
    const { importId } = await workspace.command('test.figures', (tx) => insertFigures(tx, [post]))
    expect(await count()).toEqual({ count: 3, reach: [30, 20, 10], tags: { harbor: 2, '': 1 } })
    place.wait(1000)
    await client.figureImports.remove({ clientId, importId })
    expect(await count()).toEqual({ count: 2, reach: [30, 10], tags: { '': 1, harbor: 1 } })
    await client.history.undo({ clientId })
    expect((await count()).count).toBe(3)
  })
})

describe('the source of a figure', () => {
  it('is the file, line and day of every value, the older ones marked as replaced', async () => {
    const place = await startPlanning()
    const { core, client, clientId } = place
    await publish(place, [{ day: '2026-09-01', reach: 10, likes: 1 }], { measuredAt: '2026-09-02T00:00:00.000Z' })
    const workspace = await core.services.workspaces.open(clientId)
    // A later file of the same post.
    await workspace.command('test.figures', async (tx) => {
      const [row] = (await tx('figure_row')) as Record<string, unknown>[]
      const [file] = (await tx('figure_file')) as Record<string, unknown>[]
      await tx('figure_import').insert({ id: 'later', files: 1, added: 0, changed: 1, unchanged: 0, skipped: 0, created_at: '2026-09-20T00:00:00.000Z' })
      await tx('figure_file').insert({ ...file, id: 'f2', import_id: 'later', name: 'october.csv' })
      await tx('figure_row').insert({ ...row, id: undefined, file_id: 'f2', line: 7, measured_at: '2026-09-19T00:00:00.000Z', reach: 14, likes: null })
    })
    const traced = await client.contentAnalytics.trace({ clientId, metric: 'reach', kinds: ['post'], from: scope.from, to: scope.to })
    expect(traced).toMatchObject({ total: 2, counting: 1, superseded: 1 })
    expect(traced.rows.map(({ file, line, value, counts }) => [file, line, value, counts])).toEqual([['october.csv', 7, 14, true], ['instagram-post.csv', 2, 10, false]])
    // The later file has no likes, so the earlier value still counts.
    const likes = await client.contentAnalytics.trace({ clientId, metric: 'engagement_rate', subjectIds: [1] })
    expect(likes.rows.filter(({ column }) => column === 'likes')).toMatchObject([{ value: 1, counts: true }])
    // What an import brought is gone with it.
    await workspace.command('test.undo', (tx) => tx('figure_import').where({ id: 'later' }).delete())
    expect((await client.contentAnalytics.trace({ clientId, metric: 'reach', subjectIds: [1] })).rows).toMatchObject([{ value: 10, counts: true }])
  })

  it('is the longest period of a post where no file has its lifetime, and only of posts that the chips let through', async () => {
    const place = await startPlanning()
    const { core, client, clientId } = place
    const workspace = await core.services.workspaces.open(clientId)
    const video = (key: string, format: string): SeedSubject => ({
      kind: 'post', network: 'youtube', channelId: '', key, format, publishedAt: '2026-09-02T08:00:00.000Z',
      rows: [{ startsOn: '2026-09-01', endsOn: '2026-09-30', values: { views: 30 } }, { startsOn: '2026-09-03', values: { views: 4 } }]
    })
    await workspace.command('test.figures', (tx) => insertFigures(tx, [video('a', 'video'), video('b', 'short')]))
    const { posts } = await client.contentAnalytics.posts({ clientId, ...scope, sort: 'seen' })
    expect(posts.map(({ values }) => values.views)).toEqual([30, 30])
    const ask = (formats: string[]) => client.contentAnalytics.trace({ clientId, metric: 'seen', kinds: ['post'], from: scope.from, to: scope.to, filters: { formats } })
    expect((await ask([])).rows.map(({ value, endsOn }) => [value, endsOn])).toEqual([[30, '2026-09-30'], [30, '2026-09-30']])
    expect((await ask(['short'])).rows.map(({ subjectId }) => subjectId)).toEqual([2])
  })
})
