import { describe, expect, it } from 'vitest'
import { makePost, on, startPlanning, walk } from '../support/planning'

describe('a planned time', () => {
  it('stays at 09:00 when a post is moved across the end of daylight saving', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId } = await makePost(place, { planned: on('2026-10-23') })
    expect(await client.posts.shift({ clientId, ids: [postId], days: 4 })).toEqual({ changed: 1, kept: 0 })
    const moved = await client.posts.get({ clientId, postId })
    expect(moved.planned).toMatchObject({ date: '2026-10-27', time: '09:00', instant: '2026-10-27T08:00:00.000Z' })
    expect(moved.variants.map(({ planned }) => planned?.instant)).toEqual(['2026-10-27T08:00:00.000Z', '2026-10-27T08:00:00.000Z'])
  })

  it('is given to many at once: a day, a clock time, or both; what is not named stays as each has it', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const [one, other, bare] = [await makePost(place, { planned: on('2026-10-23') }), await makePost(place, { planned: on('2026-10-27', '18:30') }), await makePost(place, { planned: null })]
    const ids = [one.id, other.id, bare.id]
    const times = () => Promise.all(ids.map(async (postId) => (await client.posts.get({ clientId, postId })).planned)).then((all) => all.map((planned) => planned && `${planned.date} ${planned.time}`))
    expect(await client.posts.reschedule({ clientId, ids, time: '11:45' })).toEqual({ changed: 2, kept: 1 })
    expect(await times()).toEqual(['2026-10-23 11:45', '2026-10-27 11:45', null])
    expect(await client.posts.reschedule({ clientId, ids: [one.id, other.id], date: '2026-11-02' })).toEqual({ changed: 2, kept: 0 })
    expect(await client.posts.reschedule({ clientId, ids: [bare.id], date: '2026-11-03', time: '08:00' })).toEqual({ changed: 1, kept: 0 })
    expect(await times()).toEqual(['2026-11-02 11:45', '2026-11-02 11:45', '2026-11-03 08:00'])
    await expect(client.posts.reschedule({ clientId, ids })).rejects.toMatchObject({ code: 'validation.input' })
  })

  it('that the clock skips is asked about, and is the one that was chosen', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId } = await makePost(place, { planned: on('2026-03-28', '02:30') })
    const moving = client.posts.shift({ clientId, ids: [postId], days: 1 })
    await expect(moving).rejects.toMatchObject({
      code: 'validation.wall-time',
      data: { kind: 'gap', date: '2026-03-29', time: '02:30', zone: 'Europe/Oslo', earlier: '01:30 (UTC+1)', later: '03:30 (UTC+2)' }
    })
    expect((await client.posts.get({ clientId, postId })).planned?.date).toBe('2026-03-28')
    await client.posts.shift({ clientId, ids: [postId], days: 1, pick: 'later' })
    expect((await client.posts.get({ clientId, postId })).planned).toMatchObject({ time: '03:30', instant: '2026-03-29T01:30:00.000Z' })
  })

  it('that the clock shows twice is asked about, and each choice is its own instant', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const twice = on('2026-10-25', '02:30')
    await expect(makePost(place, { planned: twice })).rejects.toMatchObject({ code: 'validation.wall-time', data: { kind: 'overlap', earlier: '02:30 (UTC+2)', later: '02:30 (UTC+1)' } })
    const first = await makePost(place, { planned: { ...twice, pick: 'earlier' } })
    const second = await makePost(place, { planned: { ...twice, pick: 'later' } })
    expect([first.planned?.instant, second.planned?.instant]).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    expect([first.planned?.time, second.planned?.time, second.planned?.pick]).toEqual(['02:30', '02:30', 'later'])
    expect((await client.posts.list({ clientId, sort: 'planned', descending: false })).posts.map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('is in the zone that it names, and no other word is taken for a zone', async () => {
    const place = await startPlanning()
    const post = await makePost(place, { planned: { ...on('2026-12-01'), zone: 'asia/kathmandu' } })
    expect(post.planned).toMatchObject({ zone: 'Asia/Kathmandu', time: '09:00', instant: '2026-12-01T03:15:00.000Z' })
    await expect(makePost(place, { planned: { ...on('2026-12-01'), zone: 'Moon/Crater' } })).rejects.toMatchObject({ code: 'validation.zone' })
    await expect(makePost(place, { planned: on('2026-02-30') })).rejects.toMatchObject({ code: 'validation.input' })
  })
})

describe('the variants of a post', () => {
  it('follow its time, unless one has a time of its own', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants: [first] } = await makePost(place)
    const variantId = first?.id ?? ''
    await client.posts.schedule({ clientId, items: [{ variantId, planned: on('2026-10-23', '18:00') }] })
    await client.posts.schedule({ clientId, items: [{ postId, planned: on('2026-10-30', '10:00') }] })
    const times = async () => (await client.posts.get({ clientId, postId })).variants.map(({ ownTime, planned }) => [ownTime, planned?.date, planned?.time])
    expect(await times()).toEqual([[true, '2026-10-23', '18:00'], [false, '2026-10-30', '10:00']])
    await client.posts.shift({ clientId, ids: [postId], days: 1 })
    expect(await times()).toEqual([[true, '2026-10-24', '18:00'], [false, '2026-10-31', '10:00']])
    await client.posts.schedule({ clientId, items: [{ variantId, planned: null, inherit: true }] })
    expect(await times()).toEqual([[false, '2026-10-31', '10:00'], [false, '2026-10-31', '10:00']])
  })

  it('stay where they went out, and the rest of the post moves', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants: [first] } = await makePost(place)
    await walk(place, [first?.id ?? ''], 'scheduled', 'published')
    expect(await client.posts.shift({ clientId, ids: [postId], days: 7 })).toEqual({ changed: 1, kept: 0 })
    expect((await client.posts.get({ clientId, postId })).variants.map(({ planned }) => planned?.date)).toEqual(['2026-10-23', '2026-10-30'])
    await expect(client.posts.schedule({ clientId, items: [{ variantId: first?.id ?? '', planned: on('2026-12-01') }] })).rejects.toMatchObject({ code: 'conflict.post-published', data: { title: 'Harbor' } })
  })

  it('of its own keeps its distance to the post when many are given another day', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants: [first] } = await makePost(place)
    await client.posts.schedule({ clientId, items: [{ variantId: first?.id ?? '', planned: on('2026-10-24', '18:00') }] })
    await client.posts.reschedule({ clientId, ids: [postId], date: '2026-10-30', time: '07:00' })
    expect((await client.posts.get({ clientId, postId })).variants.map(({ planned }) => `${planned?.date} ${planned?.time}`)).toEqual(['2026-10-31 18:00', '2026-10-30 07:00'])
  })

  it('that all went out keep their post in its place', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const [out, open] = [await makePost(place), await makePost(place)]
    await walk(place, out.variants.map(({ id }) => id), 'scheduled', 'published')
    expect(await client.posts.shift({ clientId, ids: [out.id, open.id], days: 7 })).toEqual({ changed: 1, kept: 1 })
    await expect(client.posts.schedule({ clientId, items: [{ postId: out.id, planned: null }] })).rejects.toMatchObject({ code: 'conflict.post-published' })
  })

  it('that were missed are scheduled again when their post is planned anew', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants } = await makePost(place)
    await walk(place, variants.map(({ id }) => id), 'scheduled', 'missed')
    await client.posts.schedule({ clientId, items: [{ postId, planned: on('2026-11-02') }] })
    expect((await client.posts.get({ clientId, postId })).variants).toMatchObject([{ state: 'scheduled', stateNote: '', planned: { date: '2026-11-02' } }, { state: 'scheduled' }])
  })

  it('follow their post again once they are opened again', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants: [first] } = await makePost(place)
    const variantId = first?.id ?? ''
    await walk(place, [variantId], 'archived')
    await client.posts.schedule({ clientId, items: [{ postId, planned: on('2026-11-05') }] })
    expect((await client.posts.get({ clientId, postId })).variants.map(({ planned }) => planned?.date)).toEqual(['2026-10-23', '2026-11-05'])
    await walk(place, [variantId], 'draft')
    expect((await client.posts.get({ clientId, postId })).variants.map(({ planned }) => planned?.date)).toEqual(['2026-11-05', '2026-11-05'])
  })

  it('are scheduled no longer when the time is taken away', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId, variants } = await makePost(place)
    await walk(place, variants.map(({ id }) => id), 'scheduled')
    await client.posts.schedule({ clientId, items: [{ postId, planned: null }] })
    expect((await client.posts.get({ clientId, postId })).variants).toMatchObject([{ state: 'draft', planned: null }, { state: 'draft', planned: null }])
    expect(await client.posts.list({ clientId, unplanned: true })).toMatchObject({ total: 1 })
  })
})
