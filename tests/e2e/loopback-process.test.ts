import { readdir, readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startLoopback, type TestHost } from '../support/loopback'

const onLinux = process.platform === 'linux'

async function start(args: readonly string[] = []): Promise<TestHost> {
  const host = await startLoopback({ args })
  onTestFinished(async () => void (await host.stop()))
  return host
}

function isOpen(port: number, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: address, timeout: 1000 })
    const finish = (open: boolean) => () => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', finish(true)).once('error', finish(false)).once('timeout', finish(false))
  })
}

const otherAddresses = () =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    .map(({ address }) => address)

async function listeningOn(port: number): Promise<string[]> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')))
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return tables
    .flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === '0A')
    .map(([, local]) => local ?? '')
}

/** Process ids of a process and all it has started. */
async function family(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const children = await Promise.all(text.split(' ').filter(Boolean).map((child) => family(Number(child))))
  return [pid, ...children.flat()]
}

const callInfo = (origin: string, token: string) =>
  fetch(`${origin}/rpc/system/info`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-greenroom-token': token },
    body: '{}'
  })

describe('the loopback host as a process', () => {
  it('is reached at 127.0.0.1 and at no other address of the machine', async () => {
    const { port } = await start()
    expect(await isOpen(port, '127.0.0.1')).toBe(true)
    for (const address of ['::1', '127.0.0.2', ...otherAddresses()]) expect(await isOpen(port, address), address).toBe(false)
    if (onLinux) expect(await listeningOn(port)).toEqual([expect.stringMatching(/^0100007F:/)])
  })

  it.runIf(onLinux)('shows neither code nor token in arguments, environment, output or files', async () => {
    const host = await start()
    const code = host.launchAddress.split('#code=')[1] ?? ''
    const token = await host.openSession()
    expect((await callInfo(host.origin, token)).status).toBe(200)
    const places = (await family(host.pid)).flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`])
    const files = (await readdir(host.home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    places.push(...files.map((entry) => `${entry.parentPath}/${entry.name}`))
    for (const place of places) {
      const text = await readFile(place, 'latin1')
      expect([text.includes(token), text.includes(code)], place).toEqual([false, false])
    }
    expect(host.output()).not.toContain(token)
    expect(host.output().split('\n')).toHaveLength(1)
  })

  it('frees the port when it is told to end, and its tokens are worth nothing to the next', async () => {
    const first = await startLoopback()
    const token = await first.openSession()
    const events = await fetch(`${first.origin}/rpc/system/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-greenroom-token': token },
      body: '{}'
    })
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    expect(await first.stop()).toBe(0)
    await expect(events.text()).rejects.toThrow()
    expect(await isOpen(first.port, '127.0.0.1')).toBe(false)

    const second = await start(['--port', String(first.port)])
    expect(second.port).toBe(first.port)
    expect((await callInfo(second.origin, token)).status).toBe(401)
  })

  it('says in a sentence that the port is taken, and ends', async () => {
    const { port } = await start()
    await expect(startLoopback({ args: ['--port', String(port)] })).rejects.toThrow('ended with 6')
  })
})
