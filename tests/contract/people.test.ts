import { describe, expect, it } from 'vitest'
import { startPeople } from '../support/people'

const onX = { network: 'x' }

describe('people', () => {
  it('are all who wrote, with a card or without, found whatever the accents', async () => {
    const { clientId, say, people } = await startPeople()
    await say('@zoë_b', 'Hello')
    await say('@zoë_b', 'Again', '2026-11-21T08:00:00.000Z')
    await say('Åse Lund', 'Hi', '2026-11-19T08:00:00.000Z', onX)
    const { total, people: all } = await people.list({ clientId })
    expect(total).toBe(2)
    expect(all).toMatchObject([
      { personId: null, name: '@zoë_b', messages: 2, conversations: 1, lastAt: '2026-11-21T08:00:00.000Z', waitingSince: '2026-11-20T08:00:00.000Z', handles: [{ network: 'instagram', key: 'zoë_b' }] },
      { name: 'Åse Lund', messages: 1 }
    ])
    expect((await people.list({ clientId, search: 'ase lu' })).people).toMatchObject([{ name: 'Åse Lund' }])
    expect((await people.list({ clientId, search: 'zoe' })).people).toMatchObject([{ name: '@zoë_b' }])
    expect((await people.list({ clientId, search: 'nobody' })).total).toBe(0)
    expect((await people.list({ clientId, network: 'x' })).people).toMatchObject([{ name: 'Åse Lund' }])
    expect((await people.list({ clientId, sort: 'name' })).people.map(({ name }) => name)).toEqual(['@zoë_b', 'Åse Lund'])
    const { personId } = await people.create({ clientId, from: { network: 'instagram', key: 'zoë_b' }, name: 'Zoë Berg', labels: ['fan'] })
    expect(await people.create({ clientId, from: { network: 'instagram', key: 'zoë_b' } })).toEqual({ personId })
    expect((await people.list({ clientId, search: 'berg zoe' })).people).toMatchObject([{ personId, name: 'Zoë Berg', labels: ['fan'], messages: 2 }])
    expect((await people.list({ clientId, card: false })).total).toBe(1)
    expect(await people.counts({ clientId })).toMatchObject({ people: 2, cards: 1, unanswered: 2, due: 0, labels: [{ name: 'fan', count: 1 }], networks: ['instagram', 'x'] })
  })

  it('say who waits and what is due, and take back what was done to them', async () => {
    const { clientId, say, people, inbox, undo } = await startPeople()
    const conversationId = await say('@zoe', 'Hello')
    await say('@ida', 'Hello', '2026-11-20T09:00:00.000Z', onX)
    await inbox.confirmSent({ clientId, conversationId, text: 'Welcome' })
    expect((await people.list({ clientId, unanswered: true })).people).toMatchObject([{ name: '@ida' }])
    await undo()
    expect((await people.list({ clientId, unanswered: true })).total).toBe(2)
    await people.label({ clientId, people: [{ network: 'instagram', key: 'zoe' }, { network: 'x', key: 'ida' }], add: ['press', 'Press'] })
    expect((await people.list({ clientId, label: 'press' })).total).toBe(2)
    await undo()
    expect(await people.counts({ clientId })).toMatchObject({ cards: 0, labels: [] })
    const { personId } = await people.create({ clientId, from: { network: 'x', key: 'ida' } })
    await people.update({ clientId, personId, nextStep: 'Ask for the picture', nextOn: '2026-11-23' })
    expect((await people.list({ clientId, due: true })).people).toMatchObject([{ personId, nextStep: 'Ask for the picture' }])
    await people.update({ clientId, personId, nextOn: '2026-11-24' })
    expect((await people.list({ clientId, due: true })).total).toBe(0)
    await people.remove({ clientId, personId })
    await expect(people.get({ clientId, person: { personId } })).rejects.toMatchObject({ code: 'not-found.person' })
    await undo()
    expect(await people.get({ clientId, person: { personId } })).toMatchObject({ nextOn: '2026-11-24', handles: [{ key: 'ida' }] })
  })

  it('have one card over all channels: history, answers, counts and outreach', async () => {
    const { clientId, say, people, inbox } = await startPeople()
    const first = await say('@zoe', 'Love it', '2026-11-18T08:00:00.000Z')
    await inbox.classify({ clientId, conversationIds: [first], type: 'praise' })
    await inbox.confirmSent({ clientId, conversationId: first, text: 'Thank you', sentAt: '2026-11-18T09:00:00.000Z' })
    const second = await say('Zoe B', 'Open on Sunday?', '2026-11-20T08:00:00.000Z', onX)
    const { personId } = await people.create({ clientId, from: { network: 'instagram', key: 'zoe' } })
    await people.addHandle({ clientId, personId, network: 'x', handle: 'zoe b' })
    await people.addOutreach({ clientId, person: { personId }, doneOn: '2026-11-19', kind: 'shared', text: 'Her drawing', link: 'example.org/1' })
    const card = await people.get({ clientId, person: { network: 'x', key: 'zoe b' } })
    expect(card).toMatchObject({
      personId, counts: { messages: 2, conversations: 2, praise: 1, answers: 1, waiting: 1 }, firstAt: '2026-11-18T08:00:00.000Z', lastAt: '2026-11-20T08:00:00.000Z',
      outreach: [{ kind: 'shared', link: 'https://example.org/1' }], handles: [{ network: 'instagram', messages: 1 }, { network: 'x', shown: 'Zoe B', messages: 1 }]
    })
    const { entries, total } = await people.history({ clientId, person: { personId } })
    expect(total).toBe(2)
    expect(entries).toMatchObject([
      { conversationId: second, network: 'x', excerpt: 'Open on Sunday?', answer: null, waitingSince: '2026-11-20T08:00:00.000Z' },
      { conversationId: first, excerpt: 'Love it', answer: { text: 'Thank you' }, type: 'praise', waitingSince: null }
    ])
    expect((await inbox.list({ clientId, personId, view: 'all' })).total).toBe(2)
  })

  it('are fans by what they wrote in a time, and those who wait stand apart', async () => {
    const { clientId, say, people, inbox } = await startPeople()
    const kind = await say('@zoe', 'So lovely', '2026-11-20T08:00:00.000Z')
    await say('@ida', 'When?', '2026-11-20T08:00:00.000Z')
    await say('@ida', 'Where?', '2026-11-20T09:00:00.000Z')
    await say('@old', 'Then', '2025-01-01T00:00:00.000Z')
    const spam = await say('@bot', 'Win', '2026-11-20T08:00:00.000Z')
    await inbox.classify({ clientId, conversationIds: [spam], type: 'spam' })
    await inbox.classify({ clientId, conversationIds: [kind], type: 'praise' })
    const span = { clientId, fromDay: '2026-11-01', toDay: '2026-11-30' }
    expect((await people.topFans(span)).fans.map(({ person, messages }) => [person.name, messages])).toEqual([['@ida', 2], ['@zoe', 1]])
    expect((await people.topFans({ ...span, by: 'praise' })).fans).toMatchObject([{ person: { name: '@zoe' }, praise: 1 }])
    expect((await people.unansweredFans({ clientId })).fans.map(({ person }) => person.name)).toEqual(['@zoe'])
    await people.label({ clientId, people: [{ network: 'instagram', key: 'ida' }], add: ['fan'] })
    expect((await people.unansweredFans({ clientId })).fans.map(({ person }) => person.name).sort()).toEqual(['@ida', '@zoe'])
  })
})

async function startTwo() {
  const place = await startPeople()
  const { clientId, say, people } = place
  await say('@zoe', 'Hello')
  await say('Zoe Berg', 'Hi', '2026-11-21T08:00:00.000Z', onX)
  const { personId: survivorId } = await people.create({ clientId, from: { network: 'instagram', key: 'zoe' }, name: 'Zoe', labels: ['fan'] })
  const { personId: otherId } = await people.create({ clientId, from: { network: 'x', key: 'zoe berg' }, name: 'Zoe Berg', labels: ['Fan', 'press'] })
  await people.update({ clientId, personId: survivorId, notes: 'Draws', consent: 'Pictures' })
  await people.update({ clientId, personId: otherId, notes: 'Writes', nextStep: 'Call', nextOn: '2026-12-01', consent: 'Texts', consentOn: '2026-01-02' })
  await people.addOutreach({ clientId, person: { personId: otherId }, doneOn: '2026-11-01', kind: 'quoted' })
  return { ...place, survivorId, otherId }
}

describe('merging', () => {
  it('keeps everything of both, field by field as chosen, and is one step', async () => {
    const { clientId, people, survivorId, otherId, undo } = await startTwo()
    await people.merge({ clientId, survivor: { personId: survivorId }, others: [{ personId: otherId }], take: { name: 1 } })
    expect(await people.list({ clientId })).toMatchObject({ total: 1, people: [{ personId: survivorId, name: 'Zoe Berg', messages: 2, labels: ['fan', 'press'] }] })
    expect(await people.get({ clientId, person: { personId: survivorId } })).toMatchObject({
      notes: 'Draws\n\nWrites', consent: 'Pictures', nextStep: 'Call', nextOn: '2026-12-01', outreach: [{ kind: 'quoted' }], merges: [{ name: 'Zoe Berg', handles: 1 }]
    })
    await undo()
    expect((await people.list({ clientId })).total).toBe(2)
    expect(await people.get({ clientId, person: { personId: otherId } })).toMatchObject({ name: 'Zoe Berg', notes: 'Writes', labels: ['Fan', 'press'], outreach: [{ kind: 'quoted' }] })
    expect(await people.get({ clientId, person: { personId: survivorId } })).toMatchObject({ name: 'Zoe', notes: 'Draws', merges: [] })
  })

  it('can be parted much later: each card has its own again, and what was written since stays', async () => {
    const { clientId, people, survivorId, otherId } = await startTwo()
    await people.merge({ clientId, survivor: { personId: survivorId }, others: [{ personId: otherId }], take: { name: 1 } })
    await people.update({ clientId, personId: survivorId, nextStep: 'Write first' })
    const { merges } = await people.get({ clientId, person: { personId: survivorId } })
    expect(await people.unmerge({ clientId, mergeId: merges[0]?.id ?? '' })).toEqual({ personId: otherId })
    expect(await people.get({ clientId, person: { personId: otherId } })).toMatchObject({
      name: 'Zoe Berg', notes: 'Writes', nextStep: 'Call', consentOn: '2026-01-02', labels: ['Fan', 'press'], handles: [{ network: 'x' }], outreach: [{ kind: 'quoted' }]
    })
    expect(await people.get({ clientId, person: { personId: survivorId } })).toMatchObject({ name: 'Zoe', notes: 'Draws', nextStep: 'Write first', labels: ['fan'], handles: [{ network: 'instagram' }], merges: [], outreach: [] })
  })

  it('of a merged card takes its merges along, and a handle can be parted by itself', async () => {
    const { clientId, people, say, survivorId, otherId } = await startTwo()
    await say('Z', 'Yo', '2026-11-22T08:00:00.000Z', { network: 'facebook' })
    await people.merge({ clientId, survivor: { personId: survivorId }, others: [{ personId: otherId }] })
    const { personId: third } = await people.merge({ clientId, survivor: { network: 'facebook', key: 'z' }, others: [{ personId: survivorId }] })
    const whole = await people.get({ clientId, person: { personId: third } })
    expect(whole.handles.map(({ network }) => network)).toEqual(['facebook', 'instagram', 'x'])
    expect(whole.merges).toHaveLength(2)
    const ofX = whole.handles.find(({ network }) => network === 'x')
    const { personId: parted } = await people.split({ clientId, personId: third, handleIds: [ofX?.id ?? ''] })
    expect(await people.get({ clientId, person: { personId: parted } })).toMatchObject({ name: 'Zoe Berg', counts: { messages: 1 } })
    await people.unmerge({ clientId, mergeId: whole.merges.find(({ name }) => name === 'Zoe')?.id ?? '' })
    expect(await people.get({ clientId, person: { personId: survivorId } })).toMatchObject({ name: 'Zoe', handles: [{ network: 'instagram' }], merges: [{ name: 'Zoe Berg' }] })
  })

  it('is suggested for one name on several networks and for the handle book, never done, and not again once said to be wrong', async () => {
    const { core, clientId, people, say } = await startPeople()
    await say('Åse Lund', 'Hello')
    await say('Ase Lund', 'Hi', '2026-11-21T08:00:00.000Z', onX)
    await say('@bokbua', 'One', '2026-11-21T08:00:00.000Z')
    await say('@bok.bua', 'Two', '2026-11-21T09:00:00.000Z', { network: 'mastodon' })
    await core.client.texts.savePerson({ clientId, name: 'Bookshop', handles: [{ network: 'instagram', handle: '@bokbua' }, { network: 'x', handle: '@aselund' }] })
    const { pairs } = await people.duplicates({ clientId })
    expect(pairs.map(({ reason, people: two }) => [reason, ...two.map(({ name }) => name).sort()])).toEqual([['name', 'Ase Lund', 'Åse Lund']])
    expect((await people.list({ clientId })).total).toBe(4)
    await people.keepApart({ clientId, one: { network: 'instagram', key: 'åse lund' }, other: { network: 'x', key: 'ase lund' } })
    expect((await people.duplicates({ clientId })).pairs).toEqual([])
    await say('@aselund', 'Hi', '2026-11-22T08:00:00.000Z', onX)
    expect((await people.duplicates({ clientId })).pairs).toMatchObject([{ reason: 'handle-book' }])
  })
})
