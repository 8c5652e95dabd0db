import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuildFigures } from '../../src/main/core/features/figure-imports/figure-merge.repository'
import type { AppInputs, AppOutputs } from '../../src/shared/contract'
import { adCosts } from '../../src/shared/features/analytics/ad-costs'
import type { AnalyticsScope } from '../../src/shared/features/analytics/analytics-scope'
import type { FigureTotal } from '../../src/shared/features/analytics/analytics.schema'
import { engagementFormulas } from '../../src/shared/features/figures/formulas'
import { goalMetrics, isOfPosts } from '../../src/shared/features/goals/goal-progress'
import { figureColumns, type FigureColumn } from '../../src/shared/features/figures/figure-columns'
import { insertFigures, type SeedRow, type SeedSubject } from '../support/figures'
import { makePost, on, type PlanningPlace, startPlanning } from '../support/planning'

type Trace = AppInputs['contentAnalytics']['trace']
type Place = PlanningPlace & { pillarId: string; campaignId: string; variantIds: string[] }

const period = { from: '2026-09-01', to: '2026-09-30' }
const dayOf = (day: number): string => `2026-09-${String(day).padStart(2, '0')}`
const anyValues = (columns: readonly FigureColumn[]) =>
  fc.record(Object.fromEntries(columns.map((column) => [column, fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined, freq: 3 })])))
const posted = anyValues(['views', 'impressions', 'reach', 'likes', 'comments', 'shares', 'saves', 'engagements', 'link_clicks', 'video_views'])
const measured = anyValues(['views', 'impressions', 'engagements', 'followers', 'new_followers', 'profile_visits', 'link_clicks'])
const bought = anyValues(['spend', 'impressions', 'reach', 'clicks', 'link_clicks', 'results'])
const visited = anyValues(['sessions', 'users', 'conversions', 'events', 'revenue'])
const aDay = fc.integer({ min: 1, max: 30 })

/** Days, and spans that may lie over them or over the ends of the period. */
const rowsOf = (values: fc.Arbitrary<SeedRow['values']>, spans: boolean): fc.Arbitrary<SeedRow[]> =>
  fc.uniqueArray(fc.record({ from: aDay, length: spans ? fc.constantFrom(0, 0, 0, 3, 40) : fc.constant(0), values }), { maxLength: 5, selector: ({ from, length }) => `${from} ${length}` }).map((rows) =>
    rows.map(({ from, length, values: of }) => ({ startsOn: dayOf(from), endsOn: from + length > 30 ? '2026-10-09' : dayOf(from + length), values: of })))

const networks = ['instagram', 'x', 'linkedin', 'youtube'] as const
const aPost = fc.record({ network: fc.constantFrom(...networks), hasChannel: fc.boolean(), day: fc.integer({ min: 1, max: 34 }), format: fc.constantFrom('image', 'reel'), tag: fc.constantFrom('', ' #dawn'), values: posted, span: fc.option(posted, { nil: undefined }) })
const anAd = fc.record({ network: fc.constantFrom('facebook', 'linkedin'), campaign: fc.constantFrom('Summer show', 'Other'), currency: fc.constantFrom('EUR', 'NOK'), rows: rowsOf(bought, true) })
const data = fc.record({
  posts: fc.array(aPost, { minLength: 3, maxLength: 14 }),
  days: fc.tuple(...networks.map(() => rowsOf(measured, false))),
  ads: fc.array(anAd, { maxLength: 5 }),
  visits: fc.tuple(rowsOf(visited, true), rowsOf(visited, true)),
  formula: fc.constantFrom(...engagementFormulas),
  filters: fc.record({ channel: fc.boolean(), pillar: fc.boolean(), campaign: fc.boolean(), format: fc.boolean(), hashtag: fc.boolean() })
})
type Data = typeof data extends fc.Arbitrary<infer T> ? T : never

function seedsOf({ posts, days, ads, visits }: Data, channels: Record<string, string>): SeedSubject[] {
  return [
    ...posts.map(({ network, hasChannel, day, format, tag, values, span }, at): SeedSubject => ({
      kind: 'post', network, channelId: hasChannel ? (channels[network] ?? '') : '', key: `p${at}`, format, text: `No. ${at}${tag}`,
      publishedAt: new Date(Date.UTC(2026, 8, day, 20, 30)).toISOString(),
      rows: [{ values }, ...(span ? [{ startsOn: dayOf(1), endsOn: dayOf(30), values: span }, { startsOn: dayOf(2), values: span }] : [])]
    })),
    ...days.map((rows, at): SeedSubject => ({ kind: 'account', network: networks[at] ?? '', channelId: channels[networks[at] ?? ''] ?? '', key: 'account', rows })),
    ...ads.map(({ network, campaign, currency, rows }, at): SeedSubject => ({ kind: 'ad', network, key: `a${at}`, ad: `a${at}`, campaign, currency, rows })),
    { kind: 'ad', network: 'facebook', key: 'account', currency: 'EUR', rows: [{ startsOn: dayOf(3), values: { spend: 999 } }] },
    { kind: 'traffic', network: 'ga4', key: 'account', rows: visits[0] },
    { kind: 'traffic', network: 'ga4', key: 'campaign:summer-show', title: 'summer-show', rows: visits[1] }
  ]
}

/** Writes what was drawn as one import, a later one that says half of it anew, and one that was undone. */
async function fill(place: Place, drawn: Data): Promise<void> {
  const { core, client, clientId, channels, variantIds } = place
  await client.contentAnalytics.setFormula({ clientId, formula: drawn.formula })
  const workspace = await core.services.workspaces.open(clientId)
  await workspace.command('test.figures', async (tx) => {
    for (const table of ['figure', 'figure_match', 'figure_row', 'figure_subject', 'figure_file', 'figure_import']) await tx(table).delete()
    const { importId, subjects } = await insertFigures(tx, seedsOf(drawn, channels))
    const [file] = (await tx('figure_file').limit(1)) as object[]
    for (const [id, stands] of [['later', true], ['undone', false]] as const) {
      if (stands) await tx('figure_import').insert({ id, files: 1, added: 0, changed: 1, unchanged: 0, skipped: 0, created_at: '2026-10-04T00:00:00.000Z' })
      await tx('figure_file').insert({ ...file, id, import_id: id, name: `${id}.csv` })
      const half = figureColumns.map((name, at) => (at % 2 === 0 ? `${name} + 7` : 'NULL'))
      await tx.raw(`INSERT INTO figure_row SELECT NULL, '${id}', line, subject_id, starts_on, ends_on, '2026-10-03T00:00:00.000Z', ${half.join(', ')}, '{}', '{}', '' FROM figure_row WHERE file_id NOT IN ('later', 'undone') AND line % 2 = 0`)
    }
    await rebuildFigures(tx, [importId, 'later'])
    const posts = [...subjects].filter(([key]) => key.startsWith('post')).map(([, id]) => id)
    const matches = variantIds.slice(0, posts.length).map((variant, at) => ({ id: `m${at}`, subject_id: posts[at], variant_id: variant, state: at % 3 === 2 ? 'doubtful' : 'sure', score: 1, reasons_json: '[]' }))
    if (matches.length > 0) await tx('figure_match').insert(matches)
  })
}

/** What the values of all pages come to, added up as a person would: no value that was replaced. */
async function addUp({ client, clientId }: Place, of: Omit<Trace, 'clientId'>): Promise<{ value: number | null; sum: number | null }> {
  const rows: AppOutputs['contentAnalytics']['trace']['rows'] = []
  let told: AppOutputs['contentAnalytics']['trace']
  do {
    told = await client.contentAnalytics.trace({ ...of, clientId, offset: rows.length, limit: 40 })
    rows.push(...told.rows)
  } while (rows.length < told.total && told.rows.length > 0)
  expect(rows).toHaveLength(told.total)
  const counting = rows.filter(({ counts }) => counts)
  return { value: told.value, sum: counting.length === 0 ? null : counting.reduce((sum, { value, times }) => sum + value * times, 0) }
}

/** That a figure on a board is what its source comes to; of a rate or a cost the rows are its parts. */
async function expectTraced(place: Place, shown: number | null, of: Omit<Trace, 'clientId'>): Promise<void> {
  if (shown === null) return
  const { value, sum } = await addUp(place, of)
  const message = JSON.stringify(of)
  expect(value ?? NaN, message).toBeCloseTo(shown, 6)
  if (of.metric !== 'engagement_rate' && !(adCosts as readonly string[]).includes(of.metric)) expect(sum ?? (of.metric === 'posts' ? 0 : NaN), message).toBeCloseTo(shown, 6)
}

const metricOf = ({ name }: Pick<FigureTotal, 'name'>): Trace['metric'] => name as Trace['metric']

async function checkOverview(place: Place, scope: AnalyticsScope): Promise<void> {
  const board = await place.client.analytics.overview(scope)
  const { posts, days, followers, sources } = board
  // Read by the database first, and off what is kept of all posts from then on: both say the same.
  await place.client.contentAnalytics.posts(scope)
  expect(await place.client.analytics.overview(scope)).toEqual(board)
  const of = { ...period, filters: scope.filters, channelIds: scope.filters.channelIds }
  for (const total of posts.totals) if (posts.count > 0) await expectTraced(place, total.now.value, { ...of, metric: metricOf(total), kinds: ['post'] })
  for (const total of days.totals) await expectTraced(place, total.now.value, { ...of, metric: metricOf(total), kinds: ['account'] })
  await expectTraced(place, followers?.now.value ?? null, { ...of, metric: 'followers', kinds: ['account'], newest: true })
  for (const row of sources) {
    const own = { ...of, networks: [row.network], channelIds: [row.channelId] }
    await expectTraced(place, row.posts, { ...own, metric: 'posts', kinds: ['post'] })
    await expectTraced(place, row.postSeen.value, { ...own, metric: 'seen', kinds: ['post'] })
    await expectTraced(place, row.engagementRate.value, { ...own, metric: 'engagement_rate', kinds: ['post'] })
    await expectTraced(place, row.newFollowers.value, { ...own, metric: 'new_followers', kinds: ['account'] })
  }
}

async function checkPaid(place: Place, scope: AnalyticsScope): Promise<void> {
  const { client } = place
  const of = { ...period, filters: scope.filters }
  const { totals, ads, split, spend } = await client.analytics.ads(scope)
  for (const { currency, days } of spend) for (const { day, value } of days) await expectTraced(place, value, { from: day, to: day, filters: scope.filters, metric: 'spend', kinds: ['ad'], currency })
  for (const total of totals) for (const metric of ['spend', 'impressions', 'results', ...adCosts] as const) await expectTraced(place, total[metric], { ...of, metric, kinds: ['ad'], currency: total.currency })
  for (const ad of ads) for (const metric of ['spend', 'reach', ...adCosts] as const) await expectTraced(place, ad[metric], { ...of, metric, subjectIds: [ad.subjectId] })
  for (const { network, organicSeen, paidImpressions } of split) {
    await expectTraced(place, organicSeen, { ...of, metric: 'seen', kinds: ['post'], networks: [network] })
    await expectTraced(place, paidImpressions, { ...of, metric: 'impressions', kinds: ['ad'], networks: [network] })
  }
  for (const row of (await client.analytics.campaigns(scope)).campaigns) {
    const posts = { ...of, kinds: ['post' as const], filters: { ...scope.filters, campaignIds: [row.campaignId] } }
    await expectTraced(place, row.posts, { ...posts, metric: 'posts' })
    await expectTraced(place, row.pacing.spent, { from: row.startsOn ?? '', to: row.endsOn ?? '', metric: 'spend', kinds: ['ad'], campaignId: row.campaignId, currency: row.currency, pacing: true })
    if (row.posts > 0) for (const [metric, sum] of [['seen', row.seen], ['interactions', row.interactions], ['engagement_rate', row.engagementRate]] as const) await expectTraced(place, sum.value, { ...posts, metric })
    for (const paid of row.ads) for (const metric of ['spend', 'results', 'cpr'] as const) await expectTraced(place, paid[metric], { metric, kinds: ['ad'], campaignId: row.campaignId, currency: paid.currency })
    await expectTraced(place, row.traffic?.sessions ?? null, { ...period, metric: 'sessions', kinds: ['traffic'], campaignId: row.campaignId })
  }
  const traffic = await client.analytics.traffic(scope)
  for (const metric of ['sessions', 'conversions', 'revenue', 'events'] as const) await expectTraced(place, traffic.totals[metric].value, { ...period, metric, kinds: ['traffic'] })
  for (const row of traffic.rows) for (const metric of ['sessions', 'users', 'conversions'] as const) await expectTraced(place, row[metric], { ...period, metric, subjectIds: [row.subjectId] })
}

/** Means and medians are not what their posts add up to: of a group, of all others and of an hour the posts are counted. */
async function checkGroups(place: Place, scope: AnalyticsScope): Promise<void> {
  const { client } = place
  const of = { ...period, filters: scope.filters }
  for (const by of ['pillar', 'format', 'hashtag', 'weekday', 'channel'] as const) {
    const { groups, posts } = await client.contentAnalytics.groups({ ...scope, metric: 'reach', by })
    for (const { key, posts: n } of groups) {
      await expectTraced(place, n, { ...of, metric: 'posts', among: { by, key } })
      await expectTraced(place, posts - n, { ...of, metric: 'posts', among: { by, key, others: true } })
    }
  }
  for (const metric of ['seen', 'reach'] as const) {
    const { cells, n } = await client.contentAnalytics.bestTimes({ ...scope, metric })
    const asked = (among: Trace['among']) => client.contentAnalytics.trace({ ...of, clientId: place.clientId, metric, among, limit: 1000 })
    const postsOf = ({ rows }: Awaited<ReturnType<typeof asked>>): number => new Set(rows.map(({ subjectId }) => subjectId)).size
    for (const { weekday, hour, estimate } of cells) expect(postsOf(await asked({ by: 'time', key: `${weekday} ${hour}` }))).toBe(estimate.n)
    expect(postsOf(await asked({ by: 'period', key: '' }))).toBe(n)
  }
  // All were published in one evening hour.
  const all = await addUp(place, { ...of, metric: 'posts', kinds: ['post'] })
  expect(await addUp(place, { ...of, metric: 'posts', among: { by: 'hours', key: '18-23' } })).toEqual(all)
}

async function checkGoals(place: Place): Promise<void> {
  for (const goal of (await place.client.goals.list({ clientId: place.clientId })).goals) {
    // Of reach the goal is the median post.
    if (goal.metric !== 'reach') await expectTraced(place, goal.current, goal.source)
    else if (goal.current !== null) expect((await addUp(place, goal.source)).sum).not.toBeNull()
  }
}

/** A row a client, and each figure leads to values in the workspace of that client alone. */
async function checkClients(place: Place, other: string): Promise<void> {
  const { clients } = await place.client.analytics.clients({ ...period, compare: { kind: 'none' } })
  const own = clients.find(({ clientId }) => clientId === place.clientId)
  if (!own) throw new Error('The client is in the list')
  await expectTraced(place, own.posts, { ...period, metric: 'posts', kinds: ['post'] })
  for (const total of own.figures) {
    const isOfDays = total.name === 'new_followers' || total.name === 'followers'
    const ask = { ...period, metric: metricOf(total), kinds: [isOfDays ? ('account' as const) : ('post' as const)], newest: total.name === 'followers' }
    if ((own.posts ?? 0) > 0 || isOfDays) await expectTraced(place, total.now.value, ask)
    expect((await place.client.contentAnalytics.trace({ ...ask, clientId: other })).total).toBe(0)
  }
}

async function startPlace(): Promise<Place> {
  const planning = await startPlanning()
  const { client, clientId } = planning
  const { id: pillarId } = await client.pillars.create({ clientId, name: 'Light' })
  const { id: campaignId } = await client.campaigns.create({ clientId, name: 'Summer Show', startsOn: period.from, endsOn: period.to, budgetMinor: 9000, currency: 'EUR' })
  const variantIds: string[] = []
  for (const plan of [{ pillarId, campaignId }, { pillarId }, {}]) variantIds.push(...(await makePost(planning, { ...plan, planned: on('2026-09-05') })).variants.map(({ id }) => id))
  for (const metric of goalMetrics) {
    const of = isOfPosts(metric) ? [{}, { pillarId }, { campaignId, channelId: planning.channels.x }] : [{}, ...(metric.includes('followers') ? [{ channelId: planning.channels.x }] : [])]
    for (const scope of of) await client.goals.create({ clientId, name: metric, metric, target: 100, startsOn: period.from, endsOn: period.to, ...scope })
  }
  return { ...planning, pillarId, campaignId, variantIds }
}

describe('the source of a figure', () => {
  it('adds up to the figure on every board, whatever the files say and whichever chips are chosen', async () => {
    const place = await startPlace()
    const { id: other } = await place.client.clients.create({ name: 'Someone else', zone: 'Europe/Oslo', languages: ['en'] })
    await fc.assert(
      fc.asyncProperty(data, async (drawn) => {
        await fill(place, drawn)
        const { filters: chips } = drawn
        const filters = {
          channelIds: chips.channel ? [place.channels.instagram ?? '', place.channels.x ?? ''] : [], pillarIds: chips.pillar ? [place.pillarId] : [],
          campaignIds: chips.campaign ? [place.campaignId] : [], formats: chips.format ? ['reel'] : [], hashtags: chips.hashtag ? ['dawn'] : []
        }
        const scope: AnalyticsScope = { clientId: place.clientId, ...period, compare: { kind: 'none' }, filters }
        await checkOverview(place, scope)
        await checkPaid(place, scope)
        await checkGroups(place, scope)
        await checkGoals(place)
        await checkClients(place, other)
      }),
      { numRuns: 5 }
    )
  }, 60_000)

  it('of a group or an hour is its posts', async () => {
    const { client, clientId, core } = await startPlanning()
    const workspace = await core.services.workspaces.open(clientId)
    await workspace.command('test.figures', async (tx) => {
      for (const table of ['figure', 'figure_match', 'figure_row', 'figure_subject', 'figure_file', 'figure_import']) await tx(table).delete()
      const post = (key: string, format: string, reach: number): SeedSubject => ({ kind: 'post', network: 'x', key, format, publishedAt: '2026-09-07T08:10:00.000Z', rows: [{ values: { reach } }] })
      await insertFigures(tx, [post('a', 'image', 4), post('b', 'reel', 9), post('c', 'image', 6)])
    })
    const ask = async (among: Trace['among']) => (await client.contentAnalytics.trace({ clientId, ...period, metric: 'reach', among })).rows.map(({ value }) => value)
    expect(await ask({ by: 'format', key: 'image' })).toEqual([4, 6])
    // Monday at ten in Oslo.
    expect(await ask({ by: 'time', key: '1 10' })).toEqual([4, 9, 6])
    expect(await ask({ by: 'time', key: '1 11' })).toEqual([])
  })
})
