import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DesktopUnderTest, FrameFacts } from '../support/electron-stand-in'
import { useDesktop } from '../support/electron-stand-in/desktop-fixture'
import { connectPage, type PageClient } from '../support/electron-stand-in/page-client'

const fixture = useDesktop()
let desktop: DesktopUnderTest
let page: Page
let client: PageClient

const ourPage: FrameFacts = { origin: 'app://greenroom', isMain: true }
const version = { as: 'json', json: '{"version":1}' } as const

let lastPort = 9000
/** A message from some frame of the window, with two ports; true when they are taken. */
async function portsAreTaken(frame: FrameFacts, args: unknown[] = [version], channel = 'greenroom:connect'): Promise<boolean> {
  lastPort += 2
  const ports = [lastPort, lastPort + 1]
  desktop.main.send({ type: 'ipc', window: 1, channel, args: args as never, ports, frame })
  await desktop.records()
  return !ports.every((port) => desktop.closedPorts.has(port))
}

beforeAll(async () => {
  desktop = await fixture.start()
  page = await desktop.page()
  client = await connectPage(page)
})

describe('What the page gets', () => {
  it('is two names and nothing of Electron', async () => {
    expect(Object.fromEntries(desktop.windows.get(1)!.exposed)).toMatchInlineSnapshot(`
      {
        "greenroom": {
          "kind": "object",
          "parts": {
            "connect": {
              "kind": "function",
            },
            "platform": {
              "kind": "value",
              "value": "linux",
            },
          },
        },
      }
    `)
  })

  it('is no Node and no require', async () => {
    expect(await page.evaluate(() => ['process', 'require', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window))).toEqual([])
  })

  it('is every operation of the contract', async () => {
    expect(await client.call('system.info', undefined)).toMatchObject({
      host: 'electron',
      capabilities: ['pick-folder', 'reveal', 'open-external']
    })
  })
})

describe('The channel to the main process', () => {
  it('is one', async () => {
    expect((await desktop.records()).ipcChannels).toEqual(['greenroom:connect'])
  })

  it('takes ports from our page', async () => {
    expect(await portsAreTaken(ourPage)).toBe(true)
    client = await connectPage(page)
  })

  it.each([
    ['a frame in our page', { origin: 'app://greenroom', isMain: false }],
    ['another site', { origin: 'https://example.org', isMain: true }],
    ['another host under our scheme', { origin: 'app://elsewhere', isMain: true }],
    ['an address that begins like ours', { origin: 'app://greenroom.example.org', isMain: true }],
    ['a file', { origin: 'file://', isMain: true }],
    ['a page without an origin', { origin: 'null', isMain: true }]
  ])('takes none from %s', async (_what, frame) => {
    expect(await portsAreTaken(frame)).toBe(false)
  })

  it.each([
    ['nothing', []],
    ['undefined', [{ as: 'undefined' }]],
    ['text', [{ as: 'json', json: '"connect"' }]],
    ['another version', [{ as: 'json', json: '{"version":2}' }]],
    ['more than it should', [{ as: 'json', json: '{"version":1,"path":"/etc/passwd"}' }]],
    ['a list', [{ as: 'json', json: '[1]' }]],
    ['bytes', [{ as: 'bytes', bytes: [1, 2, 3] }]],
    ['a map', [{ as: 'odd', name: 'map' }]],
    ['two messages', [version, version]],
    ['prototype keys', [{ as: 'json', json: '{"__proto__":{"version":1}}' }]]
  ])('takes none with %s', async (_what, args) => {
    expect(await portsAreTaken(ourPage, args)).toBe(false)
  })

  it('hears no other name', async () => {
    await portsAreTaken(ourPage, [version], 'shell:openExternal')
    expect(await client.call('clients.list', {})).toEqual({ clients: [] })
  })
})

describe('Nonsense on a port', () => {
  const nonsense = [
    'undefined',
    'null',
    '0',
    '""',
    '"{"',
    '"[]"',
    '"null"',
    '{}',
    '{ i: "1", p: { u: "/system/info" } }',
    '[1, 2, 3]',
    'new Uint8Array([123, 125, 255, 0])',
    'new ArrayBuffer(8)',
    'new Map([[1, 2]])',
    '10n',
    'new Date()',
    '"\\u0000"',
    'JSON.stringify({ i: 1, p: { u: "/system/info" } })',
    'JSON.stringify({ i: "x", p: null })',
    'JSON.stringify({ i: "x", p: { u: 5 } })',
    'JSON.stringify({ i: "x", p: { u: "https://example.org/" } })',
    'JSON.stringify({ i: "x", p: { u: "//[" } })',
    'JSON.stringify({ i: "x", p: { u: "/../../etc/passwd" } })',
    'JSON.stringify({ i: "x", t: 9, p: {} })',
    'JSON.stringify({ i: "x", t: 3, p: {} })',
    'JSON.stringify({ i: "x", t: 3, p: { e: "message", d: {} } })',
    'JSON.stringify({ i: "x", t: 4 })',
    'JSON.stringify({ i: "x", p: { u: "/clients/create", h: { "content-type": "multipart/form-data; boundary=x" } } })',
    'JSON.stringify({ i: "x", p: { u: "/clients/create", h: { "content-disposition": "attachment; filename=x" } } })',
    'JSON.stringify({ i: "x", p: { u: "/constructor/constructor", b: { json: "return process" } } })',
    'JSON.stringify({ i: "x", p: { u: "/__proto__/toString", b: {} } })',
    'JSON.stringify({ i: "x", p: { u: "/clients/create", b: { json: { name: {} }, meta: [[99, "name"]] } } })',
    'JSON.stringify({ i: "x", p: { u: "/clients/list", b: { json: {}, meta: [[1, "__proto__", "x"]] } } })',
    '"[".repeat(100000) + "]".repeat(100000)',
    'JSON.stringify({ i: "x", p: { u: "/settings/put", b: { json: { key: "k", value: "y".repeat(11000000) } } } })'
  ]

  it.each(nonsense)('does no harm to operations: %s', async (value) => {
    await client.post('operations', value)
    expect(await client.call('clients.list', {})).toEqual({ clients: [] })
  })

  it.each(nonsense)('does no harm to the host line: %s', async (value) => {
    await client.post('host', value)
    expect(await client.call('clients.list', {})).toEqual({ clients: [] })
  })

  it('left the main process without a complaint', async () => {
    desktop.clickMenu('palette')
    await expect.poll(() => client.hostMessages()).toEqual([{ type: 'command', command: 'palette' }])
    expect(desktop.main.errors()).toBe('')
  })
})

describe('A page that is loaded again', () => {
  it('gets a line of its own, and the old one ends', async () => {
    const before = desktop.closedPorts.size
    await page.reload()
    client = await connectPage(page)
    expect(await client.call('clients.list', {})).toEqual({ clients: [] })
    expect(desktop.closedPorts.size).toBeGreaterThan(before)
  })
})
