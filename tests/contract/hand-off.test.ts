import { describe, expect, it } from 'vitest'
import { startDueWatch } from '../../src/main/core/features/hand-off'
import { openPackBench } from '../support/publish-pack'

const at = (text: string) => () => new Date(text)

async function scheduledPost() {
  const clock = { now: '2026-11-24T07:00:00Z' }
  const bench = await openPackBench(1, { now: () => new Date(clock.now) })
  const { client } = bench.core
  const planned = { date: '2026-11-24', time: '09:00' }
  const { variantIds } = await bench.plan({
    title: 'Light in November', text: 'Opening', link: 'https://example.org', firstComment: '#light', planned, on: [['instagram', 'feed']], pictures: [0]
  })
  const [variantId = ''] = variantIds
  await client.posts.setState({ clientId: bench.clientId, variantIds, state: 'scheduled' })
  // Undo takes the newest step of two databases, by the clock.
  clock.now = '2026-11-24T08:05:00Z'
  return { ...bench, client, clock, variantId, variantIds }
}

describe('handing a post over', () => {
  it('shows every text in posting order, the picture at its placement, and the page of the network', async () => {
    const { client, core, clientId, variantId } = await scheduledPost()
    const post = await client.handOff.get({ clientId, variantId })
    expect(post.fields.map(({ key, value }) => [key, value])).toEqual([
      ['text', 'Opening'], ['link', 'https://example.org'], ['alt-1', 'Photograph 1'], ['first-comment', '#light']
    ])
    expect(post).toMatchObject({ state: 'scheduled', clientZone: 'Europe/Oslo', problems: [], composeUrl: 'https://business.facebook.com/latest/composer' })
    const [picture] = post.pictures
    const file = await core.openMedia(picture?.downloadUrl ?? '')
    expect(file).toMatchObject({ contentType: 'image/jpeg', downloadName: expect.stringMatching(/^01_acanthus_1080x\d+\.jpg$/) as unknown })
    expect(await core.openMedia(picture?.downloadUrl ?? '')).toEqual(file)
    await expect(client.handOff.openComposer({ clientId, variantId })).rejects.toMatchObject({ code: 'unsupported.host-capability' })
  })

  it('cuts a thread by the limit set for the client', async () => {
    const bench = await openPackBench(0, { now: at('2026-11-01T08:00:00Z') })
    const { client } = bench.core
    const { clientId } = bench
    const { variantIds: [variantId = ''] } = await bench.plan({ title: 'Thread', text: 'Boats come in. They leave again. Then it is night.', on: [['x', 'thread']] })
    const parts = async () => (await client.handOff.get({ clientId, variantId })).fields.map(({ value }) => value)
    expect(await parts()).toEqual(['Boats come in. They leave again. Then it is night.'])
    await client.checks.setOverride({ clientId, network: 'x', field: 'post', max: 20 })
    expect(await parts()).toEqual(['Boats come in.', 'They leave again.', 'Then it is night.'])
  })

  it('is confirmed with a link, a time of the client’s clock and a name, and undone', async () => {
    const { client, clientId, variantId, variantIds, clock } = await scheduledPost()
    await client.posts.setState({ clientId, variantIds, state: 'handed-over' })
    const wrong = client.handOff.confirm({ clientId, variantId, permalink: 'https://x.com/a/status/1' })
    await expect(wrong).rejects.toMatchObject({ code: 'validation.permalink', data: { reason: 'other-network' } })
    const early = client.handOff.confirm({ clientId, variantId, at: { date: '2026-11-24', time: '23:00' } })
    await expect(early).rejects.toMatchObject({ code: 'validation.published-later' })
    const said = await client.handOff.confirm({ clientId, variantId, permalink: 'instagram.com/p/Abc/?igsh=1', at: { date: '2026-11-24', time: '09:03' }, by: 'Ada' })
    expect(said).toEqual({ permalink: 'https://www.instagram.com/p/Abc', publishedAt: '2026-11-24T08:03:00.000Z' })
    expect(await client.handOff.get({ clientId, variantId })).toMatchObject({ state: 'published', publishedBy: 'Ada', permalink: said.permalink })
    clock.now = '2026-11-24T09:00:00Z'
    await client.history.undo({ clientId })
    expect(await client.handOff.get({ clientId, variantId })).toMatchObject({ state: 'handed-over', publishedAt: null, permalink: '' })
  })

  it('asks which of two hours is meant where the clock was put back', async () => {
    const bench = await openPackBench(0, { now: at('2026-10-25T12:00:00Z') })
    const { client } = bench.core
    const { variantIds } = await bench.plan({ text: 'x', planned: { date: '2026-10-25', time: '01:00' }, on: [['x', 'feed']] })
    const [variantId = ''] = variantIds
    await client.posts.setState({ clientId: bench.clientId, variantIds, state: 'scheduled' })
    const confirm = (pick?: 'earlier' | 'later') => client.handOff.confirm({ clientId: bench.clientId, variantId, at: { date: '2026-10-25', time: '02:30', ...(pick && { pick }) } })
    await expect(confirm()).rejects.toMatchObject({ code: 'validation.wall-time', data: { kind: 'overlap' } })
    expect((await confirm('later')).publishedAt).toBe('2026-10-25T01:30:00.000Z')
  })

  it('is never confirmed for a draft', async () => {
    const bench = await openPackBench(0)
    const { variantIds } = await bench.plan({ text: 'x', on: [['x', 'feed']] })
    await expect(bench.core.client.handOff.confirm({ clientId: bench.clientId, variantId: variantIds[0] ?? '' })).rejects.toMatchObject({ code: 'conflict.post-state' })
  })
})

describe('the reminder', () => {
  it('tells of a due post once, again after a snooze, and changes nothing by itself', async () => {
    const { core, client, clientId, variantId, variantIds, clock } = await scheduledPost()
    const told = () => core.events.flatMap((event) => (event.type === 'posts.due' ? [`${event.kind} ${event.count}`] : []))
    clock.now = '2026-11-24T07:59:50Z'
    const watch = startDueWatch(core.services, () => () => undefined, 'UTC')
    await watch.look()
    clock.now = '2026-11-24T08:00:10Z'
    await watch.look()
    await watch.look()
    expect(told()).toEqual(['due 1'])
    const { until } = await client.handOff.snooze({ clientId, variantIds, for: '10-minutes' })
    expect(until).toBe('2026-11-24T08:10:10.000Z')
    for (const minute of ['08:01', '08:02', '08:10', '08:11']) {
      clock.now = `2026-11-24T${minute}:00Z`
      await watch.look()
    }
    clock.now = '2026-11-24T08:11:20Z'
    await watch.look()
    expect(told().length).toBe(2)
    expect(await client.handOff.get({ clientId, variantId })).toMatchObject({ state: 'scheduled' })
    await watch.stop()
    const restarted = startDueWatch(core.services, () => () => undefined, 'UTC')
    await restarted.look()
    expect(told().length).toBe(2)
    await restarted.stop()
  })

  it('lists what came due while the app was closed, of all clients, as one notice; none of an archived client', async () => {
    const { core, client, clock } = await scheduledPost()
    const other = await client.clients.create({ name: 'Archived', zone: 'UTC' })
    await client.clients.archive({ clientId: other.id })
    clock.now = '2026-11-26T08:00:00Z'
    const watch = startDueWatch(core.services, () => () => undefined, 'UTC')
    await watch.look()
    await watch.look()
    expect(core.events.filter((event) => event.type === 'posts.due')).toMatchObject([{ kind: 'overdue', count: 1, items: [{}] }])
    await watch.stop()
  })

  it('keeps quiet in quiet hours and when it is switched off, and says so afterwards', async () => {
    const { core, client, clock } = await scheduledPost()
    const told = () => core.events.filter((event) => event.type === 'posts.due').length
    await client.settings.put({ key: 'reminders', value: { on: true, quiet: true, quietFrom: '08:00', quietTo: '09:00' } })
    const watch = startDueWatch(core.services, () => () => undefined, 'UTC')
    clock.now = '2026-11-24T08:30:00Z'
    await watch.look()
    expect(told()).toBe(0)
    await client.settings.put({ key: 'reminders', value: { on: false } })
    clock.now = '2026-11-24T09:00:20Z'
    await watch.look()
    expect(told()).toBe(0)
    await client.settings.put({ key: 'reminders', value: null })
    await watch.look()
    expect(told()).toBe(1)
    await watch.stop()
  })
})
