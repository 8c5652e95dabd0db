import { mkdir, readdir, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockFolder } from '../../src/main/core/db/lock'
import { addFiles, photographPaths, startTestCore, type TestCore } from '../support/test-core'

async function museum(): Promise<{ core: TestCore; clientId: string; root: string }> {
  const core = await startTestCore()
  const { id: clientId } = await core.client.clients.create({ name: 'Museum' })
  return { core, clientId, root: join(core.home, 'workspaces', clientId) }
}

const isThere = (path: string) => stat(path).then(() => true, () => false)

describe('an open workspace', () => {
  it('is closed, and free for others, when the making of its client is undone; it can be taken in again where it lies', async () => {
    const { core, clientId, root } = await museum()
    await addFiles(core, clientId, photographPaths(1))
    await core.client.history.undo({ clientId })
    expect(await core.client.history.undo({ clientId })).toMatchObject({ operation: 'clients.create', scope: 'catalog' })
    await (await lockFolder(root, 'Museum', 'test')).release()
    const { found } = await core.client.clients.findFolders()
    expect(found).toMatchObject([{ name: 'Museum', known: false }])
    expect(await core.client.clients.adopt({ token: found[0]?.token ?? '' })).toMatchObject({ id: clientId, name: 'Museum' })
  })

  it('is one of a handful: the ones used longest ago are closed, and are as they were when they are opened again', async () => {
    const core = await startTestCore()
    const ids: string[] = []
    for (let number = 1; number <= 14; number += 1) ids.push((await core.client.clients.create({ name: `Client ${number}` })).id)
    await core.client.clients.list()
    const open = ids.filter((id) => core.services.workspaces.isOpen(id))
    expect(open).toEqual(ids.slice(-12))
    const everybody = await Promise.all(ids.map((clientId) => core.client.assets.counts({ clientId })))
    expect(everybody).toHaveLength(14)
    expect(await core.client.clients.open({ clientId: ids[0] ?? '' })).toMatchObject({ name: 'Client 1' })
  })

  it('stays open while a job of it is under way, however many others are used', async () => {
    const core = await startTestCore()
    const { id: busy } = await core.client.clients.create({ name: 'Busy' })
    const { jobId } = await core.client.assets.add({ clientId: busy, files: photographPaths(9).map((path) => core.registerPath(path)) })
    for (let number = 1; number <= 9; number += 1) await core.client.clients.create({ name: `Client ${number}` })
    expect(await core.services.jobs.settled(busy, jobId)).toMatchObject({ state: 'done', done: 9 })
  })

  it('is not moved from under another process that holds it', async () => {
    const holder = await startTestCore()
    const { id: clientId } = await holder.client.clients.create({ name: 'Held' })
    const core = await startTestCore({ home: holder.home })
    await expect(core.client.clients.remove({ clientId, confirmName: 'Held' })).rejects.toMatchObject({ code: 'conflict.workspace-locked', defined: true })
    expect(await isThere(join(holder.home, 'workspaces', clientId, 'workspace.sqlite'))).toBe(true)
    expect((await core.client.clients.list()).clients).toHaveLength(1)
  })
})

describe('a workspace that cannot be opened', () => {
  it('leaves nothing in its place when it is missing, so that it can be put back', async () => {
    const { core, clientId, root } = await museum()
    const home = core.home
    await core.close()
    await rename(root, `${root}-aside`)
    const next = await startTestCore({ home })
    await expect(next.client.assets.counts({ clientId })).rejects.toMatchObject({ code: 'conflict.not-a-workspace', data: { reason: 'no-file' } })
    expect(await isThere(root)).toBe(false)
    await rename(`${root}-aside`, root)
    expect(await next.client.assets.counts({ clientId })).toMatchObject({ all: 0 })
  })

  it('is free again after it was refused', async () => {
    const { core, clientId, root } = await museum()
    const home = core.home
    await core.close()
    await truncate(join(root, 'workspace.sqlite'), 500)
    const next = await startTestCore({ home })
    await expect(next.client.assets.counts({ clientId })).rejects.toMatchObject({ code: 'corrupt.workspace' })
    await (await lockFolder(root, 'Museum', 'test')).release()
  })

  it('keeps neither the others nor the start from working when its folder cannot be moved', async () => {
    const { core, clientId, root } = await museum()
    const { home } = core
    await core.client.clients.create({ name: 'Other' })
    await core.client.clients.remove({ clientId, confirmName: 'Museum' })
    await core.close()
    await rename(join(home, 'removed', clientId), root)
    const lock = await lockFolder(root, 'Museum', 'another')
    const next = await startTestCore({ home })
    expect((await next.client.clients.list()).clients).toMatchObject([{ name: 'Other' }])
    await next.close()
    await lock.release()
    await startTestCore({ home })
    expect(await readdir(join(home, 'removed'))).toEqual([clientId])
  })
})

describe('files of a workspace', () => {
  it('are whole or not there: what was being made when the app went away is cleared', async () => {
    const { core, root } = await museum()
    const { home } = core
    await core.close()
    const making = join(root, 'renditions', '.making')
    await mkdir(making, { recursive: true })
    await writeFile(join(making, 'half'), 'RIFF')
    const next = await startTestCore({ home })
    const [client] = (await next.client.clients.list()).clients
    await next.client.clients.open({ clientId: client?.id ?? '' })
    expect(await isThere(making)).toBe(false)
  })

  it('show a picture to two who ask for the same size at once', async () => {
    const { core, clientId } = await museum()
    await addFiles(core, clientId, photographPaths(1))
    const assetId = (await core.client.assets.list({ clientId })).assets[0]?.id ?? ''
    const { previewUrl } = await core.client.assets.get({ clientId, assetId })
    const answers = await Promise.all([1, 2, 3].map(() => core.openMedia(previewUrl)))
    expect(new Set(answers.map((answer) => answer?.bytes)).size).toBe(1)
    expect(answers.every((answer) => (answer?.bytes ?? 0) > 1000)).toBe(true)
  })

  it('are healed when a damaged original is dropped again', async () => {
    const { core, clientId, root } = await museum()
    await addFiles(core, clientId, photographPaths(1))
    const { sha256 } = (await core.client.assets.list({ clientId })).assets[0] ?? { sha256: '' }
    await truncate(join(root, 'originals', sha256.slice(0, 2), `${sha256}.jpg`), 1000)
    expect((await core.client.clients.check({ clientId })).originals.damaged).toHaveLength(1)
    await addFiles(core, clientId, photographPaths(1))
    expect((await core.client.clients.check({ clientId })).ok).toBe(true)
  })

  it('are kept for the person alone, the ones that SQLite puts beside its own too', async () => {
    if (process.platform === 'win32') return
    const { core, root } = await museum()
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    for (const file of [join(root, 'workspace.sqlite-wal'), join(core.home, 'catalog.sqlite'), join(core.home, 'catalog.sqlite-wal')]) {
      expect([file, await mode(file)]).toEqual([file, '600'])
    }
  })
})

describe('events', () => {
  it('say which tables each part of a drop has changed', async () => {
    const { core, clientId } = await museum()
    await addFiles(core, clientId, photographPaths(2))
    const changes = core.events.filter((event) => event.type === 'workspace.changed' && event.operation === 'assets.add')
    expect(changes).toEqual([1, 2].map(() => ({ type: 'workspace.changed', clientId, operation: 'assets.add', tables: ['asset'] })))
  })
})

describe('a job whose end could not be stored', () => {
  it('is resumed where it stopped', async () => {
    const { core, clientId } = await museum()
    const { jobId } = await core.client.assets.add({ clientId, files: photographPaths(2).map((path) => core.registerPath(path)) })
    await core.services.jobs.settled(clientId, jobId)
    const workspace = await core.services.workspaces.open(clientId)
    await workspace.write(async (tx) => {
      await tx('job').where({ id: jobId }).update({ state: 'running' })
      await tx('job_item').where({ job_id: jobId }).update({ state: 'running' })
    })
    await core.client.jobs.resume({ clientId, jobId })
    expect(await core.services.jobs.settled(clientId, jobId)).toMatchObject({ state: 'done', done: 2, failed: 0 })
  })

  it('is paused and cancelled as if it ran', async () => {
    const { core, clientId } = await museum()
    const { jobId } = await core.client.assets.add({ clientId, files: photographPaths(1).map((path) => core.registerPath(path)) })
    await core.services.jobs.settled(clientId, jobId)
    const workspace = await core.services.workspaces.open(clientId)
    await workspace.write(async (tx) => void (await tx('job').where({ id: jobId }).update({ state: 'running' })))
    expect(await core.client.jobs.pause({ clientId, jobId })).toMatchObject({ state: 'paused' })
    expect(await core.client.jobs.cancel({ clientId, jobId })).toMatchObject({ state: 'cancelled' })
  })
})

describe('undo', () => {
  it('takes two steps back when it is asked for twice at once, and both can be redone', async () => {
    const { core, clientId } = await museum()
    await addFiles(core, clientId, photographPaths(1))
    const assetId = (await core.client.assets.list({ clientId })).assets[0]?.id ?? ''
    await core.client.assets.update({ clientId, assetId, title: 'One' })
    await core.client.assets.update({ clientId, assetId, title: 'Two' })
    const undone = await Promise.all([core.client.history.undo({ clientId }), core.client.history.undo({ clientId })])
    expect(new Set(undone.map((step) => step.id)).size).toBe(2)
    await core.client.history.redo({ clientId })
    await core.client.history.redo({ clientId })
    expect(await core.client.assets.get({ clientId, assetId })).toMatchObject({ title: 'Two' })
  })
})

describe('a setting', () => {
  it('is refused when it is longer than anything the app remembers', async () => {
    const core = await startTestCore()
    await expect(core.client.settings.put({ key: 'theme', value: 'x'.repeat(2_000_001) })).rejects.toMatchObject({ code: 'validation.input' })
    await core.client.settings.put({ key: 'theme', value: { ids: Array.from({ length: 20_000 }, () => 'x'.repeat(36)) } })
    expect((await core.client.settings.all()).settings).toMatchObject({ theme: { ids: { length: 20_000 } } })
  })
})
