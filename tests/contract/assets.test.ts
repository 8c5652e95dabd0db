import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSize } from '../support/read-back'
import { addFiles, photographPaths, startTestCore, type TestCore } from '../support/test-core'

const code = (wanted: string) => ({ code: wanted, defined: true })
const hashOf = async (path: string) => createHash('sha256').update(await readFile(path)).digest('hex')

/** Photographs under names of their own. */
async function namedPhotographs(core: TestCore, names: string[]): Promise<string[]> {
  const sources = photographPaths()
  const paths = names.map((name) => join(core.home, name))
  for (const [index, path] of paths.entries()) await copyFile(sources[index % sources.length] ?? '', path)
  return paths
}

async function libraryOf(names: string[]) {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  await addFiles(core, clientId, await namedPhotographs(core, names))
  const { assets } = await core.client.assets.list({ clientId, sort: 'name', descending: false })
  return { core, client: core.client, clientId, assets, ids: assets.map((asset) => asset.id) }
}

describe('adding assets', () => {
  it('keeps the originals byte for byte, under the hash of their content', async () => {
    const core = await startTestCore()
    const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
    const paths = await namedPhotographs(core, ['Allium_oreophilum.jpg', 'black canyon.JPG'])
    const before = await Promise.all(paths.map(hashOf))
    const job = await addFiles(core, clientId, paths)
    expect(job).toMatchObject({ state: 'done', total: 2, done: 2, failed: 0 })
    const { assets } = await core.client.assets.list({ clientId, sort: 'name', descending: false })
    expect(assets.map((asset) => [asset.title, asset.fileName])).toEqual([['Allium oreophilum', 'Allium_oreophilum.jpg'], ['black canyon', 'black canyon.JPG']])
    expect(await Promise.all(paths.map(hashOf))).toEqual(before)
    for (const asset of assets) {
      const kept = join(core.home, 'workspaces', clientId, 'originals', asset.sha256.slice(0, 2), `${asset.sha256}.jpg`)
      expect(await hashOf(kept)).toBe(asset.sha256)
      expect(before).toContain(asset.sha256)
      expect(asset).toMatchObject({ format: 'jpg', focalSource: 'attention', altText: '', tags: [], starred: false, exportCount: 0 })
      const thumbnail = await core.openMedia(asset.thumbnailUrl)
      expect(thumbnail).toMatchObject({ contentType: 'image/webp' })
    }
  })

  it('makes small copies for rows, under the address of the thumbnail; no other file has one', async () => {
    const { core, client, clientId, assets, ids } = await libraryOf(['a.jpg'])
    const edgeOf = async (address = '') => {
      const file = await core.openMedia(address)
      return file && Math.max(...Object.values(readSize(file.path)))
    }
    const [{ thumbnailUrl = '' } = {}] = assets
    expect([await edgeOf(thumbnailUrl), await edgeOf(`${thumbnailUrl}/small`)]).toEqual([512, 160])
    const { downloadUrl, previewUrl } = await client.assets.get({ clientId, assetId: ids[0] ?? '' })
    expect(await edgeOf(`${previewUrl}/small`)).toBe(160)
    for (const address of [`${downloadUrl}/small`, `${thumbnailUrl}/large`, `${thumbnailUrl}/small/small`, `${thumbnailUrl.slice(0, -2)}/small`]) expect([address, await core.openMedia(address)]).toEqual([address, undefined])
    // Of a workspace that was made before there were any.
    const { path = '' } = (await core.openMedia(`${thumbnailUrl}/small`)) ?? {}
    await rm(path)
    expect(await edgeOf(`${thumbnailUrl}/small`)).toBe(160)
  })

  it('takes the same picture once, also within one drop and under another name', async () => {
    const core = await startTestCore()
    const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
    const [first = ''] = await namedPhotographs(core, ['a.jpg'])
    const twin = join(core.home, 'twin.jpg')
    await copyFile(first, twin)
    const job = await addFiles(core, clientId, [first, twin])
    const { assets } = await core.client.assets.list({ clientId })
    expect(assets).toHaveLength(1)
    const { items: both } = await core.client.jobs.listItems({ clientId, jobId: job.id })
    expect(both.map((item) => item.result?.outcome).sort()).toEqual(['added', 'known'])
    expect(both.map((item) => item.result?.assetId)).toEqual([assets[0]?.id, assets[0]?.id])
    const again = await addFiles(core, clientId, [twin])
    const { items } = await core.client.jobs.listItems({ clientId, jobId: again.id })
    expect(items[0]?.result).toMatchObject({ outcome: 'known' })
    expect(job.failed + again.failed).toBe(0)
  })

  it('keeps the rest of a drop when some files cannot be taken, and says why by name', async () => {
    const core = await startTestCore()
    const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
    const [good = ''] = await namedPhotographs(core, ['good.jpg'])
    const write = async (name: string, bytes: Buffer | string) => {
      await writeFile(join(core.home, name), bytes)
      return join(core.home, name)
    }
    const bytes = await readFile(good)
    const bad = {
      'empty.jpg': [await write('empty.jpg', ''), 'validation.empty-file'],
      'notes.png': [await write('notes.png', 'just words'), 'unsupported.not-an-image'],
      'really-a-jpeg.png': [await write('really-a-jpeg.png', bytes), 'validation.wrong-extension'],
      'cut.jpg': [await write('cut.jpg', bytes.subarray(0, 2000)), 'corrupt.image'],
      'drawing.svg': [await write('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'unsupported.format-svg'],
      'gone.jpg': [join(core.home, 'gone.jpg'), 'not-found.media-file']
    } as const
    const job = await addFiles(core, clientId, [good, ...Object.values(bad).map(([path]) => path)])
    expect(job).toMatchObject({ state: 'done', done: 1, failed: 6 })
    const { items } = await core.client.jobs.listItems({ clientId, jobId: job.id, state: 'failed' })
    expect(items.map((item) => [item.label, item.error?.code])).toEqual(Object.entries(bad).map(([name, [, wanted]]) => [name, wanted]))
    const left = await readdir(join(core.home, 'workspaces', clientId, 'originals'))
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is one step: one undo takes the whole drop back, one redo brings it again', async () => {
    const { client, clientId } = await libraryOf(['a.jpg', 'b.jpg', 'c.jpg'])
    expect((await client.history.state({ clientId })).undo).toMatchObject({ operation: 'assets.add', data: { count: 3 } })
    await client.history.undo({ clientId })
    expect((await client.assets.list({ clientId })).total).toBe(0)
    await client.history.redo({ clientId })
    expect((await client.assets.list({ clientId })).total).toBe(3)
    expect((await client.clients.check({ clientId })).ok).toBe(true)
  })

  it('brings a picture back from the trash when it is dropped again', async () => {
    const { core, client, clientId, ids } = await libraryOf(['a.jpg'])
    await client.assets.trash({ clientId, ids })
    const job = await addFiles(core, clientId, [join(core.home, 'a.jpg')])
    const { items } = await client.jobs.listItems({ clientId, jobId: job.id })
    expect(items[0]?.result).toMatchObject({ outcome: 'restored' })
    expect((await client.assets.list({ clientId })).assets.map((asset) => asset.id)).toEqual(ids)
  })
})

describe('working with assets', () => {
  it('changes stars and tags of many at once and takes it back as one step', async () => {
    const { client, clientId, ids } = await libraryOf(['a.jpg', 'b.jpg', 'c.jpg'])
    await client.assets.updateMany({ clientId, ids: ids.slice(0, 2), starred: true, addTags: ['Spring', 'Museum'] })
    expect(await client.assets.counts({ clientId })).toMatchObject({ starred: 2, missingAltText: 3, tags: [{ name: 'Museum', count: 2 }, { name: 'Spring', count: 2 }] })
    expect((await client.assets.list({ clientId, tag: 'spring' })).total).toBe(2)
    await client.assets.updateMany({ clientId, ids, removeTags: ['Spring'], addTags: ['museum'] })
    expect((await client.assets.counts({ clientId })).tags).toEqual([{ name: 'Museum', count: 3 }])
    await client.history.undo({ clientId })
    await client.history.undo({ clientId })
    expect(await client.assets.counts({ clientId })).toMatchObject({ starred: 0, tags: [] })
  })

  it('finds by title, alternative text and tag, sorts, and pages', async () => {
    const { client, clientId, ids } = await libraryOf(['a.jpg', 'b.jpg', 'c.jpg'])
    await client.assets.update({ clientId, assetId: ids[1] ?? '', altText: 'Two boats in Nagasaki harbor' })
    expect((await client.assets.list({ clientId, search: 'naga boats' })).assets.map((asset) => asset.title)).toEqual(['b'])
    expect((await client.assets.list({ clientId, missingAltText: true })).total).toBe(2)
    const page = await client.assets.list({ clientId, sort: 'name', descending: true, offset: 1, limit: 1 })
    expect([page.total, page.assets.map((asset) => asset.title)]).toEqual([3, ['b']])
    expect((await client.assets.listIds({ clientId, search: 'jpg' })).ids).toHaveLength(3)
  })

  it('sets and resets the focal point and a crop, each with undo', async () => {
    const { client, clientId, ids } = await libraryOf(['a.jpg'])
    const assetId = ids[0] ?? ''
    const { focal: found } = await client.assets.get({ clientId, assetId })
    expect(await client.assets.setFocalPoint({ clientId, assetId, focal: { x: 0.25, y: 0.75 } })).toMatchObject({ focal: { x: 0.25, y: 0.75 }, focalSource: 'person' })
    const rect = { left: 0.1, top: 0.2, width: 0.5, height: 0.5 }
    await client.assets.setCrop({ clientId, assetId, placementId: 'ig-feed-4x5', rect })
    expect((await client.assets.get({ clientId, assetId })).crops).toEqual([{ placementId: 'ig-feed-4x5', rect }])
    await client.history.undo({ clientId })
    expect((await client.assets.get({ clientId, assetId })).crops).toEqual([])
    await client.assets.setFocalPoint({ clientId, assetId, focal: null })
    expect(await client.assets.get({ clientId, assetId })).toMatchObject({ focal: found, focalSource: 'attention' })
    await expect(client.assets.setCrop({ clientId, assetId, placementId: 'ig-nothing', rect })).rejects.toMatchObject(code('validation.placement'))
    await expect(client.assets.setFocalPoint({ clientId, assetId, focal: { x: 1.2, y: 0 } })).rejects.toMatchObject(code('validation.input'))
  })

  it('keeps trashed assets until the trash is emptied, which wants the number shown and deletes the files', async () => {
    const { core, client, clientId, ids, assets } = await libraryOf(['a.jpg', 'b.jpg'])
    await client.assets.trash({ clientId, ids: ids.slice(0, 1) })
    expect((await client.assets.list({ clientId })).total).toBe(1)
    expect((await client.assets.list({ clientId, trashed: true })).assets[0]?.trashedAt).toBeTruthy()
    await expect(client.assets.emptyTrash({ clientId, confirm: 2 })).rejects.toMatchObject(code('validation.input'))
    expect(await client.assets.emptyTrash({ clientId, confirm: 1 })).toMatchObject({ removed: 1 })
    const names = (await readdir(join(core.home, 'workspaces', clientId, 'originals'), { recursive: true })).join(' ')
    expect(names).not.toContain(assets[0]?.sha256)
    expect(names).toContain(assets[1]?.sha256)
    // What was done to a picture that is gone for good cannot be undone; it is said once and then out of the way.
    await expect(client.history.undo({ clientId })).rejects.toMatchObject(code('conflict.cannot-undo'))
    expect((await client.history.state({ clientId })).undo?.operation).toBe('assets.add')
  })
})

describe('check', () => {
  it('finds an original that is missing and one that was changed', async () => {
    const { core, client, clientId, assets } = await libraryOf(['a.jpg', 'b.jpg', 'c.jpg'])
    const path = (index: number) => {
      const sha = assets[index]?.sha256 ?? ''
      return join(core.home, 'workspaces', clientId, 'originals', sha.slice(0, 2), `${sha}.jpg`)
    }
    expect(await client.clients.check({ clientId })).toMatchObject({ ok: true, originals: { checked: 3 } })
    await rm(path(0))
    const bytes = await readFile(path(1))
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    await writeFile(path(1) + '.new', bytes)
    await rename(path(1) + '.new', path(1))
    const check = await client.clients.check({ clientId })
    expect(check.ok).toBe(false)
    expect(check.originals.missing.map((entry) => entry.fileName)).toEqual(['a.jpg'])
    expect(check.originals.damaged.map((entry) => entry.fileName)).toEqual(['b.jpg'])
  })
})
