import { describe, expect, it } from 'vitest'
import { insertFigures, type SeedSubject } from '../support/figures'
import { type PlanningPlace, startPlanning } from '../support/planning'

const estimate = { value: 2, n: 20, low: 1.5, high: 2.6 }
const evidence = {
  metric: 'reach' as const, network: 'instagram', by: 'format' as const, key: 'reel', name: 'Reel', from: '2026-09-01', to: '2026-09-30', formula: 'reach' as const,
  ratio: estimate, group: estimate, others: estimate
}
const seed = async ({ core, clientId }: PlanningPlace, seeds: SeedSubject[]) =>
  (await core.services.workspaces.open(clientId)).command('test.figures', (tx) => insertFigures(tx, seeds))
const followers = ({ channels }: PlanningPlace, days: [string, number][]): SeedSubject => ({
  kind: 'account', network: 'instagram', channelId: channels.instagram ?? '', key: 'account', rows: days.map(([startsOn, count]) => ({ startsOn, values: { followers: count, new_followers: 10 } }))
})

describe('learnings', () => {
  it('keep what they rest on, and are due when their day comes', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const made = await client.learnings.create({ clientId, observation: 'Reels reached twice as many', evidence })
    expect(made).toMatchObject({ observedOn: '2026-10-01', reviewOn: '2026-11-01', state: 'open', due: false, evidence })
    place.wait(31 * 86_400_000)
    expect(await client.learnings.list({ clientId })).toMatchObject({ due: 1, learnings: [{ due: true }] })
    await client.learnings.update({ clientId, learningId: made.id, result: 'Still so', state: 'kept' })
    expect(await client.learnings.list({ clientId })).toMatchObject({ due: 0, learnings: [{ result: 'Still so', state: 'kept' }] })
    place.wait(1000)
    await client.history.undo({ clientId })
    expect(await client.learnings.list({ clientId })).toMatchObject({ due: 1, learnings: [{ result: '', state: 'open' }] })
  })

  it('are compared again over the posts since', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    const made = await client.learnings.create({ clientId, observation: 'Reels', evidence })
    place.wait(20 * 86_400_000)
    const posts = ['reel', 'image'].flatMap((format) => [1, 2, 3, 4, 5, 6].map((n): SeedSubject => ({
      kind: 'post', network: 'instagram', channelId: channels.instagram ?? '', key: `${format}${n}`, format, publishedAt: `2026-10-${10 + n}T08:00:00.000Z`, rows: [{ values: { reach: (format === 'reel' ? 300 : 100) + n } }]
    })))
    await seed(place, posts)
    const { from, to, now } = await client.learnings.followUp({ clientId, learningId: made.id })
    expect([from, to]).toEqual(['2026-10-02', '2026-10-21'])
    expect(now).toMatchObject({ group: { value: 303.5, n: 6, low: 301, high: 306 }, others: { value: 103.5 } })
    expect(now?.ratio?.value).toBeCloseTo(303.5 / 103.5, 10)
  })

  it('are not there any more once removed, until that is undone', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: learningId } = await client.learnings.create({ clientId, observation: 'x' })
    place.wait(1000)
    await client.learnings.remove({ clientId, learningId })
    await expect(client.learnings.followUp({ clientId, learningId })).rejects.toMatchObject({ code: 'not-found.learning' })
    await client.history.undo({ clientId })
    expect((await client.learnings.list({ clientId })).learnings).toHaveLength(1)
  })
})

describe('goals', () => {
  const days = { startsOn: '2026-09-01', endsOn: '2026-10-30' }

  it('take a level from its baseline to its target, as of the last day that is known', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    await seed(place, [followers(place, [['2026-08-31', 1000], ['2026-09-30', 1150]])])
    await client.goals.create({ clientId, name: 'More followers', metric: 'followers', baseline: 1000, target: 1200, notes: 'Reach for the exhibition', ...days })
    const [goal] = (await client.goals.list({ clientId })).goals
    // 30 of 60 days have figures, and three quarters of the way are done.
    expect(goal).toMatchObject({ current: 1150, asOf: '2026-09-30', progress: { done: 0.75, elapsed: 0.5, pace: 'ahead', forecast: null }, gaps: {} })
  })

  it('add up over days, tell where the pace leads, and leave out what other channels have', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    await seed(place, [followers(place, [['2026-09-01', 1], ['2026-09-12', 1]])])
    const goal = { clientId, name: 'New followers', metric: 'new_followers' as const, target: 200, ...days }
    await client.goals.create({ ...goal, channelId: channels.instagram })
    await client.goals.create({ ...goal, name: 'New on X', channelId: channels.x })
    const { goals } = await client.goals.list({ clientId })
    expect(goals[0]).toMatchObject({ current: 20, progress: { done: 0.1, elapsed: 0.2, pace: 'behind', forecast: 100 }, gaps: { measurable: 'no-baseline', relevant: 'no-reason' } })
    expect(goals[1]).toMatchObject({ current: null, progress: { done: null, pace: 'unknown' }, gaps: { measurable: 'no-figures' } })
  })

  it('measure a baseline from the files: a rate by totals, a reach by the typical post', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    await seed(place, [[1, 10, 1000], [2, 20, 1000], [3, 60, 4000]].map(([n = 0, likes, reach]) => ({
      kind: 'post', network: 'instagram', channelId: channels.instagram ?? '', key: `p${n}`, publishedAt: `2026-08-0${n}T08:00:00.000Z`, rows: [{ values: { likes, reach } }]
    })))
    const of = { clientId, channelId: null, pillarId: null, campaignId: null, from: '2026-08-01', to: '2026-08-31' }
    expect(await client.goals.measure({ ...of, metric: 'engagement_rate' })).toEqual({ value: 0.015, asOf: '2026-08-03' })
    expect(await client.goals.measure({ ...of, metric: 'reach' })).toEqual({ value: 1000, asOf: '2026-08-03' })
    expect(await client.goals.measure({ ...of, metric: 'posts' })).toEqual({ value: 3, asOf: '2026-08-03' })
    expect(await client.goals.measure({ ...of, metric: 'sessions' })).toEqual({ value: null, asOf: null })
  })

  it('are changed, archived and removed one step at a time', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: goalId } = await client.goals.create({ clientId, name: 'More followers', metric: 'followers', target: 1200, ...days })
    place.wait(1000)
    await client.goals.update({ clientId, goalId, target: 1500 })
    await expect(client.goals.update({ clientId, goalId, endsOn: '2026-08-01' })).rejects.toMatchObject({ code: 'validation.days' })
    place.wait(1000)
    await client.goals.archive({ clientId, goalId, archived: true })
    expect((await client.goals.list({ clientId })).goals).toEqual([])
    expect((await client.goals.list({ clientId, archived: true })).goals).toMatchObject([{ target: 1500 }])
    await client.history.undo({ clientId })
    expect((await client.goals.list({ clientId })).goals).toMatchObject([{ target: 1500 }])
    place.wait(1000)
    await client.goals.remove({ clientId, goalId })
    expect((await client.goals.list({ clientId, archived: true })).goals).toEqual([])
  })
})
