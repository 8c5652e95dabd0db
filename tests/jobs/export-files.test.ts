import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPlacement } from '../../src/shared/channels/catalog'
import { defaultTemplate, hashesBelow, openExportBench, PHOTOGRAPHS, picturesBelow, readManifest } from '../support/exports'
import { readBack } from '../support/read-back'
import { tempFolder } from '../support/temp-folder'
import { waitForJob } from '../support/test-core'

const placementIds = ['ig-feed-4x5', 'x-header', 'li-ad-message-banner', 'yt-thumbnail', 'sn-ad-story-tile']
const small = ['ig-profile', 'li-life-module', 'tt-ad-profile-image']
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('an export', () => {
  it('makes every file in exactly the size, the format and the bytes of its placement', async () => {
    const bench = await openExportBench(3)
    const { job, report } = await bench.export({ placementIds })
    expect(job).toMatchObject({ state: 'done', total: 3 * placementIds.length, done: 3 * placementIds.length, failed: 0 })
    for (const file of report.files) {
      const placement = findPlacement(file.placementId)!
      const made = readBack(file.path)
      expect(made).toMatchObject({ width: placement.width, height: placement.height, format: file.format })
      expect(placement.formats).toContain(made.format)
      expect(made.bytes.length).toBe(file.bytes)
      if (placement.maxBytes && placement.maxBytesStatus !== 'assumed') expect(made.bytes.length).toBeLessThanOrEqual(placement.maxBytes)
    }
    expect(report.totals).toMatchObject({ files: job.total, failed: 0 })
    expect(report.totals.bytes).toBe(report.files.reduce((sum, file) => sum + statSync(file.path).size, 0))
    expect(report.byNetwork.reduce((sum, { files }) => sum + files, 0)).toBe(job.total)
  })

  it('names files as the plan said, in the client’s own folder', async () => {
    const bench = await openExportBench(2)
    const planned = (await bench.plan({ placementIds: small })).renditions.map((one) => one.fileName)
    const { report } = await bench.export({ placementIds: small })
    expect(relative(bench.core.home, report.folder)).toBe(join('exports', 'Museum of Light'))
    expect(Object.keys(picturesBelow(report.folder))).toEqual([...planned].sort())
    expect(planned).toContain('instagram/acanthus_ig-profile_320x320.jpg')
  })

  it('tells the truth in its manifest', async () => {
    const bench = await openExportBench(2)
    await bench.core.client.assets.update({ clientId: bench.clientId, assetId: bench.assetIds[0]!, altText: 'A stone leaf', title: 'Leaf / study' })
    const rect = { left: 0.1, top: 0.2, width: 0.5, height: 0.5 }
    await bench.core.client.assets.setCrop({ clientId: bench.clientId, assetId: bench.assetIds[1]!, placementId: 'ig-profile', rect })
    const { report } = await bench.export({ placementIds: small, template: '{title}/{asset}_{placement}' })
    const manifest = readManifest(report.manifest!)
    expect(manifest).toMatchObject({ schema: 'greenroom-manifest/1', client: { name: 'Museum of Light' }, settings: { template: '{title}/{asset}_{placement}' } })
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(Object.keys(picturesBelow(report.folder)))
    for (const file of manifest.files) {
      const path = join(report.folder, file.path)
      const { width, height, format, bytes } = readBack(path)
      expect(file).toMatchObject({ width, height, format, bytes: bytes.length, sha256: sha256(path) })
      expect(file.limit?.bytes ?? null).toBe(findPlacement(file.placement.id)!.maxBytes)
      expect(file.quality).toBeGreaterThan(0)
    }
    const [leaf, plane] = ['acanthus.jpg', 'airplane.jpg'].map((name) => manifest.files.find(({ asset, placement }) => asset.fileName === name && placement.id === 'ig-profile')!)
    expect(leaf).toMatchObject({ path: 'Leaf _ study/acanthus_ig-profile.jpg', asset: { altText: 'A stone leaf', title: 'Leaf / study' }, crop: { by: 'focal-point' } })
    expect(plane).toMatchObject({ crop: { by: 'hand', px: { left: 102, top: 143, width: 512, height: 358 } } })
    expect(manifest.contactSheet).toEqual({ path: 'contact-sheet.pdf', sha256: sha256(report.contactSheet!) })
  })

  it('lays out a contact sheet that opens as a tagged PDF with every picture described', async () => {
    const bench = await openExportBench(3)
    const { report } = await bench.export({ placementIds: small })
    const bytes = readFileSync(report.contactSheet!)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(report.contactSheetUrl).toMatch(/^\/media\//)
    const opened = await bench.core.openMedia(report.contactSheetUrl!)
    expect(opened).toMatchObject({ path: report.contactSheet, contentType: 'application/pdf', bytes: bytes.length })
    const text = pdfText(report.contactSheet!)
    if (text === undefined) return
    for (const name of PHOTOGRAPHS.slice(0, 3)) expect(text).toContain(name)
    for (const word of ['Museum of Light', 'Instagram', 'LinkedIn', 'TikTok', '502 × 282', 'Page 1 of 1']) expect(text).toContain(word)
  })

  it('says by name what a placement cannot take, and makes the rest', async () => {
    const bench = await openExportBench(1)
    const { job, report } = await bench.export({ placementIds: ['ig-profile', 'ig-story-video'] })
    expect(job).toMatchObject({ state: 'done', done: 1, failed: 0 })
    expect(report.totals).toMatchObject({ files: 1, failed: 1 })
    expect(report.files.find((file) => file.error)?.error).toMatchObject({ code: 'unsupported.not-an-image-placement', data: { formats: 'mp4, mov' } })
    const { failures } = readManifest(report.manifest!)
    expect(failures).toMatchObject([{ placement: { id: 'ig-story-video' }, code: 'unsupported.not-an-image-placement' }])
    expect(failures[0]?.reason).toMatch(/\w+ \w+/)
  })

  it('leaves out what was left out on the contact sheet', async () => {
    const bench = await openExportBench(2)
    const exclude = [{ assetId: bench.assetIds[1]!, placementId: 'ig-profile' }]
    const { job } = await bench.export({ placementIds: small, exclude })
    expect(job.total).toBe(5)
    expect((await bench.plan({ placementIds: small, exclude })).totals.files).toBe(5)
  })

  it('makes what was planned, whatever is changed after its start', async () => {
    const bench = await openExportBench(1)
    const { clientId, core, assetIds } = bench
    const [assetId] = assetIds as [string]
    const first = await bench.export({ placementIds: ['ig-feed-4x5'], folder: await tempFolder() })
    const destination = { kind: 'folder' as const, token: core.registerPath(await tempFolder()) }
    const settings = { render: {}, template: defaultTemplate }
    const { jobId } = await core.client.renditions.export({ clientId, assetIds, placementIds: ['ig-feed-4x5'], settings, destination })
    await core.client.assets.setFocalPoint({ clientId, assetId, focal: { x: 0, y: 0 } })
    await waitForJob(core, clientId, jobId)
    const second = await core.client.renditions.report({ clientId, jobId })
    expect(Object.values(picturesBelow(second.folder))).toEqual(Object.values(picturesBelow(first.report.folder)))
  })

  it('leaves nothing behind but files, manifest and sheet', async () => {
    const bench = await openExportBench(2)
    const { report } = await bench.export({ placementIds: small })
    expect(readdirSync(report.folder).sort()).toEqual(['contact-sheet.pdf', 'instagram', 'linkedin', 'manifest.json', 'tiktok'])
    expect(Object.keys(hashesBelow(report.folder)).some((path) => /\.part$|^\./.test(basename(path)))).toBe(false)
    expect(readdirSync(join(bench.core.home, 'workspaces', bench.clientId, 'reports'))).toEqual([])
  })
})

describe('a second export into the same folder', () => {
  it('replaces our own files and makes no second ones', async () => {
    const bench = await openExportBench(2)
    const first = await bench.export({ placementIds: small })
    const before = picturesBelow(first.report.folder)
    const second = await bench.export({ placementIds: small, render: { quality: 50 } })
    const after = picturesBelow(second.report.folder)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(after).not.toEqual(before)
    expect(readdirSync(first.report.folder).filter((name) => /^(?:manifest|contact)/.test(name)).sort()).toEqual(['contact-sheet.pdf', 'manifest.json'])
    const manifest = readManifest(second.report.manifest!)
    expect(manifest.files.map(({ path, sha256: hash }) => [path, hash]).sort()).toEqual(Object.entries(after).sort())
  })

  it('keeps what the manifest said of other files, and forgets files that are gone', async () => {
    const bench = await openExportBench(1)
    const { report } = await bench.export({ placementIds: ['ig-profile', 'tt-ad-profile-image'] })
    rmSync(join(report.folder, 'instagram'), { recursive: true })
    const second = await bench.export({ placementIds: ['li-life-module'] })
    const paths = readManifest(second.report.manifest!).files.map(({ path }) => path)
    expect(paths).toEqual(['tiktok/acanthus_tt-ad-profile-image_98x98.jpg', 'linkedin/acanthus_li-life-module_502x282.jpg'])
  })

  it('never overwrites what it did not write', async () => {
    const bench = await openExportBench(1)
    const folder = await tempFolder()
    const theirs = { 'acanthus.jpg': 'a picture of somebody else', 'manifest.json': '{"mine":true}', 'contact-sheet.pdf': 'not ours' }
    for (const [name, text] of Object.entries(theirs)) writeFileSync(join(folder, name), text)
    const { report } = await bench.export({ placementIds: ['ig-profile'], template: '{asset}', folder })
    for (const [name, text] of Object.entries(theirs)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
    expect(report.files[0]?.path).toBe(join(report.folder, 'acanthus_2.jpg'))
    expect(basename(report.manifest!)).toBe('manifest_2.json')
    expect(basename(report.contactSheet!)).toBe('contact-sheet_2.pdf')
    expect(readManifest(report.manifest!).files.map(({ path }) => path)).toEqual(['acanthus_2.jpg'])
  })

  it('never overwrites a file of ours that was changed since', async () => {
    const bench = await openExportBench(1)
    const first = await bench.export({ placementIds: ['ig-profile'] })
    const path = first.report.files[0]!.path
    writeFileSync(path, 'retouched by hand')
    const second = await bench.export({ placementIds: ['ig-profile'] })
    expect(readFileSync(path, 'utf8')).toBe('retouched by hand')
    expect(basename(second.report.files[0]!.path)).toBe('acanthus_ig-profile_320x320_2.jpg')
    expect(readManifest(second.report.manifest!).files.map((file) => file.path)).toContain('instagram/acanthus_ig-profile_320x320_2.jpg')
  })

  it('numbers names that collide, and finds them again', async () => {
    const bench = await openExportBench(2)
    const wish = { placementIds: ['li-life-module', 'li-ad-logo'], template: '{network}' }
    const { report } = await bench.export(wish)
    const names = ['linkedin.jpg', 'linkedin_2.jpg', 'linkedin_3.jpg', 'linkedin_4.jpg']
    expect(Object.keys(picturesBelow(report.folder))).toEqual(names)
    const before = picturesBelow(report.folder)
    const again = await bench.export(wish)
    expect(picturesBelow(again.report.folder)).toEqual(before)
  })

  it('does not mix the files of two clients', async () => {
    const bench = await openExportBench(1)
    const folder = await tempFolder()
    const first = await bench.export({ placementIds: ['ig-profile'], folder })
    const { client } = bench.core
    const { id: other } = await client.clients.create({ name: 'Other' })
    const { jobId } = await client.assets.add({ clientId: other, files: [bench.core.registerPath(first.report.files[0]!.path)] })
    await waitForJob(bench.core, other, jobId)
    const { assets } = await client.assets.list({ clientId: other })
    const started = await client.renditions.export({
      clientId: other,
      assetIds: assets.map(({ id }) => id),
      placementIds: ['ig-profile'],
      settings: { render: {}, template: 'instagram/acanthus_ig-profile_320x320' },
      destination: { kind: 'folder', token: bench.core.registerPath(folder) }
    })
    await waitForJob(bench.core, other, started.jobId)
    const report = await client.renditions.report({ clientId: other, jobId: started.jobId })
    expect(basename(report.files[0]!.path)).toBe('acanthus_ig-profile_320x320_2.jpg')
    expect(basename(report.manifest!)).toBe('manifest_2.json')
    expect(sha256(first.report.files[0]!.path)).toBe(readManifest(first.report.manifest!).files[0]!.sha256)
  })
})

/** Text of a PDF by a tool that did not make it; undefined where that tool is not installed. */
function pdfText(path: string): string | undefined {
  if (!['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].some((tool) => existsSync(tool))) return undefined
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
