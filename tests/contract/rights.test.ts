import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings } from '../support/operation-inputs'
import { openPackBench } from '../support/publish-pack'
import { waitForJob } from '../support/test-core'

/** A second goes by each time the clock is looked at, so that steps have an order. */
let time = Date.parse('2026-11-22T12:00:00.000Z')
const now = () => new Date((time += 1000))
const open = () => openPackBench(3, { now })
const planned = { date: '2026-12-10', time: '09:00' }

describe('rights of assets', () => {
  it('are noted for one and for many, each as one step that undo takes back', async () => {
    const { core: { client }, clientId, assetIds } = await open()
    expect((await client.assets.get({ clientId, assetId: assetIds[0] ?? '' })).rights).toBeNull()
    await client.assets.setRights({ clientId, ids: assetIds.slice(0, 1), rights: { credit: ' Photo: Ida Berg ', license: 'CC BY 4.0' } })
    expect(await client.assets.setRights({ clientId, ids: assetIds, rights: { endsOn: '2026-12-01', license: 'CC BY 4.0' } })).toEqual({ changed: 3 })
    const rightsNow = async () => (await client.assets.list({ clientId, sort: 'name', descending: false })).assets.map(({ rights }) => rights && [rights.license, rights.credit, rights.endsOn])
    expect(await rightsNow()).toEqual([['CC BY 4.0', 'Photo: Ida Berg', '2026-12-01'], ['CC BY 4.0', '', '2026-12-01'], ['CC BY 4.0', '', '2026-12-01']])
    await client.history.undo({ clientId })
    expect(await rightsNow()).toEqual([['CC BY 4.0', 'Photo: Ida Berg', null], null, null])
    await client.history.redo({ clientId })
    expect(await client.assets.setRights({ clientId, ids: assetIds, rights: { endsOn: '2026-12-01' } })).toEqual({ changed: 0 })
    await expect(client.assets.setRights({ clientId, ids: ['nothing'], rights: {} })).rejects.toMatchObject({ code: 'not-found.asset', defined: true })
    await expect(client.assets.setRights({ clientId, ids: assetIds, rights: { endsOn: '2026-02-30' } })).rejects.toMatchObject({ code: 'validation.input' })
  })

  it('are found in the library by the day of the client: ended, ending within thirty days, or without consent', async () => {
    const { core: { client }, clientId, assetIds: [first = '', second = '', third = ''] } = await open()
    await client.assets.setRights({ clientId, ids: [first], rights: { endsOn: '2026-12-22' } })
    await client.assets.setRights({ clientId, ids: [second], rights: { endsOn: '2026-12-23' } })
    await client.assets.setRights({ clientId, ids: [third], rights: { people: 'Ida' } })
    const found = async () => (await client.assets.listIds({ clientId, rights: true })).ids.sort()
    expect(await found()).toEqual([first, third].sort())
    expect((await client.assets.counts({ clientId })).rights).toBe(2)
    await client.assets.setRights({ clientId, ids: [third], rights: { consentOn: '2026-11-20' } })
    expect(await found()).toEqual([first])
  })

  it('lose the reason to use an asset anyway when they change', async () => {
    const { core: { client }, clientId, assetIds: [assetId = ''] } = await open()
    const reason = async () => (await client.assets.get({ clientId, assetId })).rights?.usedAnyway
    await client.assets.setRights({ clientId, ids: [assetId], rights: { endsOn: '2026-11-01', usedAnyway: 'Extended by mail' } })
    await client.assets.setRights({ clientId, ids: [assetId], rights: { license: 'Bought' } })
    expect(await reason()).toBe('Extended by mail')
    await client.assets.setRights({ clientId, ids: [assetId], rights: { endsOn: '2026-11-02' } })
    expect(await reason()).toBe('')
  })

  it('stand in the dry run by the day of each post, and a credit is put into its text', async () => {
    const bench = await open()
    const { core: { client }, clientId, assetIds: [first = '', second = ''] } = bench
    await client.assets.setRights({ clientId, ids: [first], rights: { endsOn: '2026-12-09' } })
    await client.assets.setRights({ clientId, ids: [second], rights: { credit: 'Photo: Ida Berg', creditRequired: true } })
    const { variantIds: [variantId = ''] } = await bench.plan({ title: 'Boats', text: 'From the archive.', planned, on: [['x', 'feed']], pictures: [0, 1] })
    const { variants } = await client.checks.dryRun({ clientId, fromDay: '2026-12-01', toDay: '2026-12-31' })
    const about = variants[0]?.findings.filter(({ id }) => id.startsWith('rights.')) ?? []
    expect(about.map(({ id, severity, assetId, source }) => [id, severity, assetId, source])).toEqual([['rights.ended', 'error', first, ''], ['rights.credit-missing', 'warning', second, '']])
    expect(await client.checks.textFix({ clientId, variantId, key: about[1]?.key ?? '' })).toEqual({ patch: { text: 'From the archive.\n\nPhoto: Ida Berg' } })
  })

  it('keep a picture out of an export until a reason is given', async () => {
    const { core, clientId, assetIds } = await open()
    const { client } = core
    const [first = ''] = assetIds
    await client.assets.setRights({ clientId, ids: [first], rights: { endsOn: '2026-11-21' } })
    const order = { clientId, assetIds, placementIds: ['ig-feed-4x5'], settings }
    const plan = async () => (await client.renditions.plan(order)).renditions.map(({ refusal }) => refusal)
    expect(await plan()).toEqual([{ code: 'conflict.rights-ended', data: { endsOn: '2026-11-21' } }, null, null])
    const { jobId } = await client.renditions.export(order)
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ total: 2, done: 2 })
    await client.assets.setRights({ clientId, ids: [first], rights: { usedAnyway: 'Extended by mail of November 20' } })
    expect(await plan()).toEqual([null, null, null])
  })

  it('keep a picture out of a publish pack, which says why and names who made the rest', async () => {
    const bench = await open()
    const { core: { client }, clientId, assetIds: [first = '', second = ''] } = bench
    await client.assets.setRights({ clientId, ids: [first], rights: { people: 'Ida' } })
    await client.assets.setRights({ clientId, ids: [second], rights: { credit: 'Photo: <Ida> Berg' } })
    const { postId, variantIds: [variantId = ''] } = await bench.plan({ title: 'Boats', text: 'From the archive.', planned, on: [['x', 'feed']], pictures: [0, 1] })
    const report = await bench.pack({ scope: { kind: 'post', postId } })
    expect(report.totals).toMatchObject({ pictures: 1, failed: 0 })
    expect(report.variants[0]?.problems).toContainEqual({ kind: 'render', severe: true, data: { code: 'conflict.consent-missing', people: 'Ida', file: expect.any(String) as unknown } })
    const folder = join(report.folder, report.variants[0]?.folder ?? '')
    expect(readdirSync(folder).filter((name) => name.endsWith('.jpg'))).toEqual([expect.stringMatching(/^02_/)])
    expect(readFileSync(join(folder, 'credits.txt'), 'utf8')).toBe('Photo: <Ida> Berg')
    expect(readFileSync(report.sheet ?? '', 'utf8')).toContain('Credit: Photo: &lt;Ida&gt; Berg')
    expect((await client.handOff.get({ clientId, variantId })).credits).toEqual(['Photo: <Ida> Berg'])
  })
})
