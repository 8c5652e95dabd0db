/**
 * Functions that run in the page, as text. The preload script gets a world of its own, as with context isolation; what
 * it exposes crosses to the page's world as events that carry JSON. Each function stands alone.
 */

/** The page's world: puts what the preload script exposes on `window`. Functions take and give JSON, at once. */
export function mainWorld(): void {
  type Shape = { kind: 'function' } | { kind: 'value'; value: unknown } | { kind: 'object'; parts: Record<string, Shape> }

  const call = (path: string[], args: unknown[]): unknown => {
    let answer: { value?: unknown; error?: string } = {}
    const take = (event: Event) => {
      answer = JSON.parse((event as CustomEvent<string>).detail)
    }
    window.addEventListener('stand-in:answer', take, { once: true })
    window.dispatchEvent(new CustomEvent('stand-in:call', { detail: JSON.stringify({ path, args }) }))
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value
  }
  const build = (shape: Shape, path: string[]): unknown => {
    if (shape.kind === 'value') return shape.value
    if (shape.kind === 'function') return (...args: unknown[]) => call(path, args)
    return Object.freeze(Object.fromEntries(Object.entries(shape.parts).map(([name, part]) => [name, build(part, [...path, name])])))
  }
  window.addEventListener('stand-in:expose', (event) => {
    const { key, shape } = JSON.parse((event as CustomEvent<string>).detail) as { key: string; shape: Shape }
    Object.defineProperty(window, key, { value: build(shape, [key]), enumerable: true })
  })
}

/** What the two halves of the preload script's world share. `standInSend` is the binding to the test. */
interface PreloadGlobals {
  standInSend(text: string): void
  standInPack(value: unknown): object
  /** Gives a port a number, under which the test hears of its messages. */
  standInKeep(port: MessagePort): number
  standInDeliver(port: number, data: unknown): void
  standInClose(port: number): void
}

/** First half of the preload script's world: its ports, which the test reaches by number. */
export function portsWorld(): void {
  const world = globalThis as unknown as PreloadGlobals
  const ports = new Map<number, MessagePort>()
  let lastPort = 0

  world.standInPack = (value) => {
    if (value === undefined) return { as: 'undefined' }
    if (value instanceof ArrayBuffer) return { as: 'bytes', bytes: [...new Uint8Array(value)] }
    if (value instanceof Uint8Array) return { as: 'bytes', bytes: [...value] }
    try {
      return { as: 'json', json: JSON.stringify(value) ?? 'null' }
    } catch {
      return { as: 'odd', name: Object.prototype.toString.call(value) }
    }
  }
  world.standInKeep = (port) => {
    lastPort += 1
    const id = lastPort
    ports.set(id, port)
    port.onmessage = ({ data }) => world.standInSend(JSON.stringify({ type: 'port', port: id, data: world.standInPack(data) }))
    return id
  }
  world.standInDeliver = (id, data) => ports.get(id)?.postMessage(data)
  world.standInClose = (id) => {
    ports.get(id)?.close()
    ports.delete(id)
  }
}

/** Second half: `electron` as a sandboxed preload script knows it, and the script itself. */
export function preloadWorld(preload: (require: (name: string) => unknown) => void, platform: string): void {
  const world = globalThis as unknown as PreloadGlobals & { process: object }
  const send = (message: object) => world.standInSend(JSON.stringify(message))
  if (window.top !== window) return

  const post = window.postMessage.bind(window)
  // The app's origin has another spelling in this browser.
  const shownOrigin = (origin: string) => (origin === `app://${location.hostname.replace(/\.localhost$/, '')}` ? location.origin : origin)
  Object.defineProperty(window, 'postMessage', {
    value: (message: unknown, origin: string, transfer?: Transferable[]) => post(message, shownOrigin(origin), transfer)
  })

  const exposed: Record<string, unknown> = {}
  const shapeOf = (value: unknown): object => {
    if (typeof value === 'function') return { kind: 'function' }
    if (typeof value !== 'object' || value === null) return { kind: 'value', value }
    return { kind: 'object', parts: Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)])) }
  }
  window.addEventListener('stand-in:call', (event) => {
    const { path, args } = JSON.parse((event as CustomEvent<string>).detail) as { path: string[]; args: unknown[] }
    const target = path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], exposed)
    let answer: object
    try {
      answer = { value: (target as (...given: unknown[]) => unknown)(...args) }
    } catch (error) {
      answer = { error: String(error) }
    }
    window.dispatchEvent(new CustomEvent('stand-in:answer', { detail: JSON.stringify(answer) }))
  })

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      exposed[key] = api
      send({ type: 'exposed', key, shape: shapeOf(api) })
      window.dispatchEvent(new CustomEvent('stand-in:expose', { detail: JSON.stringify({ key, shape: shapeOf(api) }) }))
    }
  }
  const ipcRenderer = {
    postMessage(channel: string, message: unknown, transfer: MessagePort[] = []) {
      const ports = transfer.map((port) => world.standInKeep(port))
      send({ type: 'ipc', channel, args: [world.standInPack(message)], ports, origin: location.origin })
    }
  }
  world.process = { platform, sandboxed: true, contextIsolated: true, versions: {}, env: {} }
  send({ type: 'document' })
  preload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  })
}
