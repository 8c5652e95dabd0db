import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import { app, preventable, windowsOfApp } from './app'
import { hear, tell } from './line'
import { type PageServer, servePages } from './page-server'
import { records } from './records'
import { StandInSession } from './session'

type OpenHandler = (details: { url: string }) => { action: string }

export class StandInContents extends EventEmitter {
  openHandler?: OpenHandler
  readonly mainFrame = { origin: '', url: '', parent: null, detached: false, name: '' }
  readonly #window: number
  #zoom = 0

  constructor(window: number) {
    super()
    this.#window = window
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    records.contentsEvents.push(event)
    return super.on(event, listener as (...args: unknown[]) => void)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  setWebRTCIPHandlingPolicy = () => undefined
  getZoomLevel = () => this.#zoom
  setZoomLevel = (level: number) => {
    this.#zoom = level
  }
  undo = () => tell({ type: 'edit', window: this.#window, edit: 'undo' })
  redo = () => tell({ type: 'edit', window: this.#window, edit: 'redo' })
  reload = () => tell({ type: 'window.reload', window: this.#window })
}

const windows = new Map<number, StandInWindow>()
const servers = new Map<StandInSession, Promise<PageServer>>()

function serverOf(session: StandInSession): Promise<PageServer> {
  const known = servers.get(session) ?? servePages(session)
  servers.set(session, known)
  return known
}

/** A window that the test's browser shows as a page. */
export class StandInWindow extends EventEmitter {
  readonly id = windows.size + 1
  readonly webContents = new StandInContents(this.id)
  readonly session: StandInSession
  readonly #options: BrowserWindowConstructorOptions
  readonly #record: (typeof records.windows)[number]
  #destroyed = false
  #minimized = false

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.#options = options
    const own = options.webPreferences?.session
    if (!(own instanceof StandInSession)) throw new Error('The window has no session of its own.')
    this.session = own
    const { session: _session, ...preferences } = options.webPreferences ?? {}
    this.#record = { options: { ...options, webPreferences: preferences }, shown: options.show !== false, maximized: false, focused: 0 }
    records.windows.push(this.#record)
    windows.set(this.id, this)
    app.emit('web-contents-created', preventable(), this.webContents)
  }

  static byId = (id: number) => windows.get(id)
  static all = () => [...windows.values()].filter((window) => !window.isDestroyed())
  static getAllWindows = () => StandInWindow.all()

  async loadURL(url: string): Promise<void> {
    records.loadedUrls.push(url)
    const { width = 800, height = 600, webPreferences } = this.#options
    const shown = (await serverOf(this.session)).toShown(url)
    Object.assign(this.webContents.mainFrame, { origin: url.replace(/\/$/, ''), url })
    tell({ type: 'window.open', window: this.id, url: shown, preload: webPreferences?.preload ?? '', width, height })
    await new Promise((loaded) => this.webContents.once('did-finish-load', loaded))
    this.emit('ready-to-show')
  }

  show = () => {
    this.#record.shown = true
  }
  focus = () => {
    this.#record.focused += 1
  }
  maximize = () => {
    this.#record.maximized = true
  }
  minimize = () => {
    this.#minimized = true
  }
  restore = () => {
    this.#minimized = false
  }
  isMinimized = () => this.#minimized
  isMaximized = () => this.#record.maximized
  isDestroyed = () => this.#destroyed
  getNormalBounds = () => {
    const { x = 100, y = 80, width = 800, height = 600 } = this.#options
    return { x, y, width, height }
  }

  /** True when nobody objected. */
  close(): boolean {
    if (this.#destroyed) return true
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    this.#destroyed = true
    tell({ type: 'window.closed', window: this.id })
    this.emit('closed')
    if (!app.isQuitting && StandInWindow.all().length === 0) app.emit('window-all-closed')
    return true
  }
}

windowsOfApp.closeAll = () => StandInWindow.all().every((window) => window.close())

hear('window.close', ({ window }) => void windows.get(window)?.close())
hear('window.shown', ({ window }) => void windows.get(window)?.webContents.emit('did-finish-load'))
hear('contents.emit', ({ window, event, args }) => void windows.get(window)?.webContents.emit(event, preventable(), ...args))
