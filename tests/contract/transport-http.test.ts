import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Core } from '../../src/main/core'
import { createLoopbackHost, type LoopbackHost, type LoopbackOptions } from '../../src/main/hosts/loopback'
import { createHttpLink } from '../../src/renderer/api/http-link'
import { mediaUrl } from '../../src/renderer/api/media-url'
import type { AppClient } from '../../src/shared/contract'
import { tempFolder } from '../support/temp-folder'
import { photographPaths, startTestCore, waitForJob } from '../support/test-core'
import { describeTransport } from '../support/transport-suite'

interface OpenHost {
  host: LoopbackHost
  origin: string
  token: string
  client: AppClient
}

async function emptyPage(): Promise<string> {
  const folder = join(await tempFolder(), 'page')
  await mkdir(folder)
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  return folder
}

async function open(core: Core, idle: Pick<LoopbackOptions, 'idleMs' | 'onIdle'> = {}): Promise<OpenHost> {
  const host = await createLoopbackHost({ core, rendererDir: await emptyPage(), ...idle })
  onTestFinished(() => host.close())
  const { origin, hash } = new URL(host.launchAddress())
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: hash.slice('#code='.length) })
  })
  const { token } = (await answer.json()) as { token: string }
  return { host, origin, token, client: createORPCClient(createHttpLink({ origin, token })) }
}

const uploadHeaders = (token: string, name: string) => ({
  'content-type': 'application/octet-stream',
  'x-greenroom-token': token,
  'x-file-name': encodeURIComponent(name)
})

describeTransport('over HTTP', async (core) => (await open(core)).client)

describe('a page that talks to the loopback host', () => {
  it('hears that its session has ended when the token is not known', async () => {
    const { origin } = await open(await startTestCore())
    const stranger: AppClient = createORPCClient(createHttpLink({ origin, token: 'wrong' }))
    await expect(stranger.system.info()).rejects.toMatchObject({ name: 'AppError', code: 'unavailable.session' })
  })

  it('hears that the host does not answer once that is closed', async () => {
    const { host, client } = await open(await startTestCore())
    await host.close()
    await expect(client.system.info()).rejects.toMatchObject({ name: 'AppError', code: 'unavailable.host' })
  })

  it('ends its stream of events when the host closes', async () => {
    const { host, client } = await open(await startTestCore())
    const events = await client.system.events()
    expect((await events.next()).value).toEqual({ type: 'ready' })
    const ended = events.next().then(
      ({ done }) => done,
      () => true
    )
    await host.close()
    expect(await ended).toBe(true)
  })

  it('keeps the host from going idle as long as it listens', async () => {
    let idle = false
    const { client } = await open(await startTestCore(), { idleMs: 300, onIdle: () => void (idle = true) })
    const leaving = new AbortController()
    const events = await client.system.events(undefined, { signal: leaving.signal })
    await events.next()
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(idle).toBe(false)
    leaving.abort()
    await expect.poll(() => idle, { timeout: 5000 }).toBe(true)
  })

  it('uploads a photograph, takes it in and shows its picture', async () => {
    const core = await startTestCore()
    const { origin, token, client } = await open(core)
    const { id: clientId } = await client.clients.create({ name: 'Museum', color: '#1d5c44', zone: 'Europe/Oslo', languages: ['en'] })
    const [photograph = ''] = photographPaths(1)
    const body = await readFile(photograph)
    const answer = await fetch(`${origin}/upload`, { method: 'POST', headers: uploadHeaders(token, 'Blåbær.jpg'), body })
    const upload = (await answer.json()) as { token: string; bytes: number }
    expect(upload.bytes).toBe(body.byteLength)

    const { jobId } = await client.assets.add({ clientId, files: [upload.token] })
    expect(await waitForJob(core, clientId, jobId)).toMatchObject({ state: 'done', failed: 0 })
    const [asset] = (await client.assets.list({ clientId })).assets
    expect(asset?.fileName).toBe('Blåbær.jpg')
    const picture = await fetch(`${origin}${mediaUrl(asset?.thumbnailUrl)}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  })

  it('leaves nothing behind when an upload is broken off', async () => {
    const core = await startTestCore()
    const { origin, token } = await open(core)
    const uploads = () => readdir(join(core.home, 'uploads'))
    const sending = httpRequest(`${origin}/upload`, { method: 'POST', headers: uploadHeaders(token, 'a.jpg') })
    sending.on('error', () => undefined)
    sending.write(Buffer.alloc(100_000))
    await expect.poll(uploads).toHaveLength(1)
    sending.destroy()
    await expect.poll(uploads).toHaveLength(0)
  })
})
