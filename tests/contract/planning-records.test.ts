import { describe, expect, it } from 'vitest'
import { startTestCore } from '../support/test-core'

async function museum() {
  const { client } = await startTestCore()
  const { id: clientId } = await client.clients.create({ name: 'Museum', zone: 'Europe/Oslo', languages: ['nb'] })
  return { client, clientId }
}

describe('the channels of a client', () => {
  it('keep a name and the address of its page in the form of the network, and the address follows the name', async () => {
    const { client, clientId } = await museum()
    const { id: channelId, ...made } = await client.channels.create({ clientId, network: 'instagram', handle: 'https://www.instagram.com/NordlysMuseum/' })
    expect(made).toMatchObject({ name: '@nordlysmuseum', handle: '@nordlysmuseum', link: 'https://www.instagram.com/nordlysmuseum/', position: 0 })
    expect(await client.channels.update({ clientId, channelId, handle: 'nordlys.foto' })).toMatchObject({ link: 'https://www.instagram.com/nordlys.foto/' })
    await client.channels.update({ clientId, channelId, link: 'example.org/ig' })
    expect(await client.channels.update({ clientId, channelId, handle: 'nordlys' })).toMatchObject({ handle: '@nordlys', link: 'https://example.org/ig' })
  })

  it('have slots and voices, stand in an order, and come back when their removal is undone', async () => {
    const { client, clientId } = await museum()
    const instagram = await client.channels.create({ clientId, network: 'instagram', name: 'Instagram' })
    const linkedin = await client.channels.create({ clientId, network: 'linkedin', name: 'LinkedIn', handle: 'nordlys-museum' })
    expect(linkedin.link).toBe('https://www.linkedin.com/company/nordlys-museum/')
    const pillar = await client.pillars.create({ clientId, name: 'Behind the scenes' })
    const channelId = instagram.id
    const { slots } = await client.channels.setSlots({ clientId, channelId, slots: [{ weekday: 4, time: '17:30' }, { weekday: 1, time: '09:00', pillarId: pillar.id }, { weekday: 4, time: '17:30' }] })
    expect(slots).toMatchObject([{ weekday: 1, time: '09:00', pillarId: pillar.id }, { weekday: 4, time: '17:30', pillarId: null }])
    const again = await client.channels.setSlots({ clientId, channelId, slots: [{ weekday: 1, time: '09:00' }] })
    expect(again.slots).toMatchObject([{ id: slots[0]?.id, pillarId: null }])
    const voice = await client.channels.saveVoice({ clientId, channelId, name: 'Curator', tone: { dos: ['Name the photographer'] } })
    expect(await client.channels.saveVoice({ clientId, channelId, voiceId: voice.id, name: 'The curator' })).toMatchObject({ id: voice.id, tone: { dos: [] } })
    await client.channels.reorder({ clientId, ids: [linkedin.id] })
    await client.channels.remove({ clientId, channelId })
    expect((await client.channels.list({ clientId })).channels.map(({ name }) => name)).toEqual(['LinkedIn'])
    await client.history.undo({ clientId })
    expect((await client.channels.list({ clientId })).channels).toMatchObject([
      { name: 'LinkedIn', voices: [], slots: [] },
      { name: 'Instagram', voices: [{ name: 'The curator' }], slots: [{ weekday: 1 }] }
    ])
  })

  it('are archived to be out of the way, and restored', async () => {
    const { client, clientId } = await museum()
    const { id: channelId } = await client.channels.create({ clientId, network: 'x' })
    expect((await client.channels.archive({ clientId, channelId })).archivedAt).not.toBeNull()
    expect((await client.channels.list({ clientId, includeArchived: false })).channels).toEqual([])
    expect((await client.channels.restore({ clientId, channelId })).archivedAt).toBeNull()
  })
})

describe('pillars', () => {
  it('have a color of their own each, a share and an order, and lose nothing when their removal is undone', async () => {
    const { client, clientId } = await museum()
    const first = await client.pillars.create({ clientId, name: 'Collection', targetShare: 60 })
    const second = await client.pillars.create({ clientId, name: 'Visit' })
    expect(second.color).not.toBe(first.color)
    await client.pillars.reorder({ clientId, ids: [second.id, first.id] })
    await client.pillars.update({ clientId, pillarId: first.id, targetShare: 40 })
    await client.pillars.remove({ clientId, pillarId: first.id })
    await client.history.undo({ clientId })
    const { pillars, total } = await client.pillars.list({ clientId })
    expect(pillars).toMatchObject([{ name: 'Visit', posts: 0 }, { name: 'Collection', targetShare: 40 }])
    expect(total).toBe(0)
  })
})

describe('campaigns', () => {
  it('hold goal, days, budget, audiences, figures and ads, and are found by words', async () => {
    const { client, clientId } = await museum()
    const { id: campaignId, ...made } = await client.campaigns.create({ clientId, name: 'Winter light', goal: 'Fill the evening tours' })
    expect(made.utm).toEqual({ active: true, source: '{network}', medium: 'social', campaign: '{campaign}', content: '{post}', term: '' })
    await client.campaigns.update({
      clientId, campaignId, startsOn: '2026-12-01', endsOn: '2026-12-24', budgetMinor: 1_250_000, currency: 'NOK', audiences: ['Families'],
      kpis: [{ metric: 'Tickets', target: 400 }]
    })
    const ad = await client.campaigns.saveAd({ clientId, campaignId, name: 'Story ad', network: 'instagram', budgetMinor: 500_000 })
    await client.campaigns.saveAd({ clientId, campaignId, adId: ad.id, name: 'Story ad', network: 'instagram', budgetMinor: 600_000 })
    expect(await client.campaigns.get({ clientId, campaignId })).toMatchObject({ budgetMinor: 1_250_000, kpis: [{ target: 400 }], ads: [{ budgetMinor: 600_000 }], posts: 0 })
    await client.campaigns.create({ clientId, name: 'Spring' })
    expect((await client.campaigns.list({ clientId, search: 'even' })).campaigns).toMatchObject([{ name: 'Winter light', ads: 1 }])
    await client.campaigns.remove({ clientId, campaignId })
    await client.history.undo({ clientId })
    expect(await client.campaigns.get({ clientId, campaignId })).toMatchObject({ name: 'Winter light', ads: [{ name: 'Story ad' }] })
  })
})

describe('texts kept for use again', () => {
  it('are people with their handles, hashtag sets, snippets, variables and templates, each by name', async () => {
    const { client, clientId } = await museum()
    const ida = await client.texts.savePerson({
      clientId, name: 'Ida Holm', handles: [{ network: 'instagram', handle: 'IdaHolm' }, { network: 'bluesky', handle: 'ida' }, { network: 'x', handle: '' }]
    })
    expect(ida.handles).toEqual([{ network: 'instagram', handle: '@idaholm' }, { network: 'bluesky', handle: '@ida.bsky.social' }])
    await client.texts.savePerson({ clientId, id: ida.id, name: 'Ida Holm', handles: [{ network: 'instagram', handle: 'ida.holm' }] })
    await client.texts.saveHashtagSet({ clientId, name: 'Museum', network: 'instagram', tags: ['museum', '#museum', '#Oslo'] })
    await client.texts.saveSnippet({ clientId, name: 'Hours', text: 'Open {hours}' })
    await client.texts.saveSnippet({ clientId, name: 'address', text: '{address}' })
    await client.texts.saveVariable({ clientId, name: 'hours', value: '11 to 17' })
    const template = await client.texts.saveTemplate({ clientId, name: 'Event', parts: [{ label: 'Call', text: 'Come on [[day]]', locked: true }] })
    const kept = await client.texts.list({ clientId })
    expect(kept).toMatchObject({
      people: [{ name: 'Ida Holm', handles: [{ network: 'instagram', handle: '@ida.holm' }] }],
      hashtagSets: [{ network: 'instagram', tags: ['#museum', '#Oslo'] }],
      snippets: [{ name: 'address' }, { name: 'Hours' }],
      variables: [{ name: 'hours' }],
      templates: [{ parts: [{ locked: true }] }]
    })
    await client.texts.removeTemplate({ clientId, entryId: template.id })
    await client.texts.removePerson({ clientId, entryId: ida.id })
    await client.history.undo({ clientId })
    await client.history.undo({ clientId })
    expect(await client.texts.list({ clientId })).toEqual(kept)
  })
})

describe('limits that a person set otherwise', () => {
  it('stand beside what the rule pack says, with its source and date, until they are taken away', async () => {
    const { client, clientId } = await museum()
    await client.checks.setOverride({ clientId, network: 'mastodon', field: 'post', max: 5000, note: 'Own server' })
    await client.checks.setOverride({ clientId, network: 'mastodon', field: 'post', max: 4000 })
    const { overrides } = await client.checks.listOverrides({ clientId })
    expect(overrides).toMatchObject([{ network: 'mastodon', field: 'post', max: 4000, note: '', original: { max: 500 } }])
    expect(overrides[0]?.original?.sourceDate).toMatch(/^\d{4}-\d{2}/)
    await client.checks.removeOverride({ clientId, network: 'mastodon', field: 'post' })
    expect((await client.checks.listOverrides({ clientId })).overrides).toEqual([])
  })
})
