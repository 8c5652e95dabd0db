import { describe, expect, it } from 'vitest'
import { entriesIn, makePost, on, type PlanningPlace, startPlanning } from '../support/planning'

interface Stage extends PlanningPlace {
  channelId: string
  /** The third of a series on Fridays. */
  occurrence: string
  first: string
  second: string
  unplanned: string
  green: string
  dateId: string
  viewId: string
}

const date = { name: 'Founded', startsOn: '2020-05-20', endsOn: '2020-05-21', yearly: true, color: '#aa3344', note: '' }

async function setStage(): Promise<Stage> {
  const place = await startPlanning()
  const { client, clientId, channels } = place
  const channelId = channels.instagram ?? ''
  const variants = [{ channelId }]
  await client.channels.setSlots({ clientId, channelId, slots: [{ weekday: 1, time: '09:00' }] })
  const weekly = await makePost(place, { planned: on('2026-10-09') })
  await client.calendar.repeat({ clientId, postId: weekly.id, rule: 'FREQ=WEEKLY;COUNT=5', untilOn: null })
  const entries = await entriesIn(client, { clientId, from: '2026-10-01T00:00:00Z', to: '2026-12-01T00:00:00Z', channelIds: [channelId] })
  const first = await makePost(place, { title: 'First', planned: on('2026-12-01'), variants })
  const second = await makePost(place, { title: 'Second', planned: on('2026-12-02'), variants })
  const unplanned = (await makePost(place, { title: 'Someday', planned: null, variants })).id
  const green = (await makePost(place, { title: 'Green', planned: on('2026-10-05'), variants })).id
  await client.calendar.setEvergreen({ clientId, postId: green, evergreen: { cooldownDays: 7, maxRepeats: 3, texts: [] } })
  const dateId = (await client.calendar.saveDate({ clientId, ...date })).id
  const viewId = (await client.calendar.saveView({ clientId, name: 'Mine', view: 'week', filter: { trashed: false } })).id
  place.wait(60_000)
  const variantOf = (post: { variants: { id: string }[] }): string => post.variants[0]?.id ?? ''
  return { ...place, channelId, occurrence: entries[2]?.postId ?? '', first: variantOf(first), second: variantOf(second), unplanned, green, dateId, viewId }
}

/** Every row that the calendar can change. */
async function rowsOf({ core, clientId }: Stage): Promise<unknown> {
  const { reader } = await core.services.workspaces.open(clientId)
  const tables = ['post', 'variant', 'post_media', 'post_label', 'post_series', 'evergreen', 'client_date', 'saved_view', 'workspace_setting']
  return Promise.all(tables.map((table) => reader(table).orderBy('id')))
}

const commands: Record<string, (stage: Stage) => Promise<unknown>> = {
  setCountries: ({ client, clientId }) => client.calendar.setCountries({ clientId, countries: ['NL', 'GB'] }),
  'saveDate, a new one': ({ client, clientId }) => client.calendar.saveDate({ clientId, ...date, name: 'Market' }),
  'saveDate, changed': ({ client, clientId, dateId }) => client.calendar.saveDate({ clientId, ...date, id: dateId, note: 'With a cake' }),
  removeDate: ({ client, clientId, dateId }) => client.calendar.removeDate({ clientId, dateId }),
  saveView: ({ client, clientId }) => client.calendar.saveView({ clientId, name: 'Another', view: 'list', filter: { trashed: false } }),
  removeView: ({ client, clientId, viewId }) => client.calendar.removeView({ clientId, viewId }),
  fillSlots: ({ client, clientId, unplanned }) => client.calendar.fillSlots({ clientId, ids: [unplanned] }),
  moveInQueue: ({ client, clientId, channelId, first, second }) => client.calendar.moveInQueue({ clientId, channelId, variantId: second, beforeId: first }),
  repeat: ({ client, clientId, green }) => client.calendar.repeat({ clientId, postId: green, rule: 'FREQ=MONTHLY', untilOn: null }),
  'repeat, from within a series': ({ client, clientId, occurrence }) => client.calendar.repeat({ clientId, postId: occurrence, rule: 'FREQ=DAILY;COUNT=3', untilOn: null }),
  'applyToSeries, following': ({ client, clientId, occurrence }) => client.calendar.applyToSeries({ clientId, postId: occurrence, scope: 'following', time: '18:00', shiftDays: 1 }),
  'applyToSeries, all': ({ client, clientId, occurrence }) => client.calendar.applyToSeries({ clientId, postId: occurrence, scope: 'all', shiftDays: -2 }),
  'endSeries, following': ({ client, clientId, occurrence }) => client.calendar.endSeries({ clientId, postId: occurrence, scope: 'following' }),
  'endSeries, all': ({ client, clientId, occurrence }) => client.calendar.endSeries({ clientId, postId: occurrence, scope: 'all' }),
  setEvergreen: ({ client, clientId, green }) => client.calendar.setEvergreen({ clientId, postId: green, evergreen: null }),
  recycle: ({ client, clientId }) => client.calendar.recycle({ clientId, fromDay: '2026-10-06', toDay: '2026-12-31' })
}

describe('undo of a step of the calendar', () => {
  it.each(Object.keys(commands))('brings everything back, and redo does it again: %s', async (name) => {
    const stage = await setStage()
    const before = await rowsOf(stage)
    await commands[name]?.(stage)
    const after = await rowsOf(stage)
    expect(after).not.toEqual(before)
    await stage.client.history.undo({ clientId: stage.clientId })
    expect(await rowsOf(stage)).toEqual(before)
    await stage.client.history.redo({ clientId: stage.clientId })
    expect(await rowsOf(stage)).toEqual(after)
  })
})
