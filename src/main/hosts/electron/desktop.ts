import { app, type BrowserWindow, Menu, session } from 'electron'
import type { PageMessage } from '../../../shared/host/host-line'
import type { Translator } from '../../../shared/i18n'
import { createCore, type Core, type HostServices } from '../../core'
import { createLogFile } from '../node/log-file'
import { nodePrograms } from '../node/programs'
import { createWebAnswers } from '../web'
import { serveApp } from './app-protocol'
import type { AppPaths } from './app-paths'
import { createHostServices, type ShowDue } from './host-services'
import { menuTemplate } from './menu'
import { openedFiles } from './opened-files'
import { openPageLine, type PageLine } from './page-line'
import { recoverPage } from './page-recovery'
import { closeSession } from './permissions'
import { spawnMedia, spawnParse, spawnReport } from './spawn-worker'
import { offerTextMenu } from './text-menu'
import { followTheme } from './theme'
import { bringToFront, openWindow } from './window'

/** The running app: one core, at most one window. */
export interface Desktop {
  /** Brings the window to the front, or opens one where all are closed. */
  show(): void
  /** Hands files that the person opened with the app to the page. */
  open(paths: readonly string[], from: string): Promise<void>
  close(): Promise<void>
}

function startCore(paths: AppPaths, host: HostServices): Promise<Core> {
  return createCore({
    home: paths.home,
    resources: paths.resources,
    version: app.getVersion(),
    hostName: 'electron',
    logger: createLogFile(paths.home),
    host,
    spawnMedia: () => spawnMedia(paths.mediaWorker),
    spawnReport: () => spawnReport(paths.reportWorker),
    spawnParse: () => spawnParse(paths.parseWorker),
    programs: nodePrograms
  })
}

function setMenu(text: Translator, line: PageLine): void {
  const template = menuTemplate({
    text,
    isMac: process.platform === 'darwin',
    developer: !app.isPackaged,
    appName: app.name,
    send: (command) => line.send({ type: 'command', command })
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Its own session, without a `persist:` name: nothing of the page is kept on the disk. */
async function openSession(core: Core, rendererDir: string) {
  const own = session.fromPartition('greenroom', { cache: false })
  closeSession(own, !app.isPackaged)
  serveApp(own, await createWebAnswers({ core, rendererDir }))
  return own
}

/** Starts the core and opens the window. Call when the app is ready. */
export async function startDesktop(paths: AppPaths, text: Translator): Promise<Desktop> {
  let window: BrowserWindow | undefined
  const currentWindow = () => window
  // A notice can be clicked only once all of this has started.
  let showDue: ShowDue = () => undefined
  const core = await startCore(paths, createHostServices(currentWindow, text, (target) => showDue(target)))
  const own = await openSession(core, paths.rendererDir)
  await followTheme(core)

  const edit = ({ edit: wanted }: PageMessage) => window?.webContents[wanted]()
  const line = openPageLine(core, currentWindow, edit)
  setMenu(text, line)

  const show = () => {
    if (window) return bringToFront(window)
    const opened = openWindow({
      session: own,
      preload: paths.preload,
      stateFile: paths.windowState,
      devTools: !app.isPackaged,
      title: app.name,
      icon: paths.icon
    })
    recoverPage(opened, text)
    offerTextMenu(opened, text)
    opened.once('closed', () => {
      window = undefined
    })
    window = opened
  }
  show()
  showDue = (target) => {
    show()
    line.send({ type: 'due', target })
  }

  return {
    show,
    async open(given, from) {
      const files = await openedFiles(core, given, from)
      if (files.length > 0) line.send({ type: 'opened', files })
    },
    close: () => core.close()
  }
}
