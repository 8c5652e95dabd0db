import { describe, expect, it } from 'vitest'
import { entriesIn, makePost, on, type PlanningPlace, startPlanning, walk } from '../support/planning'

const october = { from: '2026-09-30T22:00:00.000Z', to: '2026-10-31T23:00:00.000Z' }
const entriesOf = ({ client, clientId }: PlanningPlace, more: Record<string, unknown> = {}) =>
  entriesIn(client, { clientId, ...october, ...more })
const titles = (entries: { title: string }[]): string[] => entries.map(({ title }) => title)

describe('the entries of a calendar', () => {
  it('are the variants of posts at their times, in order, with what a tile shows', async () => {
    const place = await startPlanning()
    const { assetIds, channels } = place
    const post = await makePost(place, { media: [{ assetId: assetIds[0] ?? '' }], planned: on('2026-10-23', '15:00') })
    await makePost(place, { title: 'Gulls', planned: on('2026-10-23', '09:00'), variants: [{ channelId: channels.linkedin ?? '', format: 'article' }] })
    const entries = await entriesOf(place)
    expect(entries.map(({ title, network, planned }) => `${planned.time} ${title} ${network}`)).toEqual([
      '09:00 Gulls linkedin', '15:00 Harbor instagram', '15:00 Harbor x'
    ])
    expect(entries[1]).toMatchObject({
      postId: post.id, state: 'draft', excerpt: 'Boats at dawn', ownTime: false,
      planned: { date: '2026-10-23', zone: 'Europe/Oslo', instant: '2026-10-23T13:00:00.000Z' }
    })
    expect(entries[1]?.thumbnailUrl).toMatch(/^\/media\//)
    expect(entries[0]?.thumbnailUrl).toBeNull()
  })

  it('hold posts that have a time and no channel yet, and none without a time or in the trash', async () => {
    const place = await startPlanning()
    await makePost(place, { title: 'No channel', variants: [] })
    await makePost(place, { title: 'No time', planned: null })
    const gone = await makePost(place, { title: 'Gone' })
    await place.client.posts.trash({ clientId: place.clientId, ids: [gone.id] })
    expect(await entriesOf(place)).toMatchObject([{ title: 'No channel', variantId: null, channelId: null, network: null, state: 'draft' }])
  })

  it('begin at the first instant of the range and end before the last', async () => {
    const place = await startPlanning()
    await makePost(place, { title: 'First', planned: on('2026-10-01', '00:00'), variants: [] })
    await makePost(place, { title: 'Last', planned: on('2026-10-31', '23:59'), variants: [] })
    await makePost(place, { title: 'Before', planned: on('2026-09-30', '23:59'), variants: [] })
    await makePost(place, { title: 'After', planned: on('2026-11-01', '00:00'), variants: [] })
    expect(titles(await entriesOf(place))).toEqual(['First', 'Last'])
    const { client, clientId } = place
    const otherwise = await entriesIn(client, { clientId, from: '2026-10-01T00:00:00+02:00', to: '2026-10-31T23:00:00Z' })
    expect(titles(otherwise)).toEqual(['First', 'Last'])
    await expect(client.calendar.entries({ clientId, from: 'yesterday', to: 'tomorrow' })).rejects.toMatchObject({ code: 'validation.input' })
  })

  it('show the words and the picture that the channel has of its own', async () => {
    const place = await startPlanning()
    const { client, clientId, assetIds } = place
    const post = await makePost(place, { media: [{ assetId: assetIds[0] ?? '' }] })
    const [variant] = post.variants
    await client.posts.updateVariant({ clientId, variantId: variant?.id ?? '', text: 'Only here' })
    await client.posts.setMedia({ clientId, postId: post.id, variantId: variant?.id ?? '', media: [{ assetId: assetIds[1] ?? '' }] })
    const [own, inherited] = await entriesOf(place)
    expect([own?.excerpt, inherited?.excerpt]).toEqual(['Only here', 'Boats at dawn'])
    expect(own?.thumbnailUrl).not.toBe(inherited?.thumbnailUrl)
  })

  it('are filtered by words, channel, network, status, campaign, pillar, label, owner and picture', async () => {
    const place = await startPlanning()
    const { client, clientId, channels, assetIds } = place
    const pillar = await client.pillars.create({ clientId, name: 'Craft' })
    const campaign = await client.campaigns.create({ clientId, name: 'Autumn' })
    const post = await makePost(place, { labels: ['Sea'], owner: 'Ada', pillarId: pillar.id, campaignId: campaign.id, media: [{ assetId: assetIds[0] ?? '' }] })
    await makePost(place, { title: 'Other', text: 'Museum', planned: on('2026-10-24') })
    await makePost(place, { title: 'Bare', text: 'Nothing', variants: [] })
    const filtered = async (more: Record<string, unknown>) => titles(await entriesOf(place, more))
    expect(await filtered({ search: 'boat' })).toEqual(['Harbor', 'Harbor'])
    expect(await filtered({ channelIds: [channels.x ?? ''] })).toEqual(['Harbor', 'Other'])
    expect(await filtered({ networks: ['instagram'] })).toEqual(['Harbor', 'Other'])
    expect(await filtered({ pillarIds: [pillar.id] })).toEqual(['Harbor', 'Harbor'])
    expect(await filtered({ campaignIds: [campaign.id] })).toEqual(['Harbor', 'Harbor'])
    expect(await filtered({ labels: ['sea'] })).toEqual(['Harbor', 'Harbor'])
    expect(await filtered({ owner: 'Ada' })).toEqual(['Harbor', 'Harbor'])
    expect(await filtered({ assetId: assetIds[0] })).toEqual(['Harbor', 'Harbor'])
    const variantId = post.variants[0]?.id ?? ''
    await walk(place, [variantId], 'scheduled')
    expect(await filtered({ statuses: ['scheduled'] })).toEqual(['Harbor'])
    expect(await filtered({ statuses: ['draft'] })).toHaveLength(4)
    place.wait(Date.parse('2026-10-23T07:30:00.000Z') - Date.parse('2026-10-01T08:00:00.000Z'))
    expect(await filtered({ statuses: ['due'] })).toEqual(['Harbor'])
    expect(new Set(await filtered({ statuses: ['overdue'] }))).toEqual(new Set(['Bare', 'Harbor']))
    expect(await filtered({ statuses: ['draft'] })).toEqual(['Other', 'Other'])
  })

  it('stand at their own time where a channel has one', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place)
    await client.posts.schedule({ clientId, items: [{ variantId: post.variants[1]?.id ?? '', planned: on('2026-10-26', '18:00') }] })
    expect((await entriesOf(place)).map(({ network, ownTime, planned }) => `${network} ${planned.date} ${ownTime}`)).toEqual([
      'instagram 2026-10-23 false', 'x 2026-10-26 true'
    ])
  })
})

describe('behind the posts', () => {
  const days = { fromDay: '2026-05-01', toDay: '2026-05-31' }

  it('stand the holidays of the country that the client is in, until others are chosen', async () => {
    const { client, clientId, wait } = await startPlanning()
    wait(1_000)
    const norway = await client.calendar.background({ clientId, ...days })
    expect(norway.countries).toEqual(['NO'])
    expect(norway.holidays).toContainEqual(expect.objectContaining({ date: '2026-05-17', name: 'Grunnlovsdagen', type: 'public' }))
    await client.calendar.setCountries({ clientId, countries: ['nl', 'IT'] })
    const both = await client.calendar.background({ clientId, ...days })
    expect(new Set(both.holidays.map(({ country }) => country))).toEqual(new Set(['NL', 'IT']))
    await client.history.undo({ clientId })
    expect((await client.calendar.background({ clientId, ...days })).countries).toEqual(['NO'])
    await client.calendar.setCountries({ clientId, countries: [] })
    expect((await client.calendar.background({ clientId, ...days })).holidays).toEqual([])
    await expect(client.calendar.setCountries({ clientId, countries: ['XX'] })).rejects.toMatchObject({ code: 'validation.country' })
  })

  it('stand the client’s own dates, those that come back each year in every year', async () => {
    const { client, clientId } = await startPlanning()
    const date = { name: 'Founded', startsOn: '2020-05-20', endsOn: '2020-05-21', yearly: true, color: '#AA3344', note: '' }
    const saved = await client.calendar.saveDate({ clientId, ...date })
    await client.calendar.saveDate({ clientId, ...date, name: 'Market', startsOn: '2026-04-28', endsOn: '2026-05-02', yearly: false })
    await client.calendar.saveDate({ clientId, ...date, name: 'Leap', startsOn: '2024-02-29', endsOn: '2024-02-29' })
    const { dates } = await client.calendar.background({ clientId, ...days })
    expect(dates.map(({ name, startsOn, endsOn }) => `${name} ${startsOn} ${endsOn}`)).toEqual(['Market 2026-04-28 2026-05-02', 'Founded 2026-05-20 2026-05-21'])
    expect((await client.calendar.background({ clientId, fromDay: '2027-02-01', toDay: '2027-02-28' })).dates).toMatchObject([{ name: 'Leap', startsOn: '2027-02-28' }])
    expect((await client.calendar.background({ clientId, fromDay: '2019-05-01', toDay: '2019-05-31' })).dates).toEqual([])
    await client.calendar.saveDate({ clientId, ...saved, name: 'Birthday' })
    await client.calendar.removeDate({ clientId, dateId: saved.id })
    await expect(client.calendar.removeDate({ clientId, dateId: saved.id })).rejects.toMatchObject({ code: 'not-found.date' })
    await expect(client.calendar.saveDate({ clientId, ...saved })).rejects.toMatchObject({ code: 'not-found.date' })
    await expect(client.calendar.saveDate({ clientId, ...date, endsOn: '2020-05-01' })).rejects.toMatchObject({ code: 'validation.days' })
  })

  it('stand campaigns that touch the days, and free slots', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    await client.campaigns.create({ clientId, name: 'Spring', startsOn: '2026-03-01', endsOn: '2026-05-05' })
    await client.campaigns.create({ clientId, name: 'Open', startsOn: '2026-05-20' })
    await client.campaigns.create({ clientId, name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-10-01' })
    await client.campaigns.create({ clientId, name: 'Whenever' })
    const channelId = channels.instagram ?? ''
    await client.channels.setSlots({ clientId, channelId, slots: [{ weekday: 5, time: '09:00' }, { weekday: 1, time: '09:00' }] })
    await makePost(place, { planned: on('2026-10-23') })
    const background = await client.calendar.background({ clientId, fromDay: '2026-09-28', toDay: '2026-10-31' })
    expect(background.campaigns.map(({ name }) => name).sort()).toEqual(['Autumn', 'Open'])
    // None before now, none at the time of the post, still at nine after the clock change.
    expect(background.openSlots.map(({ date }) => date)).toEqual(['2026-10-02', '2026-10-05', '2026-10-09', '2026-10-12', '2026-10-16', '2026-10-19', '2026-10-26', '2026-10-30'])
    expect(background.openSlots.at(-1)).toMatchObject({ channelId, time: '09:00', zone: 'Europe/Oslo', instant: '2026-10-30T08:00:00.000Z', pillarId: null })
    await expect(client.calendar.background({ clientId, fromDay: '2026-05-31', toDay: '2026-05-01' })).rejects.toMatchObject({ code: 'validation.days' })
  })
})

describe('views', () => {
  it('are kept by name and come back', async () => {
    const { client, clientId, wait } = await startPlanning()
    wait(1_000)
    const view = await client.calendar.saveView({ clientId, name: 'Drafts on X', view: 'list', filter: { networks: ['x'], statuses: ['draft'], trashed: false } })
    expect((await client.calendar.listViews({ clientId })).views).toEqual([view])
    await expect(client.calendar.saveView({ clientId, name: 'drafts on x', view: 'month', filter: { trashed: false } })).rejects.toMatchObject({ code: 'validation.name-taken' })
    await client.calendar.removeView({ clientId, viewId: view.id })
    expect((await client.calendar.listViews({ clientId })).views).toEqual([])
    await client.history.undo({ clientId })
    expect((await client.calendar.listViews({ clientId })).views).toEqual([view])
    await client.history.redo({ clientId })
    await expect(client.calendar.removeView({ clientId, viewId: view.id })).rejects.toMatchObject({ code: 'not-found.view' })
  })
})
