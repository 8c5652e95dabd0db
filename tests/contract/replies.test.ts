import { describe, expect, it } from 'vitest'
import { museums } from '../support/museum'
import { startTestCore } from '../support/test-core'

const NOW = '2026-11-23T09:00:00.000Z'

async function start() {
  let calls = 0
  const core = await startTestCore({ now: () => new Date(Date.parse(NOW) + (calls += 1)) })
  const { id: clientId } = await core.client.clients.create({ name: 'Nordlys', zone: 'Europe/Oslo', languages: ['nb', 'en'] })
  const channel = await core.client.channels.create({ clientId, network: 'instagram', name: 'Nordlys on Instagram', handle: '@nordlys' })
  const say = (text: string, more: object = {}) => core.client.inbox.capture({ clientId, network: 'instagram', channelId: channel.id, text, author: 'Zoe Berg', sentAt: '2026-11-23T08:00:00.000Z', ...more })
  return { core, clientId, channel, say, replies: core.client.replies }
}

const open = museums()

describe('saved replies', () => {
  it('may have one title in several languages and tones, but not twice in one', async () => {
    const { clientId, replies } = await start()
    await replies.create({ clientId, title: 'Thanks', text: 'Takk', language: 'nb' })
    await replies.create({ clientId, title: 'Thanks', text: 'Thank you', language: 'en' })
    const formal = await replies.create({ clientId, title: 'Thanks', text: 'We thank you', language: 'en', tone: 'formal' })
    await expect(replies.create({ clientId, title: 'Thanks', language: 'nb' })).rejects.toMatchObject({ code: 'conflict.name-in-use', data: { name: 'Thanks' } })
    await expect(replies.update({ clientId, replyId: formal.id, tone: 'any' })).rejects.toMatchObject({ code: 'conflict.name-in-use' })
  })

  it('keep the order that they are given, and come back when their removal is undone', async () => {
    const { core, clientId, replies } = await start()
    const [a, b, c] = [await replies.create({ clientId, title: 'A' }), await replies.create({ clientId, title: 'B' }), await replies.create({ clientId, title: 'C' })]
    const titles = async () => (await replies.list({ clientId })).replies.map(({ title }) => title)
    await replies.reorder({ clientId, ids: [c.id, a.id] })
    expect(await titles()).toEqual(['C', 'A', 'B'])
    await replies.remove({ clientId, replyId: b.id })
    expect(await titles()).toEqual(['C', 'A'])
    await core.client.history.undo({ clientId })
    await core.client.history.undo({ clientId })
    expect(await titles()).toEqual(['A', 'B', 'C'])
  })

  it('are suggested by the language of the conversation first, then by the tone of its channel', async () => {
    const { core, clientId, channel, say, replies } = await start()
    await core.client.channels.update({ clientId, channelId: channel.id, playbook: { ...channel.playbook, formality: 'casual' } })
    for (const [title, language, tone] of [['English', 'en', 'any'], ['Everywhere', '', 'any'], ['Formelt', 'nb', 'formal'], ['Alltid', 'nb', 'any'], ['Uformelt', 'nb-NO', 'casual']] as const) {
      await replies.create({ clientId, title, language, tone })
    }
    const { conversationId } = await say('Hei, når åpner utstillingen deres på søndag? Vi kommer gjerne med hele familien.', { kind: 'message' })
    const { replies: suggested } = await replies.suggest({ clientId, conversationId })
    expect(suggested.map(({ title }) => title)).toEqual(['Uformelt', 'Alltid', 'Formelt', 'Everywhere', 'English'])
    expect(suggested.at(-1)).toMatchObject({ fitsLanguage: false })
    expect(suggested[2]).toMatchObject({ fitsLanguage: true, fitsTone: false })
  })

  it('are filled in from the person, the channel and the client; what nothing is known for is told as a place in the text', async () => {
    const { core, clientId, say, replies } = await start()
    await core.client.texts.saveVariable({ clientId, name: 'hours', value: '11–17' })
    await core.client.texts.saveVariable({ clientId, name: 'phone', value: '' })
    await replies.create({ clientId, title: 'Hours', text: 'Hi {first name}, {client} ({channel}) is open {hours}. {link} {day} {phone}' })
    const { conversationId } = await say('Open on Sunday?')
    const [reply] = (await replies.suggest({ clientId, conversationId })).replies
    expect(reply?.filled).toBe('Hi Zoe, Nordlys (Nordlys on Instagram) is open 11–17. https://www.instagram.com/nordlys/ {day} {phone}')
    expect(reply?.blanks.map(({ name, start, end }) => [name, reply.filled.slice(start, end)])).toEqual([['day', '{day}'], ['phone', '{phone}']])
  })

  it('call nobody by a handle as a first name, and know the name on the card of a person', async () => {
    const { clientId, say, replies } = await start()
    await replies.create({ clientId, title: 'Hello', text: 'Hello {first name} / {name}' })
    const { conversationId } = await say('Hi', { author: '@zoe_b92' })
    expect((await replies.suggest({ clientId, conversationId })).replies[0]).toMatchObject({ filled: 'Hello {first name} / @zoe_b92', blanks: [{ name: 'first name', start: 6, end: 18 }] })
  })

  it('take what strangers call themselves as text, also where it looks like a variable', async () => {
    const { clientId, say, replies } = await start()
    await replies.create({ clientId, title: 'Hello', text: '{name}!' })
    const { conversationId } = await say('Hi', { author: '{client} $& <b>' })
    expect((await replies.suggest({ clientId, conversationId })).replies[0]?.filled).toBe('{client} $& <b>!')
  })

  it('have a picture that goes with them, for as long as it is there', async () => {
    const { core, clientId, assetId } = await open()
    await core.client.replies.create({ clientId, title: 'Map', assetId })
    expect((await core.client.replies.list({ clientId })).replies[0]?.picture).toMatchObject({ assetId, thumbnailUrl: expect.stringContaining('/media/') as unknown })
    await core.client.assets.trash({ clientId, ids: [assetId] })
    expect((await core.client.replies.list({ clientId })).replies[0]).toMatchObject({ assetId, picture: null })
  })
})

describe('the knowledge base', () => {
  it('is found by the beginnings of words, accents or not, titles first', async () => {
    const { clientId, replies } = await start()
    await replies.createKnowledge({ clientId, title: 'Parking', text: 'Behind the café in Østgata.' })
    await replies.createKnowledge({ clientId, title: 'Café', text: 'Open 10–16.', source: 'Årsrapport 2025' })
    const titles = async (search: string) => (await replies.listKnowledge({ clientId, search })).entries.map(({ title }) => title)
    expect(await titles('CAFE')).toEqual(['Café', 'Parking'])
    expect(await titles('ostg park')).toEqual(['Parking'])
    expect(await titles('arsrapport')).toEqual(['Café'])
    expect(await titles('gata')).toEqual([])
    expect(await titles('')).toEqual(['Café', 'Parking'])
  })

  it('marks what nobody checked for twelve months', async () => {
    const { clientId, replies } = await start()
    const never = await replies.createKnowledge({ clientId, title: 'Never' })
    const old = await replies.createKnowledge({ clientId, title: 'Old', checkedOn: '2025-11-22' })
    const year = await replies.createKnowledge({ clientId, title: 'A year', checkedOn: '2025-11-23' })
    expect([never.stale, old.stale, year.stale]).toEqual([true, true, false])
    expect(await replies.listKnowledge({ clientId })).toMatchObject({ total: 3, stale: 2 })
    expect(await replies.updateKnowledge({ clientId, entryId: old.id, checkedOn: '2026-11-23' })).toMatchObject({ stale: false })
  })

  it('takes addresses of the web only as links, and puts the language of an answer first', async () => {
    const { clientId, replies } = await start()
    await expect(replies.createKnowledge({ clientId, title: 'x', link: 'data:text/html,x' })).rejects.toMatchObject({ code: 'validation.link' })
    await replies.createKnowledge({ clientId, title: 'A', language: 'en', link: 'museum.example/hours' })
    await replies.createKnowledge({ clientId, title: 'B', language: 'nb' })
    const { entries } = await replies.listKnowledge({ clientId, language: 'nb-NO' })
    expect(entries.map(({ title, link }) => [title, link])).toEqual([['B', ''], ['A', 'https://museum.example/hours']])
  })
})
