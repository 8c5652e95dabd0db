import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashesBelow, openExportBench, picturesBelow, readManifest } from '../support/exports'
import { readBack } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'
import { waitForJob } from '../support/test-core'
import { canMakeDisks, makeDisk } from '../support/tiny-disk'

const small = ['ig-profile', 'li-life-module', 'tt-ad-profile-image']
const refusal = (reason: string) => ({ code: 'validation.destination', data: expect.objectContaining({ reason }) as unknown })

describe('a destination', () => {
  it('is made when it is not there yet', async () => {
    const bench = await openExportBench(1)
    const folder = join(await tempFolder(), 'new', 'folder')
    const { job } = await bench.export({ placementIds: small, folder })
    expect(job.state).toBe('done')
    expect(Object.keys(picturesBelow(folder))).toHaveLength(3)
  })

  it('is refused when it is a file, or lies below one', async () => {
    const bench = await openExportBench(1)
    const file = join(await tempFolder(), 'file')
    writeFileSync(file, 'x')
    await expect(bench.export({ folder: file })).rejects.toMatchObject(refusal('not-a-folder'))
    await expect(bench.export({ folder: join(file, 'below') })).rejects.toMatchObject(refusal('not-a-folder'))
  })

  it('is refused inside the app’s own folders, also by way of a link', async () => {
    const bench = await openExportBench(1)
    const own = join(bench.core.home, 'workspaces', bench.clientId, 'originals')
    const link = join(await tempFolder(), 'innocent')
    symlinkSync(own, link)
    const before = hashesBelow(own)
    for (const folder of [own, join(own, 'deeper'), link, join(link, 'deeper'), join(bench.core.home, 'workspaces'), join(bench.core.home, 'backups')]) {
      await expect(bench.export({ folder })).rejects.toMatchObject(refusal('inside-app-folder'))
    }
    expect(hashesBelow(own)).toEqual(before)
  })

  it('is refused as a relative path', async () => {
    const bench = await openExportBench(1)
    await expect(bench.export({ folder: 'somewhere' })).rejects.toMatchObject(refusal('not-absolute'))
  })

  it('keeps files out of a link that leads elsewhere, and makes the others', async () => {
    const bench = await openExportBench(2)
    const [folder, elsewhere] = [await tempFolder(), await tempFolder()]
    symlinkSync(elsewhere, join(folder, 'instagram'))
    const { job, report } = await bench.export({ placementIds: small, folder })
    expect(job).toMatchObject({ state: 'done', done: 4, failed: 2 })
    expect(readdirSync(elsewhere)).toEqual([])
    expect(report.files.filter((file) => file.error).map((file) => file.error?.data.reason)).toEqual(['outside', 'outside'])
    expect(readManifest(report.manifest!).failures.map(({ reason }) => reason)[0]).toContain('A link on the way leads out')
  })

  it('puts no file in the place of a link or a folder of the same name', async () => {
    const bench = await openExportBench(2)
    const [folder, elsewhere] = [await tempFolder(), await tempFolder()]
    symlinkSync(join(elsewhere, 'target.jpg'), join(folder, 'acanthus.jpg'))
    mkdirSync(join(folder, 'airplane.jpg'))
    const { report } = await bench.export({ placementIds: ['ig-profile'], template: '{asset}', folder })
    expect(report.files.map(({ path }) => path.split('/').at(-1))).toEqual(['acanthus_2.jpg', 'airplane_2.jpg'])
    expect(readdirSync(elsewhere)).toEqual([])
  })
})

describe.skipIf(!canMakeDisks)('a disk', () => {
  it('that is full makes the export wait, with nothing half made, and go on once there is room', async () => {
    const bench = await openExportBench(3)
    const folder = await tempFolder()
    const disk = makeDisk(folder, 100)
    const { job } = await bench.export({ placementIds: small, folder })
    expect(job).toMatchObject({ state: 'paused', error: { code: 'unavailable.disk', data: { reason: 'ENOSPC' } } })
    expect(String(job.error?.data.path)).toContain(folder)
    for (const path of Object.keys(hashesBelow(folder))) expect(readBack(join(folder, path)).width).toBeGreaterThan(0)
    disk.resize(20_000)
    await bench.core.client.jobs.resume({ clientId: bench.clientId, jobId: job.id })
    expect(await waitForJob(bench.core, bench.clientId, job.id)).toMatchObject({ state: 'done', done: 9, failed: 0, error: null })
    expect(Object.keys(picturesBelow(folder))).toHaveLength(9)
  })

  it('that can only be read is said to be so before anything is made', async () => {
    const bench = await openExportBench(1)
    const folder = await tempFolder()
    makeDisk(folder, 100).protect()
    await expect(bench.export({ folder })).rejects.toMatchObject(refusal('not-writable'))
  })
})

describe('an export that is cancelled', () => {
  it('keeps the files that are whole and leaves nothing else', async () => {
    const bench = await openExportBench(5)
    const { core, clientId, assetIds } = bench
    const folder = await tempFolder()
    const destination = { kind: 'folder' as const, token: core.registerPath(folder) }
    const settings = { render: {}, template: '{asset}_{placement}' }
    const placementIds = ['ig-feed-4x5', 'ig-feed-square', 'yt-thumbnail', 'x-header', ...small]
    const { jobId } = await core.client.renditions.export({ clientId, assetIds, placementIds, settings, destination })
    while ((await core.client.jobs.get({ clientId, jobId })).done < 3) await new Promise((wake) => setTimeout(wake, 5))
    const job = await core.client.jobs.cancel({ clientId, jobId })
    expect(job.state).toBe('cancelled')
    const left = Object.keys(hashesBelow(folder))
    expect(left).toHaveLength(job.done)
    expect(job.done).toBeLessThan(job.total)
    for (const path of left) expect(readBack(join(folder, path)).width).toBeGreaterThan(0)
  })
})
