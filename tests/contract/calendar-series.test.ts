import { describe, expect, it } from 'vitest'
import { wallTimeOf } from '../../src/shared/time'
import { entriesIn, makePost, on, type PlanningPlace, startPlanning, walk } from '../support/planning'
import { startTestCore } from '../support/test-core'

const DAY = 86_400_000

/** Posts on the calendar from October on, one line each: its day and hour, on the first channel only. */
async function planned({ client, clientId, channels }: PlanningPlace, to = '2027-12-31T00:00:00.000Z') {
  const channelIds = [channels.instagram ?? '']
  return entriesIn(client, { clientId, from: '2026-10-01T00:00:00.000Z', to, channelIds })
}
const days = (entries: { planned: { date: string; time: string } }[]): string[] => entries.map((entry) => `${entry.planned.date} ${entry.planned.time}`)

async function startWeekly(rule = 'FREQ=WEEKLY;BYDAY=FR', untilOn: string | null = '2026-11-30') {
  const place = await startPlanning()
  const post = await makePost(place, { labels: ['Sea'], media: [{ assetId: place.assetIds[0] ?? '' }], planned: on('2026-10-09') })
  place.wait(1_000)
  const { made, seriesId } = await place.client.calendar.repeat({ clientId: place.clientId, postId: post.id, rule, untilOn })
  place.wait(1_000)
  return { ...place, post, made, seriesId }
}

describe('a post that repeats', () => {
  it('is made again as drafts with all it has, at nine also after the clock change', async () => {
    const place = await startWeekly()
    const { client, clientId, post, made } = place
    expect(made).toBe(7)
    const entries = await planned(place)
    expect(days(entries)).toEqual(['10-09', '10-16', '10-23', '10-30', '11-06', '11-13', '11-20', '11-27'].map((day) => `2026-${day} 09:00`))
    expect(entries.at(-1)?.planned.instant).toBe('2026-11-27T08:00:00.000Z')
    const last = await client.posts.get({ clientId, postId: entries.at(-1)?.postId ?? '' })
    expect(last).toMatchObject({ title: 'Harbor', text: 'Boats at dawn', labels: ['Sea'], seriesId: place.seriesId, seriesOn: '2026-11-27' })
    expect(last.media).toHaveLength(1)
    expect(last.variants.map(({ state }) => state)).toEqual(['draft', 'draft'])
    expect((await client.posts.get({ clientId, postId: post.id })).seriesOn).toBe('2026-10-09')
    await client.history.undo({ clientId })
    expect(days(await planned(place))).toEqual(['2026-10-09 09:00'])
    expect((await client.posts.get({ clientId, postId: post.id })).seriesId).toBeNull()
  })

  it('is made up to a horizon that moves on when the client is opened, and undo takes all of it', async () => {
    const place = await startWeekly('FREQ=WEEKLY;BYDAY=FR', null)
    const { clientId, core } = place
    const first = await planned(place)
    expect(first.at(-1)?.planned.date.slice(0, 7)).toBe('2027-02')
    await core.close()
    const later = await startTestCore({ home: core.home, now: () => new Date('2026-12-20T08:00:00.000Z') })
    const again = { ...place, core: later, client: later.client }
    const entries = await planned(again)
    expect(entries.length).toBeGreaterThan(first.length)
    expect(new Set(days(entries)).size).toBe(entries.length)
    expect(await later.client.history.undo({ clientId })).toMatchObject({ operation: 'calendar.repeat' })
    expect(await planned(again)).toHaveLength(1)
  })

  it('is not made again for days that were thrown away or moved', async () => {
    const place = await startWeekly('FREQ=WEEKLY;BYDAY=FR', null)
    const { client, clientId } = place
    const [, second, third] = await planned(place)
    await client.posts.trash({ clientId, ids: [second?.postId ?? ''] })
    await client.posts.shift({ clientId, ids: [third?.postId ?? ''], days: 1 })
    await place.core.close()
    const later = await startTestCore({ home: place.core.home, now: () => new Date('2027-02-01T08:00:00.000Z') })
    const found = days(await planned({ ...place, core: later, client: later.client }))
    expect(found).not.toContain('2026-10-16 09:00')
    expect(found).not.toContain('2026-10-23 09:00')
    expect(found).toContain('2026-10-24 09:00')
    expect(found).toContain('2027-04-02 09:00')
  })

  it('shows its days before it is set', async () => {
    const { client, clientId } = await startPlanning()
    const ask = { clientId, startsOn: '2026-10-09', time: '09:00', untilOn: null }
    expect(await client.calendar.previewRule({ ...ask, rule: 'FREQ=MONTHLY;BYDAY=2FR;COUNT=3' })).toEqual({
      days: ['2026-10-09', '2026-11-13', '2026-12-11'], total: 3, endless: false, gaps: []
    })
    expect(await client.calendar.previewRule({ ...ask, rule: 'FREQ=DAILY' })).toMatchObject({ endless: true })
    await expect(client.calendar.previewRule({ ...ask, rule: 'FREQ=HOURLY' })).rejects.toMatchObject({ code: 'validation.rule', data: { reason: 'too-often' } })
  })

  it('says before it is set on which day the clock skips its time, and what it goes out at instead', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const { id: postId } = await makePost(place, { planned: on('2027-03-26', '02:30') })
    const rule = { rule: 'FREQ=DAILY;COUNT=4', untilOn: null }
    const { gaps } = await client.calendar.previewRule({ clientId, ...rule, startsOn: '2027-03-26', time: '02:30' })
    expect(gaps).toEqual([{ date: '2027-03-28', time: '01:30' }])
    await client.calendar.repeat({ clientId, postId, ...rule })
    const instants = (await planned(place)).map((entry) => entry.planned.instant)
    expect(instants.map((instant) => wallTimeOf(instant, 'Europe/Oslo').time)).toEqual(['02:30', '02:30', '01:30', '02:30'])
  })

  it('needs a time and a rule that gives days', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const idea = await makePost(place, { planned: null })
    const post = await makePost(place)
    const repeat = { clientId, untilOn: null, rule: 'FREQ=DAILY' }
    await expect(client.calendar.repeat({ ...repeat, postId: idea.id })).rejects.toMatchObject({ code: 'validation.not-planned' })
    await expect(client.calendar.repeat({ ...repeat, postId: post.id, rule: 'now and then' })).rejects.toMatchObject({ code: 'validation.rule' })
    await expect(client.calendar.repeat({ ...repeat, postId: 'gone' })).rejects.toMatchObject({ code: 'not-found.post' })
    await expect(client.calendar.applyToSeries({ clientId, postId: post.id, scope: 'all' })).rejects.toMatchObject({ code: 'not-found.series' })
    await expect(client.calendar.endSeries({ clientId, postId: post.id, scope: 'all' })).rejects.toMatchObject({ code: 'not-found.series' })
  })
})

describe('editing a series', () => {
  it('changes one alone', async () => {
    const place = await startWeekly()
    const { client, clientId } = place
    const [, second] = await planned(place)
    await client.posts.update({ clientId, postId: second?.postId ?? '', text: 'This week only' })
    expect((await planned(place)).filter(({ excerpt }) => excerpt === 'This week only')).toHaveLength(1)
  })

  it('changes this and following: words, pictures and channels, and another hour', async () => {
    const place = await startWeekly()
    const { client, clientId, channels, assetIds } = place
    const postId = (await planned(place))[3]?.postId ?? ''
    await client.posts.update({ clientId, postId, text: 'New words', labels: ['Ice'] })
    await client.posts.setMedia({ clientId, postId, media: [{ assetId: assetIds[1] ?? '' }, { assetId: assetIds[2] ?? '' }] })
    await client.posts.addVariants({ clientId, postId, variants: [{ channelId: channels.linkedin ?? '' }] })
    place.wait(1_000)
    expect(await client.calendar.applyToSeries({ clientId, postId, scope: 'following', time: '17:30' })).toEqual({ changed: 5 })
    const after = await planned(place)
    expect(days(after)).toEqual([
      '2026-10-09 09:00', '2026-10-16 09:00', '2026-10-23 09:00',
      '2026-10-30 17:30', '2026-11-06 17:30', '2026-11-13 17:30', '2026-11-20 17:30', '2026-11-27 17:30'
    ])
    expect(after.map(({ excerpt }) => excerpt === 'New words')).toEqual([false, false, false, true, true, true, true, true])
    const last = await client.posts.get({ clientId, postId: after.at(-1)?.postId ?? '' })
    expect(last.media).toHaveLength(2)
    expect(last.labels).toEqual(['Ice'])
    expect(last.variants).toHaveLength(3)
    place.wait(1_000)
    await client.history.undo({ clientId })
    expect(new Set((await planned(place)).map(({ planned: { time } }) => time))).toEqual(new Set(['09:00']))
  })

  it('moves all by days, keeps what went out, and goes on by the moved rule', async () => {
    const place = await startWeekly('FREQ=WEEKLY;BYDAY=FR', null)
    const { client, clientId } = place
    const entries = await planned(place)
    const [first] = (await client.posts.get({ clientId, postId: entries[0]?.postId ?? '' })).variants
    await walk(place, [first?.id ?? ''], 'scheduled', 'published')
    await client.calendar.applyToSeries({ clientId, postId: entries[1]?.postId ?? '', scope: 'all', shiftDays: 3, content: false })
    const moved = days(await planned(place))
    expect(moved.slice(0, 4)).toEqual(['2026-10-09 09:00', '2026-10-19 09:00', '2026-10-26 09:00', '2026-11-02 09:00'])
    await place.core.close()
    const later = await startTestCore({ home: place.core.home, now: () => new Date('2027-01-15T08:00:00.000Z') })
    const weekdays = (await planned({ ...place, core: later, client: later.client })).slice(1).map(({ planned: { date } }) => new Date(date).getUTCDay())
    expect(new Set(weekdays)).toEqual(new Set([1]))
  })

  it('ends before an occurrence, or altogether, and what went out stays', async () => {
    const place = await startWeekly()
    const { client, clientId } = place
    const entries = await planned(place)
    expect(await client.calendar.endSeries({ clientId, postId: entries[5]?.postId ?? '', scope: 'following' })).toEqual({ trashed: 3 })
    expect(await planned(place)).toHaveLength(5)
    const [first] = (await client.posts.get({ clientId, postId: entries[0]?.postId ?? '' })).variants
    await walk(place, [first?.id ?? ''], 'scheduled', 'handed-over')
    place.wait(1_000)
    expect(await client.calendar.endSeries({ clientId, postId: entries[1]?.postId ?? '', scope: 'all' })).toEqual({ trashed: 4 })
    expect(days(await planned(place))).toEqual(['2026-10-09 09:00'])
    place.wait(1_000)
    await client.history.undo({ clientId })
    expect(await planned(place)).toHaveLength(5)
  })

  it('asks which hour is meant where the clock shows it twice', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    const post = await makePost(place, { planned: on('2026-10-18', '09:00') })
    await client.calendar.repeat({ clientId, postId: post.id, rule: 'FREQ=WEEKLY;COUNT=3', untilOn: null })
    const change = { clientId, postId: post.id, scope: 'all' as const, time: '02:30' }
    await expect(client.calendar.applyToSeries(change)).rejects.toMatchObject({ code: 'validation.wall-time', data: { kind: 'overlap' } })
    expect(await client.calendar.applyToSeries({ ...change, pick: 'later' })).toEqual({ changed: 3 })
    expect((await planned(place))[1]?.planned).toMatchObject({ date: '2026-10-25', time: '02:30', instant: '2026-10-25T01:30:00.000Z' })
  })
})

describe('times after the rules of a zone changed', () => {
  it('are worked out anew when the client is opened, and stay at their hour on the wall', async () => {
    const place = await startPlanning()
    const { clientId } = place
    await makePost(place, { planned: on('2026-10-23') })
    place.wait(1_000)
    const workspace = await place.core.services.workspaces.open(clientId)
    // As an older program would have left it: an hour off, by zone rules that no longer hold.
    await workspace.command('posts.schedule', async (tx) => {
      for (const table of ['post', 'variant']) await tx(table).update({ planned_instant: '2026-10-23T08:00:00.000Z' })
      await tx('workspace_setting').insert({ id: 'tz-version', value_json: '"2020a"' })
    })
    await place.core.close()
    const later = await startTestCore({ home: place.core.home, now: () => new Date(Date.parse('2026-10-01T08:00:00.000Z') + DAY) })
    const again = { ...place, core: later, client: later.client }
    expect((await planned(again)).map(({ planned: { instant, time } }) => `${instant} ${time}`)).toEqual(['2026-10-23T07:00:00.000Z 09:00'])
    // It is no step to undo.
    expect((await later.client.history.state({ clientId })).undo?.operation).toBe('posts.schedule')
  })
})
