import { describe, expect, it } from 'vitest'
import { openHours, type CareHours } from '../../src/shared/features/care/care-hours'
import { officeWeek } from '../../src/shared/features/care/open-hours'
import { startTestCore } from '../support/test-core'

const HOUR = 3_600_000
/** 2026-11-30, a Monday, at 12:00 in Oslo. */
const NOW = '2026-11-30T11:00:00.000Z'
const office: CareHours = { ...openHours, week: officeWeek }
const november = { from: '2026-11-01', to: '2026-11-30' }

async function start(hours: CareHours | null = office, now = NOW) {
  const clock = { now }
  let calls = 0
  const core = await startTestCore({ now: () => new Date(Date.parse(clock.now) + (calls += 1)) })
  const { id: clientId } = await core.client.clients.create({ name: 'Gallery', zone: 'Europe/Oslo' })
  const { inbox, care } = core.client
  if (hours) await care.saveHours({ clientId, hours })
  const say = async (author: string, sentAt: string, more: object = {}): Promise<string> =>
    (await inbox.capture({ clientId, network: 'instagram', text: `${author} asks at ${sentAt}`, author, sentAt, kind: 'message', ...more })).conversationId
  const answer = (conversationId: string, sentAt: string, by: string, close = false) => inbox.confirmSent({ clientId, conversationId, text: `Answer of ${sentAt}`, sentAt, by, close })
  const classify = (conversationId: string, as: object) => inbox.classify({ clientId, conversationIds: [conversationId], ...as })
  return { core, clientId, clock, inbox, care, say, answer, classify }
}
const dueOf = async ({ inbox, clientId }: Awaited<ReturnType<typeof start>>, conversationId: string) => (await inbox.get({ clientId, conversationId })).row.clock.dueAt

describe('the clock of the inbox', () => {
  it('runs around the clock until hours are set, and then counts neither nights nor weekends', async () => {
    const place = await start(null, '2026-11-21T12:00:00.000Z')
    // Friday 16:40.
    const id = await place.say('Zoe', '2026-11-20T15:40:00.000Z')
    expect(await dueOf(place, id)).toBe('2026-11-21T15:40:00.000Z')
    await place.care.saveHours({ clientId: place.clientId, hours: office })
    // Monday 16:40.
    expect(await dueOf(place, id)).toBe('2026-11-23T15:40:00.000Z')
    await place.core.client.history.undo({ clientId: place.clientId })
    expect(await dueOf(place, id)).toBe('2026-11-21T15:40:00.000Z')
  })

  it('passes over lunch, holidays, days off and pauses, in the zone of the hours', async () => {
    const place = await start(office, '2026-12-23T16:00:00.000Z')
    const { care, clientId } = place
    await care.setTargets({ clientId, channelId: null, firstMinutes: 240, resolutionMinutes: 1440 })
    // Wednesday 11:00, four hours with half an hour of lunch between: 15:30.
    expect(await dueOf(place, await place.say('Lunch', '2026-12-02T10:00:00.000Z'))).toBe('2026-12-02T14:30:00.000Z')
    // December 23, 15:00: two hours, then Christmas Eve (worked), then two hours on it.
    const eve = await place.say('Eve', '2026-12-23T14:00:00.000Z')
    expect(await dueOf(place, eve)).toBe('2026-12-24T10:00:00.000Z')
    // A day off on the 24th: Christmas Day, Saint Stephen's and the weekend follow, then Monday 28 at 11:00.
    const off = { id: 'eve', name: 'Christmas Eve', from: '2026-12-24', fromTime: null, to: '2026-12-24', toTime: null }
    await care.saveHours({ clientId, hours: { ...office, closures: [off] } })
    expect(await dueOf(place, eve)).toBe('2026-12-28T10:00:00.000Z')
    // And a pause on that Monday from 10 to 14.
    const pause = { id: 'pause', name: 'Inventory', from: '2026-12-28', fromTime: '10:00', to: '2026-12-28', toTime: '14:00' }
    await care.saveHours({ clientId, hours: { ...office, closures: [off, pause] } })
    expect(await dueOf(place, eve)).toBe('2026-12-28T14:00:00.000Z')
    // The same hours in New York: 9:00 there is 15:00 in Oslo.
    await care.saveHours({ clientId, hours: { ...office, zone: 'America/New_York' } })
    expect(await dueOf(place, eve)).toBe('2026-12-23T18:30:00.000Z')
  })

  it('keeps its time of day where the clock changes', async () => {
    const place = await start(office, '2026-10-24T12:00:00.000Z')
    // Friday 16:40 in summer time, Monday 16:40 in winter time.
    expect(await dueOf(place, await place.say('Autumn', '2026-10-23T14:40:00.000Z'))).toBe('2026-10-26T15:40:00.000Z')
  })

  it('counts and orders by the targets of each channel', async () => {
    const { core, clientId, care, inbox, say } = await start()
    const channel = await core.client.channels.create({ clientId, network: 'facebook', name: 'Page' })
    const early = await say('Early', '2026-11-27T12:00:00.000Z')
    const urgent = await say('Urgent', '2026-11-30T08:00:00.000Z', { network: 'facebook', channelId: channel.id })
    const order = async () => (await inbox.list({ clientId })).rows.map(({ id }) => id)
    expect(await order()).toEqual([early, urgent])
    expect((await inbox.counts({ clientId })).breached).toBe(0)
    await care.setTargets({ clientId, channelId: channel.id, firstMinutes: 60, resolutionMinutes: 1440 })
    expect(await order()).toEqual([urgent, early])
    expect((await inbox.counts({ clientId })).breached).toBe(1)
    expect((await care.settings({ clientId })).ownTargets).toEqual([{ channelId: channel.id, firstMinutes: 60, resolutionMinutes: 1440 }])
    await care.removeTargets({ clientId, channelId: channel.id })
    expect(await order()).toEqual([early, urgent])
    await core.client.history.undo({ clientId })
    expect(await order()).toEqual([urgent, early])
  })
})

describe('the settings of the clock', () => {
  it('are around the clock and 24 hours until they are set, with the holidays of the client’s country', async () => {
    const { care, clientId } = await start(null)
    const settings = await care.settings({ clientId })
    expect(settings).toMatchObject({ hours: openHours, zone: 'Europe/Oslo', countries: ['NO'], targets: { firstMinutes: 1440, resolutionMinutes: 4320, isSet: false }, ownTargets: [] })
    expect(settings.holidays.filter(({ isOff }) => isOff).map(({ date }) => date).slice(0, 3)).toEqual(['2026-12-25', '2026-12-26', '2027-01-01'])
  })

  it('can work on a holiday, year after year', async () => {
    const { care, clientId } = await start()
    const christmas = (await care.settings({ clientId })).holidays.find(({ date }) => date === '2026-12-25')
    await care.saveHours({ clientId, hours: { ...office, otherwise: [christmas?.key ?? ''] } })
    expect((await care.settings({ clientId })).holidays.find(({ date }) => date === '2026-12-25')?.isOff).toBe(false)
  })

  it('refuse a target that is neither hours nor whole days', async () => {
    const { care, clientId } = await start()
    await expect(care.setTargets({ clientId, channelId: null, firstMinutes: 1500, resolutionMinutes: 4320 })).rejects.toMatchObject({ code: 'validation.input' })
  })
})

/** Three questions, a complaint, spam. Open time by hand, Oslo being an hour ahead of UTC. */
async function month() {
  const place = await start()
  const { say, answer, classify, inbox, clientId } = place
  // Monday 10:00, answered 11:00 by Kim: 1 h. Asks again 13:00, answered Tuesday 09:30 by Ada: 4.5 h, and closed.
  const quick = await say('Quick', '2026-11-09T09:00:00.000Z')
  await answer(quick, '2026-11-09T10:00:00.000Z', 'Kim')
  await say('Quick', '2026-11-09T12:00:00.000Z')
  await answer(quick, '2026-11-10T08:30:00.000Z', 'Ada', true)
  // Friday 16:00, answered Monday 11:30 by Kim: 1 h + 2.5 h.
  const weekend = await say('Weekend', '2026-11-13T15:00:00.000Z')
  await answer(weekend, '2026-11-16T10:30:00.000Z', 'Kim')
  // Monday 09:00, answered Wednesday 12:15 (lunch) by Kim: 7.5 h + 7.5 h + 3 h, later than Tuesday 09:00.
  const late = await say('Late', '2026-11-16T08:00:00.000Z')
  await answer(late, '2026-11-18T11:15:00.000Z', 'Kim')
  // A complaint that nobody answered, Thursday 12:00 to Monday noon: late. Another one, closed without an answer.
  const angry = await say('Angry', '2026-11-26T11:00:00.000Z')
  const closed = await say('Closed', '2026-11-27T08:00:00.000Z')
  const spam = await say('Spam', '2026-11-20T08:00:00.000Z')
  for (const id of [quick, weekend]) await classify(id, { type: 'question', sentiment: 'neutral' })
  await classify(late, { type: 'complaint', sentiment: 'neutral' })
  for (const id of [angry, closed]) await classify(id, { type: 'praise', sentiment: 'negative' })
  await classify(spam, { type: 'spam', sentiment: 'neutral' })
  await inbox.assign({ clientId, conversationIds: [angry], assignee: 'Ada' })
  await inbox.close({ clientId, conversationIds: [closed], reason: 'Same as the other one' })
  return { ...place, ids: { quick, weekend, late, angry, closed, spam } }
}

describe('the report of response times', () => {
  it('tells median, 90th percentile and what came in time, by open time', async () => {
    const { care, clientId } = await month()
    const report = await care.report({ clientId, ...november })
    expect(report).toMatchObject({ hasHours: true, spam: 1, any: true, before: { received: 0, first: { n: 0, median: null } } })
    expect(report.now.received).toBe(6)
    // 1 h, 3.5 h and 18 h; the angry one waits too long, the closed one had no answer.
    expect(report.now.first).toEqual({ n: 3, median: 3.5 * HOUR, p90: expect.closeTo((3.5 + 0.8 * 14.5) * HOUR, -1) as number, met: 2, missed: 2, waiting: 0, closed: 1 })
    expect(report.now.next).toMatchObject({ n: 1, median: 4.5 * HOUR, met: 1, missed: 0 })
    expect(report.now.criticism).toEqual({ n: 3, answered: 1 })
    // 7 h with its last answer, and 10.5 h.
    expect(report.now.resolution).toMatchObject({ n: 2, median: 8.75 * HOUR, met: 2 })
  })

  it('is parted by channel, type and who answered', async () => {
    const { care, clientId } = await month()
    const { groups } = await care.report({ clientId, ...november })
    expect(groups.channel).toMatchObject([{ key: 'network:instagram', network: 'instagram', figures: { received: 6 } }])
    expect(groups.type.map(({ key, figures }) => [key, figures.received, figures.first.n])).toEqual([['praise', 2, 0], ['question', 2, 2], ['complaint', 1, 1], ['spam', 1, 0]])
    expect(groups.person.map(({ key, figures }) => [key, figures.first.n, figures.first.missed, figures.next.n, figures.resolution.n])).toEqual([['Kim', 3, 1, 0, 0], ['Ada', 0, 1, 1, 1], ['', 0, 0, 0, 1]])
  })

  it('tells the rows of each figure, the slowest first, with who wrote and when it was due', async () => {
    const { care, clientId, ids } = await month()
    const rows = async (query: object) => (await care.rows({ clientId, ...november, figure: 'first', ...query })).rows
    expect((await rows({})).map(({ conversationId, outcome }) => [conversationId, outcome])).toEqual([
      [ids.late, 'missed'], [ids.angry, 'missed'], [ids.closed, 'closed'], [ids.weekend, 'met'], [ids.quick, 'met']
    ])
    expect((await rows({ outcomes: ['met'], by: 'person', key: 'Kim' })).map(({ author, by }) => [author, by])).toEqual([['Weekend', 'Kim'], ['Quick', 'Kim']])
    expect((await rows({ bucket: '2026-11-13' }))[0]).toMatchObject({
      from: '2026-11-13T15:00:00.000Z', to: '2026-11-16T10:30:00.000Z', dueAt: '2026-11-16T15:00:00.000Z', openTime: 3.5 * HOUR, elapsed: 67.5 * HOUR, targetMinutes: 1440,
      excerpt: 'Weekend asks at 2026-11-13T15:00:00.000Z', network: 'instagram', type: 'question'
    })
    expect((await care.rows({ clientId, ...november, figure: 'criticism', outcomes: ['waiting', 'closed'] })).rows.map(({ conversationId }) => conversationId).sort()).toEqual([ids.angry, ids.closed].sort())
    expect(await care.rows({ clientId, ...november, figure: 'first', limit: 2, offset: 4 })).toMatchObject({ total: 5, rows: [{ conversationId: ids.quick }] })
  })

  it('compares with the days before, whose rows can be asked for too', async () => {
    const { care, clientId } = await month()
    const report = await care.report({ clientId, from: '2026-11-16', to: '2026-11-22' })
    expect(report.compared).toEqual({ from: '2026-11-09', to: '2026-11-15' })
    expect([report.now.first.n, report.before?.first.n]).toEqual([1, 2])
    expect((await care.rows({ clientId, from: '2026-11-16', to: '2026-11-22', figure: 'first', before: true })).total).toBe(2)
    expect(report.buckets.map(({ bucket, received, first }) => [bucket, received, first.n])).toEqual([
      ['2026-11-16', 1, 1], ['2026-11-17', 0, 0], ['2026-11-18', 0, 0], ['2026-11-19', 0, 0], ['2026-11-20', 1, 0], ['2026-11-21', 0, 0], ['2026-11-22', 0, 0]
    ])
  })

  it('follows undo, and knows nothing where nothing came in', async () => {
    const { core, care, clientId, say } = await start()
    expect(await care.report({ clientId, ...november })).toMatchObject({ any: false, now: { received: 0, first: { median: null } } })
    await say('Zoe', '2026-11-09T09:00:00.000Z')
    expect((await care.report({ clientId, ...november })).now.received).toBe(1)
    await core.client.history.undo({ clientId })
    expect(await care.report({ clientId, ...november })).toMatchObject({ any: false, now: { received: 0 } })
  })
})
