import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type MainOptions, type MainProcess, startMain } from './main-process'
import { type ShownWindow, showWindow } from './shown-window'
import type { FromMain, Probe, Records, ShownDialog } from './wire'

export type { FetchAnswer, FrameFacts, Probe, Records, ShownDialog } from './wire'

type Dialogs = (dialog: ShownDialog) => unknown

/** Closed without a choice. */
const dismissed: Dialogs = ({ kind }) => (kind === 'open' ? { canceled: true, filePaths: [] } : { response: 1 })

/** The desktop app under test: the built bundles, the stand-in, a browser. */
export class DesktopUnderTest {
  /** Folder of the app's data. */
  readonly home: string
  readonly windows = new Map<number, ShownWindow>()
  /** Addresses outside the app that a page tried to load; each was stopped. */
  readonly foreignRequests: string[] = []
  /** What the page wrote to its console as errors, and what it threw. */
  readonly pageErrors: string[] = []
  /** Ports that the main process has closed, or that went with their page. */
  readonly closedPorts = new Set<number>()
  /** What is done with a dialog; a test sets its own. */
  answerDialog: Dialogs = dismissed
  readonly #context: BrowserContext
  #main: MainProcess | undefined
  #show: (page: Page) => void = () => undefined
  #shown = new Promise<Page>((show) => {
    this.#show = show
  })

  private constructor(context: BrowserContext, home: string) {
    this.home = home
    this.#context = context
  }

  static async start(browser: Browser, options: MainOptions): Promise<DesktopUnderTest> {
    const desktop = new DesktopUnderTest(await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: false }), options.home)
    desktop.#main = await startMain(options, (message) => void desktop.#hear(message))
    await desktop.#stopForeignRequests()
    return desktop
  }

  get main(): MainProcess {
    if (!this.#main) throw new Error('The app has not started.')
    return this.#main
  }

  get ended(): MainProcess['ended'] {
    return this.main.ended
  }

  /** The page of the app's window, loaded. Rejects when the app ends before it shows one. */
  page(): Promise<Page> {
    const failed = this.ended.then(({ code, errors }) => Promise.reject(new Error(`The app ended with ${code}.\n${errors}`)))
    return Promise.race([this.#shown, failed])
  }

  ask(probe: Probe): Promise<unknown> {
    return this.main.ask(probe)
  }

  async records(): Promise<Records> {
    return (await this.ask({ ask: 'records' })) as Records
  }

  clickMenu(id: string): void {
    this.main.send({ type: 'menu.click', id })
  }

  /** As the person clicks on the last notice. */
  clickNotice(): void {
    this.main.send({ type: 'notice.click' })
  }

  closeWindow(window = 1): void {
    this.main.send({ type: 'window.close', window })
  }

  /** As the person quits the app; resolves with the code of its end. */
  async quit(): Promise<number | null> {
    this.main.send({ type: 'quit' })
    return (await this.ended).code
  }

  /** Ends what is left, whatever state it is in. */
  async dispose(): Promise<void> {
    this.#main?.kill()
    await this.#main?.ended
    await this.#context.close()
  }

  async #stopForeignRequests(): Promise<void> {
    const isOurs = (url: URL) => url.hostname === 'greenroom.localhost'
    await this.#context.route(
      (url) => !isOurs(url),
      (route) => {
        this.foreignRequests.push(route.request().url())
        return route.abort()
      }
    )
  }

  async #hear(message: FromMain): Promise<void> {
    switch (message.type) {
      case 'window.open':
        return this.#open(message)
      case 'window.reload':
        await this.windows.get(message.window)?.page.reload()
        return
      case 'window.closed':
        return this.windows.get(message.window)?.close()
      case 'edit':
        await this.windows.get(message.window)?.page.evaluate((command) => document.execCommand(command), message.edit)
        return
      case 'port.message':
        for (const window of this.windows.values()) await window.deliver(message.port, message.data)
        return
      case 'port.close':
        this.closedPorts.add(message.port)
        for (const window of this.windows.values()) await window.closePort(message.port)
        return
      case 'dialog':
        return this.main.send({ type: 'dialog.answer', id: message.id, answer: await this.answerDialog(message.dialog) })
      case 'answer':
        return
    }
  }

  async #open({ window, url, preload }: Extract<FromMain, { type: 'window.open' }>): Promise<void> {
    const shown = await showWindow(this.#context, preload, {
      ipc: (channel, args, ports, frame) => this.main.send({ type: 'ipc', window, channel, args, ports, frame }),
      portMessage: (port, data) => this.main.send({ type: 'port.message', port, data }),
      portClosed: (port) => this.main.send({ type: 'port.close', port })
    })
    shown.page.on('pageerror', (error) => this.pageErrors.push(error.message))
    shown.page.on('console', (line) => line.type() === 'error' && this.pageErrors.push(line.text()))
    this.windows.set(window, shown)
    await shown.page.goto(url)
    this.#show(shown.page)
    this.main.send({ type: 'window.shown', window, url })
  }
}
