import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openExportBench } from '../support/exports'

const code = (wanted: string, data: Record<string, unknown> = {}) => ({ code: wanted, defined: true, data: expect.objectContaining(data) as unknown })
const render = {}

describe('the plan of an export', () => {
  it('names every file and counts what will be made', async () => {
    const bench = await openExportBench(2)
    const plan = await bench.plan({ placementIds: ['ig-feed-4x5', 'x-header', 'ig-story-video'], template: '{client}/{date}/{n:03}_{asset}' })
    const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo' }).format(new Date()).split('-')
    const made = plan.renditions.filter(({ refusal }) => refusal === null)
    expect(made.map(({ fileName }) => fileName)).toEqual(
      ['001_acanthus', '002_acanthus', '003_airplane', '004_airplane'].map((name) => `Museum of Light/${year}-${month}-${day}/${name}.jpg`)
    )
    expect(plan.totals).toMatchObject({ files: 4, refused: 2 })
    expect(plan.totals.estimatedBytes).toBe(made.reduce((sum, { estimatedBytes }) => sum + estimatedBytes, 0))
    expect(plan.totals.estimatedSeconds).toBeGreaterThan(0)
    expect(new Set(plan.renditions.map(({ key }) => key)).size).toBe(6)
  })

  it('follows the focal point and the crop by hand at once', async () => {
    const bench = await openExportBench(1)
    const [assetId] = bench.assetIds as [string]
    const one = async () => (await bench.plan({ placementIds: ['x-header'] })).renditions[0]!
    await bench.core.client.assets.setFocalPoint({ clientId: bench.clientId, assetId, focal: { x: 0.5, y: 0 } })
    expect((await one()).crop.top).toBe(0)
    const rect = { left: 0, top: 0.5, width: 1, height: 0.257 }
    await bench.core.client.assets.setCrop({ clientId: bench.clientId, assetId, placementId: 'x-header', rect })
    expect(await one()).toMatchObject({ byHand: true, crop: { top: expect.closeTo(0.5, 1) as number } })
    await bench.core.client.history.undo({ clientId: bench.clientId })
    expect(await one()).toMatchObject({ byHand: false, crop: { top: 0 } })
  })

  it('refuses what it does not know, by name', async () => {
    const bench = await openExportBench(1)
    await expect(bench.plan({ placementIds: ['myspace-cover'] })).rejects.toMatchObject(code('validation.placement', { placement: 'myspace-cover' }))
    await expect(bench.plan({ assetIds: ['nobody'] })).rejects.toMatchObject(code('not-found.asset', { asset: 'nobody' }))
    await expect(bench.plan({ template: '{clinet}' })).rejects.toMatchObject(
      code('validation.template', { template: '{clinet}', reason: 'unknown-token-near', token: 'clinet', suggestion: 'client' })
    )
    await expect(bench.plan({ template: '../{asset}' })).rejects.toMatchObject(code('validation.template', { reason: 'parent-folder' }))
    await bench.core.client.assets.trash({ clientId: bench.clientId, ids: bench.assetIds })
    await expect(bench.plan({})).rejects.toMatchObject(code('not-found.asset'))
  })
})

describe('names while a template is typed', () => {
  it('are shown for each asset and placement', async () => {
    const { core, clientId, assetIds } = await openExportBench(2)
    const wish = { clientId, assetIds, placementIds: ['ig-feed-4x5', 'x-header'], template: '{network}/{asset}_{ratio}' }
    expect(await core.client.renditions.previewNames(wish)).toEqual({
      names: ['instagram/acanthus_4x5.jpg', 'x/acanthus_3x1.jpg', 'instagram/airplane_4x5.jpg', 'x/airplane_3x1.jpg'],
      problem: null
    })
  })

  it('come with the reason when the template is wrong', async () => {
    const { core, clientId, assetIds } = await openExportBench(1)
    const wish = { clientId, assetIds, placementIds: ['x-header'] }
    const problem = async (template: string) => (await core.client.renditions.previewNames({ ...wish, template })).problem
    expect(await problem('{clinet}')).toBe('There is no token clinet. The nearest is client.')
    expect(await problem('a?b')).toBe('The character ? cannot stand in a file name on every system.')
    expect(await problem('')).toBe('It is empty.')
  })
})

describe('an export', () => {
  it('refuses to begin with what it cannot do', async () => {
    const bench = await openExportBench(1)
    const { clientId, assetIds, core } = bench
    const selection = { clientId, assetIds, placementIds: ['x-header'], settings: { render, template: '{asset}' } }
    const destination = { kind: 'folder' as const, token: 'unknown' }
    await expect(core.client.renditions.export({ ...selection, destination })).rejects.toMatchObject(code('not-found.file-token'))
    await expect(bench.export({ placementIds: ['ig-story-video'] })).rejects.toMatchObject(code('validation.placement', { placement: 'ig-story-video' }))
    await expect(bench.export({ placementIds: ['x-header'], exclude: [{ assetId: assetIds[0]!, placementId: 'x-header' }] })).rejects.toMatchObject(
      code('validation.nothing-selected')
    )
    expect((await core.client.jobs.list({ clientId })).jobs.filter(({ kind }) => kind === 'renditions.export')).toEqual([])
  })

  it('has a report, and only an export has one', async () => {
    const bench = await openExportBench(1)
    const { clientId, core } = bench
    await expect(core.client.renditions.report({ clientId, jobId: 'none' })).rejects.toMatchObject(code('not-found.job', { job: 'none' }))
    const [adding] = (await core.client.jobs.list({ clientId })).jobs
    await expect(core.client.renditions.report({ clientId, jobId: adding!.id })).rejects.toMatchObject(code('not-found.job'))
  })

  it('gives out each file by a signed address, as long as it is there', async () => {
    const bench = await openExportBench(1)
    const { report } = await bench.export({ placementIds: ['ig-profile'] })
    const [file] = report.files
    expect(await bench.core.openMedia(file!.url!)).toMatchObject({ path: file!.path, contentType: 'image/jpeg', bytes: file!.bytes })
    rmSync(file!.path)
    expect(await bench.core.openMedia(file!.url!)).toBeUndefined()
  })

  it('counts at its asset', async () => {
    const bench = await openExportBench(1)
    await bench.export({ placementIds: ['ig-profile', 'tt-profile'] })
    expect((await bench.core.client.assets.list({ clientId: bench.clientId })).assets[0]).toMatchObject({ exportCount: 2 })
  })

  it('teaches the next plan how large files become', async () => {
    const bench = await openExportBench(3)
    const placementIds = ['ig-profile', 'tt-profile', 'sn-profile', 'x-profile']
    const { report } = await bench.export({ placementIds })
    expect((await bench.plan({ placementIds })).totals.estimatedBytes / report.totals.bytes).toBeCloseTo(1, 2)
  })
})

describe('export presets', () => {
  const settings = { render: { quality: 90 }, template: '{asset}_{placement}' }

  it('are saved, replaced by name, removed, and each of these is undone and redone', async () => {
    const { core, clientId } = await openExportBench(1)
    const { renditions, history } = core.client
    const shown = async () => (await renditions.listPresets({ clientId })).presets.map(({ name, placementIds }) => [name, placementIds.length])
    const saved = await renditions.savePreset({ clientId, name: ' Stories ', placementIds: ['ig-story-image'], settings })
    expect(saved).toMatchObject({ name: 'Stories', settings: { render: { quality: 90, floorQuality: 45 }, template: '{asset}_{placement}' } })
    const again = await renditions.savePreset({ clientId, name: 'stories', placementIds: ['ig-story-image', 'x-header'], settings })
    expect(again.id).toBe(saved.id)
    await renditions.removePreset({ clientId, presetId: saved.id })
    expect(await shown()).toEqual([])
    for (const state of [[['stories', 2]], [['Stories', 1]], []]) {
      await history.undo({ clientId })
      expect(await shown()).toEqual(state)
    }
    for (const state of [[['Stories', 1]], [['stories', 2]], []]) {
      await history.redo({ clientId })
      expect(await shown()).toEqual(state)
    }
  })

  it('are refused with a template or a placement that does not work', async () => {
    const { core, clientId } = await openExportBench(1)
    const { renditions } = core.client
    const preset = { clientId, name: 'P', placementIds: ['x-header'], settings }
    await expect(renditions.savePreset({ ...preset, settings: { render, template: '{x' } })).rejects.toMatchObject(code('validation.template', { reason: 'unclosed-brace' }))
    await expect(renditions.savePreset({ ...preset, placementIds: ['x'] })).rejects.toMatchObject(code('validation.placement'))
    await expect(renditions.removePreset({ clientId, presetId: 'none' })).rejects.toMatchObject(code('not-found.preset'))
    await core.client.clients.archive({ clientId })
    await expect(renditions.savePreset(preset)).rejects.toMatchObject(code('conflict.client-archived'))
  })
})
