import { describe, expect, it } from 'vitest'
import type { DueNotice, HostServices } from '../../src/main/core'
import { startDueWatch } from '../../src/main/core/features/hand-off'
import { startAnswersWatch } from '../../src/main/core/features/inbox'
import { HOSTILE_TEXTS } from '../support/hostile-texts'
import { startTestCore } from '../support/test-core'

const MONDAY = '2026-11-23T09:00:00.000Z'

describe('an answer that is due', () => {
  const HOUR = 3_600_000
  /** Around the clock, an answer within 24 hours; what the page and the system are told. */
  async function watched() {
    const clock = { now: MONDAY }
    const notices: DueNotice[] = []
    const host: HostServices = { capabilities: ['notifications'], notify: async (notice) => void notices.push(notice) }
    const core = await startTestCore({ now: () => new Date(clock.now), host })
    const { id: clientId } = await core.client.clients.create({ name: 'Gallery', zone: 'Europe/Oslo' })
    const { id: channelId } = await core.client.channels.create({ clientId, network: 'instagram', name: 'Gallery', owner: 'Kim' })
    await core.client.settings.put({ key: 'reminders', value: { system: true } })
    const say = (text: string, more: object = {}) => core.client.inbox.capture({ clientId, network: 'instagram', channelId, text, author: 'Zoe', sentAt: clock.now, kind: 'message', ...more })
    const told = () => core.events.flatMap((event) => (event.type === 'answers.due' ? [`${event.kind} ${event.count} ${event.owner}`.trim()] : []))
    const watch = startAnswersWatch(core.services, () => () => undefined, 'UTC')
    await watch.look()
    const lookAfter = async (hours: number) => {
      clock.now = new Date(Date.parse(MONDAY) + hours * HOUR).toISOString()
      await watch.look()
    }
    return { core, clientId, channelId, clock, notices, say, told, watch, lookAfter }
  }

  it('is told near the end of its time, and when that is over to whom it belongs, each once', async () => {
    const { core, clientId, notices, say, told, watch, lookAfter } = await watched()
    const { conversationId } = await say('Are you open?')
    await lookAfter(17.9)
    expect(told()).toEqual([])
    await lookAfter(18.1)
    await lookAfter(18.2)
    expect(told()).toEqual(['near 1 Kim'])
    await core.client.inbox.assign({ clientId, conversationIds: [conversationId], assignee: 'Liv' })
    await lookAfter(24.1)
    expect(told()).toEqual(['near 1 Kim', 'late 1 Liv'])
    expect(notices).toEqual([
      { title: 'Answer due soon: Gallery, Instagram', body: 'Zoe · for Kim', target: { clientId, conversationId } },
      { title: 'Answer past its time: Gallery, Instagram', body: 'Zoe · for Liv', target: { clientId, conversationId } }
    ])
    await watch.stop()
    const restarted = startAnswersWatch(core.services, () => () => undefined, 'UTC')
    await restarted.look()
    expect(told().length).toBe(2)
    await restarted.stop()
  })

  it('is told together with others after quiet hours, and not at all once it was given or while nothing is to be told', async () => {
    const { core, clientId, notices, say, told, lookAfter } = await watched()
    for (const author of ['Ann', 'Bo', 'Cy']) await say('Hello', { author })
    const { rows } = await core.client.inbox.list({ clientId })
    await core.client.settings.put({ key: 'reminders', value: { quiet: true, quietFrom: '02:00', quietTo: '06:00', system: true } })
    await lookAfter(18.1)
    await core.client.inbox.confirmSent({ clientId, conversationId: rows[0]?.id ?? '', text: 'Hello' })
    await lookAfter(20.9)
    expect(told()).toEqual([])
    await lookAfter(21.1)
    expect(told()).toEqual(['near 2 Kim'])
    expect(notices).toEqual([{ title: '2 answers are due soon', body: 'for Kim', target: { screen: 'inbox' } }])
    await core.client.settings.put({ key: 'reminders', value: { on: false } })
    await lookAfter(24.1)
    expect(told().length).toBe(1)
  })

  it('has a switch of its own beside that of posts, and quiet hours in common with it', async () => {
    const { core, clientId, channelId, say, told, lookAfter } = await watched()
    const { client } = core
    await say('Are you open?')
    const planned = { date: '2026-11-24', time: '04:00' }
    const { variants } = await client.posts.create({ clientId, title: 'Harbor', planned, variants: [{ channelId, format: 'feed', voiceId: null }] })
    await client.posts.setState({ clientId, variantIds: variants.map(({ id }) => id), state: 'scheduled' })
    const posts = startDueWatch(core.services, () => () => undefined, 'UTC')
    const toldAfter = async (hours: number, reminders: object | null) => {
      await client.settings.put({ key: 'reminders', value: reminders })
      await lookAfter(hours)
      await posts.look()
      return { answers: told(), posts: core.events.filter(({ type }) => type === 'posts.due').length }
    }
    expect(await toldAfter(18.1, { posts: false, answers: true })).toEqual({ answers: ['near 1 Kim'], posts: 0 })
    expect(await toldAfter(24.1, { posts: true, answers: false, quiet: true, quietFrom: '09:00', quietTo: '10:00' })).toEqual({ answers: ['near 1 Kim'], posts: 0 })
    expect(await toldAfter(24.2, { posts: true, answers: false })).toEqual({ answers: ['near 1 Kim'], posts: 1 })
    expect(await toldAfter(24.3, { quiet: true, quietFrom: '09:00', quietTo: '10:00' })).toEqual({ answers: ['near 1 Kim'], posts: 1 })
    expect(await toldAfter(24.4, null)).toEqual({ answers: ['near 1 Kim', 'late 1 Kim'], posts: 1 })
    await posts.stop()
  })

  it('that comes back from a snooze past the end of its time is told then', async () => {
    const { core, clientId, say, told, lookAfter } = await watched()
    const { conversationId } = await say('Hello')
    await core.client.inbox.snooze({ clientId, conversationIds: [conversationId], until: new Date(Date.parse(MONDAY) + 30 * HOUR).toISOString() })
    await lookAfter(29)
    expect(told()).toEqual([])
    await lookAfter(30.1)
    expect(told()).toEqual(['late 1 Kim'])
  })

  it('names strangers in one line of text, whatever they are called', async () => {
    const { notices, say, lookAfter, clock } = await watched()
    for (const [index, text] of HOSTILE_TEXTS.entries()) {
      clock.now = new Date(Date.parse(MONDAY) + index * 60_000).toISOString()
      await say('Hello', { author: `${index} ${text}`.slice(0, 200) })
    }
    for (const index of HOSTILE_TEXTS.keys()) await lookAfter(18 + (index + 0.5) / 60)
    expect(notices).toHaveLength(HOSTILE_TEXTS.length)
    for (const { title, body } of notices) expect(`${title}${body}`).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u)
  })
})
