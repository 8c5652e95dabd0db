import { readFileSync } from 'node:fs'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { mainWorld, portsWorld, preloadWorld } from './page-worlds'
import type { Packed } from './packing'
import { unpack } from './packing'
import type { FrameFacts } from './wire'

const PRELOAD_WORLD = 'stand-in preload'

/** What a page's preload world sends to the test. */
type FromPage =
  | { type: 'document' }
  | { type: 'exposed'; key: string; shape: unknown }
  | { type: 'ipc'; channel: string; args: Packed[]; ports: number[]; origin: string }
  | { type: 'port'; port: number; data: Packed }

export interface WindowEvents {
  ipc(channel: string, args: Packed[], ports: number[], frame: FrameFacts): void
  portMessage(port: number, data: Packed): void
  portClosed(port: number): void
}

/** One window of the app under test, shown as a page of a browser. */
export interface ShownWindow {
  page: Page
  /** What the preload script exposed, as shapes by name; functions are only named. */
  exposed: Map<string, unknown>
  deliver(port: number, data: Packed): Promise<void>
  closePort(port: number): Promise<void>
  close(): Promise<void>
}

/** `http://greenroom.localhost:1234` back to `app://greenroom`, as Electron would say it. */
const appOrigin = (origin: string) => origin.replace(/^http:\/\/([a-z]+)\.localhost:\d+$/, 'app://$1')

function preloadSource(path: string): string {
  const wrapped = `(require) => { const module = { exports: {} }; const exports = module.exports; ${readFileSync(path, 'utf8')}\n}`
  return `(${portsWorld.toString()})();(${preloadWorld.toString()})(${wrapped}, ${JSON.stringify(process.platform)})`
}

async function installWorlds(cdp: CDPSession, preload: string): Promise<void> {
  await cdp.send('Runtime.enable')
  await cdp.send('Page.enable')
  await cdp.send('Runtime.addBinding', { name: 'standInSend', executionContextName: PRELOAD_WORLD })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld.toString()})()` })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadSource(preload), worldName: PRELOAD_WORLD })
}

interface ShownPorts {
  /** Numbers that are one of a kind in the whole app, by the page's own numbers. */
  outward: Map<number, number>
  world: number | undefined
}

let lastPort = 0

/** Opens a page with the preload script in a world of its own. It is blank until `page.goto`. */
export async function showWindow(context: BrowserContext, preload: string, events: WindowEvents): Promise<ShownWindow> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const ports: ShownPorts = { outward: new Map(), world: undefined }
  const exposed = new Map<string, unknown>()

  const forgetPorts = () => {
    for (const port of ports.outward.values()) events.portClosed(port)
    ports.outward.clear()
  }
  const outwardOf = (own: number) => {
    const known = ports.outward.get(own)
    if (known !== undefined) return known
    lastPort += 1
    ports.outward.set(own, lastPort)
    return lastPort
  }
  const hear = (message: FromPage) => {
    if (message.type === 'document') forgetPorts()
    else if (message.type === 'exposed') exposed.set(message.key, message.shape)
    else if (message.type === 'port') events.portMessage(outwardOf(message.port), message.data)
    else events.ipc(message.channel, message.args, message.ports.map(outwardOf), { origin: appOrigin(message.origin), isMain: true })
  }
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== 'standInSend') return
    ports.world = executionContextId
    hear(JSON.parse(payload) as FromPage)
  })
  page.on('close', forgetPorts)
  await installWorlds(cdp, preload)

  const inWorld = async (name: string, outward: number, ...args: unknown[]) => {
    const own = [...ports.outward].find(([, number]) => number === outward)?.[0]
    if (own === undefined || ports.world === undefined || page.isClosed()) return
    const given = [own, ...args].map((value) => JSON.stringify(value) ?? 'undefined').join(', ')
    // The document may have gone meanwhile, and its ports with it.
    await cdp.send('Runtime.evaluate', { contextId: ports.world, expression: `${name}(${given})` }).catch(() => undefined)
  }
  return {
    page,
    exposed,
    deliver: (port, data) => inWorld('standInDeliver', port, unpack(data)),
    closePort: (port) => inWorld('standInClose', port),
    close: () => page.close()
  }
}
