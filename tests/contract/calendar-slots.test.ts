import { describe, expect, it } from 'vitest'
import { entriesIn, makePost, on, type PlanningPlace, startPlanning, walk } from '../support/planning'

const october = { from: '2026-09-30T22:00:00.000Z', to: '2026-12-31T23:00:00.000Z' }
async function entriesOn({ client, clientId, channels }: PlanningPlace, network: string) {
  return entriesIn(client, { clientId, ...october, channelIds: [channels[network] ?? ''] })
}
const shown = (entries: Awaited<ReturnType<typeof entriesOn>>): string[] => entries.map(({ title, planned }) => `${planned.date} ${planned.time} ${title}`)

/** Instagram posts on Mondays and Thursdays at nine, X on Tuesdays at noon; one of them is kept for a pillar. */
async function startWithSlots() {
  const place = await startPlanning()
  const { client, clientId, channels } = place
  const pillar = await client.pillars.create({ clientId, name: 'Craft' })
  const instagram = channels.instagram ?? ''
  const x = channels.x ?? ''
  await client.channels.setSlots({ clientId, channelId: instagram, slots: [{ weekday: 1, time: '09:00' }, { weekday: 4, time: '09:00', pillarId: pillar.id }] })
  await client.channels.setSlots({ clientId, channelId: x, slots: [{ weekday: 2, time: '12:00' }] })
  place.wait(1_000)
  return { ...place, pillarId: pillar.id, instagram, x }
}

describe('the next free slots', () => {
  it('of channels, for a pillar, leave out what is taken and what is past', async () => {
    const place = await startWithSlots()
    const { client, clientId, instagram, x, pillarId } = place
    const next = async (more: { channelIds: string[]; pillarId?: string; count?: number; after?: string }) =>
      (await client.calendar.nextSlots({ clientId, ...more })).slots.map(({ date, time }) => `${date} ${time}`)
    // Now is Thursday, October 1 at ten: the slot at nine is over.
    expect(await next({ channelIds: [instagram], count: 3 })).toEqual(['2026-10-05 09:00', '2026-10-12 09:00', '2026-10-19 09:00'])
    expect(await next({ channelIds: [instagram], pillarId, count: 3 })).toEqual(['2026-10-05 09:00', '2026-10-08 09:00', '2026-10-12 09:00'])
    expect(await next({ channelIds: [instagram, x] })).toEqual(['2026-10-05 09:00', '2026-10-06 12:00'])
    expect(await next({ channelIds: [instagram], after: '2026-10-24T00:00:00.000Z' })).toEqual(['2026-10-26 09:00'])
    await makePost(place, { planned: on('2026-10-05') })
    expect(await next({ channelIds: [instagram] })).toEqual(['2026-10-12 09:00'])
    await expect(client.calendar.nextSlots({ clientId, channelIds: ['gone'] })).rejects.toMatchObject({ code: 'not-found.channel' })
  })

  it('take posts without a time, each by its channels and pillar, and one undo takes all back', async () => {
    const place = await startWithSlots()
    const { client, clientId, instagram, pillarId, channels } = place
    const make = async (title: string, more = {}) => (await makePost(place, { title, planned: null, variants: [{ channelId: instagram }], ...more })).id
    const ids = [await make('a'), await make('b', { pillarId }), await make('c'), await make('both', { variants: [{ channelId: instagram }, { channelId: channels.x ?? '' }] })]
    const linkedin = await make('no slots', { variants: [{ channelId: channels.linkedin ?? '' }] })
    const bare = await make('no channel', { variants: [] })
    const fixed = (await makePost(place, { title: 'has a time', planned: on('2026-10-13', '15:00') })).id
    place.wait(1_000)
    expect(await client.calendar.fillSlots({ clientId, ids: [...ids, linkedin, bare, fixed] })).toEqual({ changed: 4, without: [linkedin, bare] })
    expect(shown(await entriesOn(place, 'instagram'))).toEqual([
      '2026-10-05 09:00 a', '2026-10-08 09:00 b', '2026-10-12 09:00 c', '2026-10-13 15:00 has a time', '2026-10-19 09:00 both'
    ])
    expect(shown(await entriesOn(place, 'x'))).toEqual(['2026-10-06 12:00 both', '2026-10-13 15:00 has a time'])
    await expect(client.calendar.fillSlots({ clientId, ids: [bare] })).rejects.toMatchObject({ code: 'conflict.no-slots' })
    await expect(client.calendar.fillSlots({ clientId, ids: ['gone'] })).rejects.toMatchObject({ code: 'not-found.post' })
    await client.history.undo({ clientId })
    expect(shown(await entriesOn(place, 'instagram'))).toEqual(['2026-10-13 15:00 has a time'])
  })
})

describe('a queue', () => {
  it('is put in another order without moving what was published or handed over', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const channelId = place.channels.instagram ?? ''
    const variants: Record<string, string> = {}
    for (const [title, date] of [['a', '2026-10-05'], ['out', '2026-10-06'], ['b', '2026-10-07'], ['c', '2026-10-08']] as const) {
      const post = await makePost(place, { title, planned: on(date), variants: [{ channelId }] })
      variants[title] = post.variants[0]?.id ?? ''
    }
    await walk(place, [variants.out ?? ''], 'scheduled', 'handed-over')
    place.wait(1_000)
    const move = (title: string, before: string | null) =>
      client.calendar.moveInQueue({ clientId, channelId, variantId: variants[title] ?? '', beforeId: before === null ? null : (variants[before] ?? '') })
    expect(await move('c', 'a')).toEqual({ changed: 3 })
    expect(shown(await entriesOn(place, 'instagram'))).toEqual(['2026-10-05 09:00 c', '2026-10-06 09:00 out', '2026-10-07 09:00 a', '2026-10-08 09:00 b'])
    expect(await move('out', 'c')).toEqual({ changed: 0 })
    place.wait(1_000)
    await client.history.undo({ clientId })
    expect(shown(await entriesOn(place, 'instagram')).map((line) => line.slice(17))).toEqual(['a', 'out', 'b', 'c'])
    await expect(client.calendar.moveInQueue({ clientId, channelId: 'gone', variantId: 'x' })).rejects.toMatchObject({ code: 'not-found.channel' })
    await expect(client.calendar.moveInQueue({ clientId, channelId, variantId: 'gone' })).rejects.toMatchObject({ code: 'not-found.variant' })
  })

  it('moves a post of several channels on this one only', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    const both = await makePost(place, { title: 'both', planned: on('2026-10-05') })
    await makePost(place, { title: 'alone', planned: on('2026-10-07'), variants: [{ channelId: channels.instagram ?? '' }] })
    await client.calendar.moveInQueue({ clientId, channelId: channels.instagram ?? '', variantId: both.variants[0]?.id ?? '' })
    expect(shown(await entriesOn(place, 'instagram'))).toEqual(['2026-10-05 09:00 alone', '2026-10-07 09:00 both'])
    expect(shown(await entriesOn(place, 'x'))).toEqual(['2026-10-05 09:00 both'])
  })
})

describe('evergreen posts', () => {
  it('come again in free slots once they have rested, with their other wordings in turn', async () => {
    const place = await startWithSlots()
    const { client, clientId, instagram } = place
    const post = await makePost(place, { title: 'Green', planned: on('2026-10-05'), variants: [{ channelId: instagram }] })
    await client.calendar.setEvergreen({ clientId, postId: post.id, evergreen: { cooldownDays: 14, maxRepeats: 2, texts: ['Said otherwise'] } })
    expect((await client.calendar.getEvergreen({ clientId, postId: post.id })).evergreen).toEqual({
      cooldownDays: 14, maxRepeats: 2, texts: ['Said otherwise'], active: true, used: 0, nextOn: '2026-10-19'
    })
    place.wait(1_000)
    expect(await client.calendar.recycle({ clientId, fromDay: '2026-10-01', toDay: '2026-11-30' })).toEqual({ made: 2 })
    const entries = await entriesOn(place, 'instagram')
    expect(entries.map(({ planned, excerpt }) => `${planned.date} ${excerpt}`)).toEqual(['2026-10-05 Boats at dawn', '2026-10-19 Said otherwise', '2026-11-02 Boats at dawn'])
    expect(entries.every(({ state }) => state === 'draft')).toBe(true)
    expect((await client.calendar.getEvergreen({ clientId, postId: post.id })).evergreen).toMatchObject({ used: 2, nextOn: null })
    expect(await client.calendar.recycle({ clientId, fromDay: '2026-10-01', toDay: '2027-03-31' })).toEqual({ made: 0 })
    place.wait(1_000)
    await client.history.undo({ clientId })
    expect(await entriesOn(place, 'instagram')).toHaveLength(1)
    await client.calendar.setEvergreen({ clientId, postId: post.id, evergreen: null })
    expect(await client.calendar.getEvergreen({ clientId, postId: post.id })).toEqual({ evergreen: null })
  })

  it('leave the days before the first alone', async () => {
    const place = await startWithSlots()
    const { client, clientId, instagram } = place
    const post = await makePost(place, { planned: on('2026-10-05'), variants: [{ channelId: instagram }] })
    await client.calendar.setEvergreen({ clientId, postId: post.id, evergreen: { cooldownDays: 7, maxRepeats: 1, texts: [] } })
    await client.calendar.recycle({ clientId, fromDay: '2026-12-01', toDay: '2026-12-31' })
    expect(shown(await entriesOn(place, 'instagram'))).toEqual(['2026-10-05 09:00 Harbor', '2026-12-07 09:00 Harbor'])
    await expect(client.calendar.recycle({ clientId, fromDay: '2026-12-31', toDay: '2026-12-01' })).rejects.toMatchObject({ code: 'validation.days' })
    await expect(client.calendar.setEvergreen({ clientId, postId: 'gone', evergreen: null })).rejects.toMatchObject({ code: 'not-found.post' })
    await expect(client.calendar.getEvergreen({ clientId, postId: 'gone' })).rejects.toMatchObject({ code: 'not-found.post' })
  })
})
