import { describe, expect, it } from 'vitest'
import { type PlanningPlace, startPlanning } from '../support/planning'

const DAY = 86_400_000
/** The clock of the place begins on October 1. */
const daysOn = (place: PlanningPlace, days: number) => place.wait(days * DAY)

interface Came {
  network: string
  format: string
  channel?: string
  from: string
  to: string
  measured: string
  /** Days that have a figure of the account; left out: the file says its period alone. */
  days?: string[]
}

/** A file that came in, as an import leaves it. */
async function cameIn(place: PlanningPlace, file: Came): Promise<string> {
  const { core, clientId, channels } = place
  place.wait(1000)
  const workspace = await core.services.workspaces.open(clientId)
  const [importId, fileId] = [core.services.newId(), core.services.newId()]
  const channelId = file.channel ? (channels[file.channel] ?? '') : ''
  await workspace.command('figureImports.commit', async (tx) => {
    await tx('figure_import').insert({ id: importId, files: 1, added: 1, changed: 0, unchanged: 0, skipped: 0, created_at: core.services.now() })
    await tx('figure_file').insert({
      id: fileId, import_id: importId, position: 0, name: 'file.csv', entry: '', sheet: '', sha256: fileId, format: file.format, network: file.network, kind: 'daily_metrics',
      channel_id: channelId, account: '', starts_on: file.from, ends_on: file.to, measured_at: `${file.measured}T12:00:00.000Z`, rows: 1, facts_json: '{}'
    })
    if (!file.days) return
    const [subject] = (await tx('figure_subject').insert({
      kind: 'account', network: file.network, channel_id: channelId, subject_key: 'account', title: '', text: '', permalink: '', format: '', published_at: '', campaign: '', ad_set: '', ad: '', currency: ''
    })) as number[]
    const row = { file_id: fileId, subject_id: subject, measured_at: '', more_json: '{}', raw_json: '{}', views: 1 }
    await tx('figure_row').insert(file.days.map((date, line) => ({ ...row, line, starts_on: date, ends_on: date })))
  })
  return importId
}

const overviewOf = ({ client, clientId }: PlanningPlace) => client.exportsDue.overview({ clientId })

async function exportOf(place: PlanningPlace, guideId: string) {
  const { channels } = await overviewOf(place)
  return channels.flatMap(({ exports }) => exports).find((one) => one.guideId === guideId)
}

const dueIds = async ({ client }: PlanningPlace) => (await client.exportsDue.list()).items.map(({ guideId }) => guideId)

describe('exports that are due', () => {
  it('are expected of each channel by its network, and due from the 1st of the next month', async () => {
    const place = await startPlanning()
    const { channels, interval } = await overviewOf(place)
    expect(interval).toBe('monthly')
    expect(channels.map(({ network, exports }) => [network, exports.map(({ guideId }) => guideId)])).toEqual([
      ['instagram', ['instagram-posts', 'instagram-days']],
      ['x', ['x-posts', 'x-days']],
      ['linkedin', ['linkedin-page-content', 'linkedin-page-followers']]
    ])
    expect(await dueIds(place)).toEqual([])
    daysOn(place, 31)
    expect((await dueIds(place)).sort()).toEqual(['instagram-days', 'instagram-posts', 'x-days', 'x-posts'])
    daysOn(place, 2)
    expect(await dueIds(place), 'LinkedIn takes two days').toContain('linkedin-page-content')
  })

  it('are done for a month by posts that came in after it ended, also when its last days had no post', async () => {
    const place = await startPlanning()
    daysOn(place, 32)
    await cameIn(place, { network: 'instagram', format: 'meta.ig.content', channel: 'instagram', from: '2026-10-03', to: '2026-10-28', measured: '2026-11-02' })
    expect(await exportOf(place, 'instagram-posts')).toMatchObject({ files: 1, ranges: [{ from: '2026-10-01', to: '2026-10-31' }], coveredUntil: '2026-10-28', dueFrom: '2026-12-01', due: false })
    daysOn(place, 30)
    await cameIn(place, { network: 'instagram', format: 'meta.ig.content', channel: 'instagram', from: '2026-10-03', to: '2026-10-28', measured: '2026-12-02' })
    expect(await exportOf(place, 'instagram-posts'), 'October again says nothing of November').toMatchObject({ coveredUntil: '2026-10-28', due: true })
  })

  it('know the gaps inside of a file, and merge what overlaps', async () => {
    const place = await startPlanning()
    await cameIn(place, { network: 'x', format: 'x.overview', channel: 'x', from: '2026-09-01', to: '2026-09-07', measured: '2026-09-08', days: ['2026-09-01', '2026-09-02', '2026-09-06', '2026-09-07'] })
    await cameIn(place, { network: 'x', format: 'x.overview', channel: 'x', from: '2026-09-08', to: '2026-09-10', measured: '2026-09-11' })
    expect(await exportOf(place, 'x-days')).toMatchObject({
      files: 2, ranges: [{ from: '2026-09-01', to: '2026-09-02' }, { from: '2026-09-06', to: '2026-09-10' }], coveredUntil: '2026-09-10', due: true, dueFrom: '2026-10-01'
    })
  })

  it('are those of a profile once a profile’s came in, and of ads once ads came in', async () => {
    const place = await startPlanning()
    await cameIn(place, { network: 'linkedin', format: 'linkedin.creator.engagement', channel: 'linkedin', from: '2026-09-01', to: '2026-09-30', measured: '2026-10-01' })
    await cameIn(place, { network: 'google-ads', format: 'google.ads.report', from: '2026-09-01', to: '2026-09-30', measured: '2026-10-01' })
    const { channels } = await overviewOf(place)
    expect(channels.find(({ network }) => network === 'linkedin')?.exports.map(({ guideId }) => guideId)).toEqual(['linkedin-creator'])
    expect(channels.at(-1)).toMatchObject({ channelId: null, network: 'google-ads', exports: [{ guideId: 'google-ads', coveredUntil: '2026-09-30' }] })
    expect(await exportOf(place, 'linkedin-creator'), 'LinkedIn keeps about 13 months').toMatchObject({ lostFrom: '2027-10-31' })
  })

  it('are as before when the import is undone, and again after redo', async () => {
    const place = await startPlanning()
    await cameIn(place, { network: 'x', format: 'x.overview', channel: 'x', from: '2026-09-01', to: '2026-09-30', measured: '2026-10-01' })
    const before = await overviewOf(place)
    await place.client.history.undo({ clientId: place.clientId })
    expect(await exportOf(place, 'x-days')).toMatchObject({ files: 0, coveredUntil: null })
    await place.client.history.redo({ clientId: place.clientId })
    expect(await overviewOf(place)).toEqual(before)
  })
})

describe('reminders of exports', () => {
  it('come weekly or not at all, as the client wants it, and one undo brings the month back', async () => {
    const place = await startPlanning()
    const { client, clientId } = place
    place.wait(1000)
    await client.exportsDue.setInterval({ clientId, interval: 'weekly' })
    daysOn(place, 4)
    expect(await dueIds(place), 'Monday, October 5').toContain('x-days')
    await client.exportsDue.setInterval({ clientId, interval: 'off' })
    expect(await dueIds(place)).toEqual([])
    expect(await exportOf(place, 'x-days')).toMatchObject({ dueFrom: null, due: false })
    await client.history.undo({ clientId })
    await client.history.undo({ clientId })
    expect((await overviewOf(place)).interval).toBe('monthly')
  })

  it('are quiet until the day they were put off to', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    const one = { clientId, channelId: channels.x ?? '', guideId: 'x-days' }
    daysOn(place, 31)
    await client.exportsDue.snooze({ ...one, until: '2026-11-08' })
    expect(await dueIds(place)).not.toContain('x-days')
    expect(await exportOf(place, 'x-days')).toMatchObject({ due: true, snoozedUntil: '2026-11-08' })
    daysOn(place, 7)
    expect(await dueIds(place)).toContain('x-days')
    await client.exportsDue.snooze({ ...one, until: '2026-12-01' })
    await client.exportsDue.snooze({ ...one, until: null })
    expect(await dueIds(place)).toContain('x-days')
  })

  it('leave out what a channel does not need, and take in what it does', async () => {
    const place = await startPlanning()
    const { client, clientId, channels } = place
    await client.exportsDue.setExpected({ clientId, channelId: channels.instagram ?? '', guideId: 'instagram-days', expected: false })
    await client.exportsDue.setExpected({ clientId, channelId: channels.instagram ?? '', guideId: 'instagram-audience', expected: true })
    const instagram = (await overviewOf(place)).channels[0]
    expect(instagram?.exports.map(({ guideId }) => guideId)).toEqual(['instagram-posts', 'instagram-audience'])
    expect(instagram?.others).toEqual(['instagram-days'])
  })

  it('are listed over all clients, but not of archived ones', async () => {
    const place = await startPlanning()
    const { client } = place
    const { id: other } = await client.clients.create({ name: 'Harbor Books' })
    await client.channels.create({ clientId: other, network: 'youtube', name: 'Books' })
    daysOn(place, 31)
    const { items } = await client.exportsDue.list()
    expect(items.find(({ clientId }) => clientId === other)).toMatchObject({ clientName: 'Harbor Books', channelName: 'Books', guideId: 'youtube-studio', dueFrom: '2026-11-01' })
    await client.clients.archive({ clientId: other })
    expect((await client.exportsDue.list()).items.map(({ clientId }) => clientId)).not.toContain(other)
  })
})
