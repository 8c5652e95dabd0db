import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder'
import { addFiles, photographPaths, startTestCore } from '../support/test-core'

const code = (wanted: string, data: Record<string, unknown> = {}) => ({ code: wanted, defined: true, data: expect.objectContaining(data) as unknown })

describe('clients', () => {
  it('are created with what was asked for and with sensible rest', async () => {
    const { client } = await startTestCore()
    const oslo = await client.clients.create({ name: ' Nordlys ', zone: 'Europe/Oslo', languages: ['nb', 'en'] })
    const rome = await client.clients.create({ name: 'Trattoria', color: '#AA3311', zone: 'Europe/Rome', weekStart: 'sunday' })
    expect(oslo).toMatchObject({ name: 'Nordlys', zone: 'Europe/Oslo', languages: ['nb', 'en'], weekStart: 'monday', pinned: false, logoUrl: null })
    expect(rome).toMatchObject({ color: '#aa3311', weekStart: 'sunday' })
    expect(oslo.color).not.toBe(rome.color)
    expect((await client.clients.list()).clients.map((entry) => entry.name)).toEqual(['Nordlys', 'Trattoria'])
  })

  it('are refused with a zone that does not exist and with a name that is taken', async () => {
    const { client } = await startTestCore()
    await expect(client.clients.create({ name: 'A', zone: 'Europe/Atlantis' })).rejects.toMatchObject(code('validation.zone', { zone: 'Europe/Atlantis' }))
    await expect(client.clients.create({ name: 'A', zone: '+02:00' })).rejects.toMatchObject(code('validation.zone'))
    await client.clients.create({ name: 'Fjord' })
    await expect(client.clients.create({ name: 'fjord' })).rejects.toMatchObject(code('validation.name-taken', { name: 'fjord' }))
    await expect(client.clients.create({ name: '' })).rejects.toMatchObject(code('validation.input'))
  })

  it('are renamed, pinned and archived, and each of these is undone and redone', async () => {
    const { client } = await startTestCore()
    const { id: clientId } = await client.clients.create({ name: 'Before' })
    await client.clients.update({ clientId, name: 'After' })
    await client.clients.pin({ clientId, pinned: true })
    await client.clients.archive({ clientId })
    const shown = async () => {
      const { name, pinned, archivedAt } = await client.clients.get({ clientId })
      return [name, pinned, archivedAt !== null]
    }
    expect(await shown()).toEqual(['After', true, true])
    const states = [['After', true, false], ['After', false, false], ['Before', false, false]]
    for (const state of states) {
      await client.history.undo({ clientId })
      expect(await shown()).toEqual(state)
    }
    for (const state of [['After', false, false], ['After', true, false], ['After', true, true]]) {
      await client.history.redo({ clientId })
      expect(await shown()).toEqual(state)
    }
  })

  it('are read-only while archived, and whole again when restored', async () => {
    const core = await startTestCore()
    const { client } = core
    const { id: clientId } = await client.clients.create({ name: 'Quiet' })
    await addFiles(core, clientId, photographPaths(1))
    await client.clients.archive({ clientId })
    const [asset] = (await client.assets.list({ clientId })).assets
    await expect(client.assets.update({ clientId, assetId: asset?.id ?? '', title: 'x' })).rejects.toMatchObject(code('conflict.client-archived', { name: 'Quiet' }))
    await client.clients.restore({ clientId })
    await expect(client.assets.update({ clientId, assetId: asset?.id ?? '', title: 'x' })).resolves.toMatchObject({ title: 'x' })
  })

  it('come first when pinned', async () => {
    const { client } = await startTestCore()
    for (const name of ['Alfa', 'Beta', 'Gamma']) await client.clients.create({ name })
    const gamma = (await client.clients.list()).clients.find((entry) => entry.name === 'Gamma')
    await client.clients.pin({ clientId: gamma?.id ?? '', pinned: true })
    expect((await client.clients.list()).clients.map((entry) => entry.name)).toEqual(['Gamma', 'Alfa', 'Beta'])
  })
})

describe('deleting a client', () => {
  it('wants the name, keeps everything, and is taken back by recover or by undo', async () => {
    const core = await startTestCore()
    const { client, home } = core
    const { id: clientId } = await client.clients.create({ name: 'Short Lived' })
    await addFiles(core, clientId, photographPaths(2))
    await expect(client.clients.remove({ clientId, confirmName: 'short lived' })).rejects.toMatchObject(code('validation.confirm-name', { name: 'Short Lived' }))
    for (const back of [() => client.clients.recover({ clientId }), () => client.history.undo({ clientId: null })]) {
      await client.clients.remove({ clientId, confirmName: 'Short Lived' })
      expect((await client.clients.list()).clients).toEqual([])
      expect((await client.clients.listRemoved()).clients.map((entry) => entry.name)).toEqual(['Short Lived'])
      expect(await readdir(join(home, 'removed'))).toEqual([clientId])
      await expect(client.assets.list({ clientId })).rejects.toMatchObject(code('not-found.client'))
      await back()
      expect((await client.assets.list({ clientId })).total).toBe(2)
      expect(await readdir(join(home, 'removed'))).toEqual([])
    }
  })

  it('is for good after thirty days', async () => {
    const home = await tempFolder()
    const first = await startTestCore({ home, now: () => new Date('2026-01-01T00:00:00Z') })
    const { id: clientId } = await first.client.clients.create({ name: 'Old' })
    await first.client.clients.remove({ clientId, confirmName: 'Old' })
    await first.close()
    const soon = await startTestCore({ home, now: () => new Date('2026-01-30T00:00:00Z') })
    expect((await soon.client.clients.listRemoved()).clients).toHaveLength(1)
    await soon.close()
    const late = await startTestCore({ home, now: () => new Date('2026-02-01T00:00:00Z') })
    expect((await late.client.clients.listRemoved()).clients).toEqual([])
    expect(await readdir(join(home, 'removed'))).toEqual([])
  })
})

describe('a logo', () => {
  it('is shown by a signed address, undone, and refused when it is no picture', async () => {
    const core = await startTestCore()
    const { id: clientId } = await core.client.clients.create({ name: 'Branded' })
    const [photograph = ''] = photographPaths(1)
    const withLogo = await core.client.clients.setLogo({ clientId, fileToken: core.registerPath(photograph) })
    const media = await core.openMedia(withLogo.logoUrl ?? '')
    expect(media?.contentType).toBe('image/webp')
    expect((await core.openMedia((withLogo.logoUrl ?? '').replace(/.$/, 'A'))) === undefined || (withLogo.logoUrl ?? '').endsWith('A')).toBe(true)
    await core.client.history.undo({ clientId })
    expect((await core.client.clients.get({ clientId })).logoUrl).toBeNull()
    const text = join(core.home, 'logo.png')
    await writeFile(text, 'no picture at all')
    await expect(core.client.clients.setLogo({ clientId, fileToken: core.registerPath(text) })).rejects.toMatchObject(code('unsupported.logo'))
  })
})

describe('a workspace folder from elsewhere', () => {
  it('is opened with its pictures, as the same client, and the source stays as it was', async () => {
    const there = await startTestCore()
    const { id: clientId } = await there.client.clients.create({ name: 'Traveler', zone: 'Asia/Tokyo' })
    await addFiles(there, clientId, photographPaths(3))
    await there.close()
    const source = join(there.home, 'workspaces', clientId)

    const here = await startTestCore()
    await cp(source, join(here.home, 'incoming', 'from-the-old-laptop'), { recursive: true })
    const { found } = await here.client.clients.findFolders()
    expect(found).toMatchObject([{ label: 'from-the-old-laptop', name: 'Traveler', known: false }])
    const adopted = await here.client.clients.adopt({ token: found[0]?.token ?? '' })
    expect(adopted).toMatchObject({ id: clientId, name: 'Traveler', zone: 'Asia/Tokyo' })
    expect((await here.client.assets.list({ clientId })).total).toBe(3)
    expect((await here.client.clients.check({ clientId })).ok).toBe(true)
    await expect(here.client.clients.adopt({ token: here.registerPath(source) })).rejects.toMatchObject(code('conflict.client-exists'))
  })

  it('is refused when it is none, damaged, or another program’s', async () => {
    const { client, registerPath, home } = await startTestCore()
    const empty = join(home, 'empty')
    await mkdir(empty)
    await expect(client.clients.adopt({ token: registerPath(empty) })).rejects.toMatchObject(code('conflict.not-a-workspace', { reason: 'no-file' }))
    const damaged = join(home, 'damaged')
    await mkdir(damaged)
    await writeFile(join(damaged, 'workspace.sqlite'), Buffer.alloc(9000, 1))
    await expect(client.clients.adopt({ token: registerPath(damaged) })).rejects.toMatchObject(code('corrupt.workspace'))
    expect((await client.clients.list()).clients).toEqual([])
    expect(await readdir(join(home, 'workspaces'))).toEqual([])
  })

  it('leaves links behind, so that nothing outside the folder comes along', async () => {
    const there = await startTestCore()
    const { id: clientId } = await there.client.clients.create({ name: 'Linked' })
    await there.close()
    const source = join(there.home, 'workspaces', clientId)
    const secret = join(there.home, 'secret.txt')
    await writeFile(secret, 'secret')
    await symlink(secret, join(source, 'originals', 'linked.jpg'))
    const here = await startTestCore()
    await here.client.clients.adopt({ token: here.registerPath(source) })
    const copied = join(here.home, 'workspaces', clientId, 'originals')
    expect(await readdir(copied)).not.toContain('linked.jpg')
  })
})

describe('the lock', () => {
  it('is told to the second core, also through a link, and is free once the first is closed', async () => {
    const first = await startTestCore()
    const { id: clientId } = await first.client.clients.create({ name: 'Locked' })
    const second = await startTestCore({ home: first.home })
    await expect(second.client.clients.open({ clientId })).rejects.toMatchObject(code('conflict.workspace-locked', { client: 'Locked' }))
    const alias = join(await tempFolder(), 'alias')
    await symlink(first.home, alias)
    const third = await startTestCore({ home: alias })
    await expect(third.client.clients.open({ clientId })).rejects.toMatchObject(code('conflict.workspace-locked'))
    await first.close()
    await expect(second.client.clients.open({ clientId })).resolves.toMatchObject({ id: clientId })
  })
})

describe('isolation', () => {
  it('never shows one client anything of another', async () => {
    const core = await startTestCore()
    const { client } = core
    const { id: one } = await client.clients.create({ name: 'One' })
    const { id: two } = await client.clients.create({ name: 'Two' })
    await addFiles(core, one, photographPaths(2))
    await addFiles(core, two, photographPaths(9).slice(5))
    const [ofOne] = (await client.assets.list({ clientId: one })).assets
    const [ofTwo] = (await client.assets.list({ clientId: two })).assets
    const assetId = ofOne?.id ?? ''
    await expect(client.assets.get({ clientId: two, assetId })).rejects.toMatchObject(code('not-found.asset'))
    await expect(client.assets.trash({ clientId: two, ids: [ofTwo?.id ?? '', assetId] })).rejects.toMatchObject(code('not-found.asset'))
    expect((await client.assets.counts({ clientId: two })).trashed).toBe(0)
    const jobs = await client.jobs.list({ clientId: two })
    expect(jobs.jobs.map((job) => job.clientId)).toEqual([two])
    const namesInTwo = await readdir(join(core.home, 'workspaces', two, 'originals'), { recursive: true })
    expect(namesInTwo.some((name) => basename(name).startsWith(ofOne?.sha256 ?? '-'))).toBe(false)
    await client.history.undo({ clientId: two })
    expect((await client.assets.list({ clientId: one })).total).toBe(2)
    expect((await client.assets.list({ clientId: two })).total).toBe(0)
  })

  it('refuses a folder that was renamed to another client’s id', async () => {
    const first = await startTestCore()
    const { id: one } = await first.client.clients.create({ name: 'One' })
    const { id: two } = await first.client.clients.create({ name: 'Two' })
    await first.close()
    const folder = (id: string) => join(first.home, 'workspaces', id)
    await cp(join(folder(one), 'workspace.sqlite'), join(folder(two), 'workspace.sqlite'), { force: true })
    const second = await startTestCore({ home: first.home })
    await expect(second.client.clients.open({ clientId: two })).rejects.toMatchObject(code('conflict.not-a-workspace', { reason: 'belongs-to-another-client' }))
  })

  it('keeps files and folders for the person alone', async () => {
    if (process.platform === 'win32') return
    const { client, home } = await startTestCore()
    const { id } = await client.clients.create({ name: 'Private' })
    const mode = async (path: string) => ((await stat(join(home, path))).mode & 0o777).toString(8)
    expect(await mode(`workspaces/${id}`)).toBe('700')
    expect(await mode(`workspaces/${id}/workspace.sqlite`)).toBe('600')
    expect(await readFile(join(home, `workspaces/${id}/lock-holder.json`), 'utf8')).toContain('test')
  })
})
