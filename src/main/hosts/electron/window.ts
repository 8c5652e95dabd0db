import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import { START_URL } from './page-address'
import { checksSpelling } from './spelling'
import { MIN_HEIGHT, MIN_WIDTH, placeOnScreen, readWindowState, writeWindowState } from './window-state'

export interface WindowOptions {
  session: Session
  preload: string
  /** File that remembers place and size. */
  stateFile: string
  devTools: boolean
  title: string
  /** Picture for the task bar, where the system takes none from the program itself. */
  icon: string | undefined
}

/** The surfaces of the two themes, so that nothing flashes before the page has drawn. */
const SURFACE = { light: '#efece8', dark: '#151311' }

function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main, ...others].map((display) => display.workArea)
}

function rememberPlace(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const zoom = window.webContents.getZoomLevel()
    writeWindowState(file, { ...window.getNormalBounds(), maximized: window.isMaximized(), zoom })
  })
}

/** Opens the app's window and loads the page. */
export function openWindow({ session, preload, stateFile, devTools, title, icon }: WindowOptions): BrowserWindow {
  const { maximized, zoom, ...place } = placeOnScreen(readWindowState(stateFile), workAreas())
  const window = new BrowserWindow({
    ...place,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title,
    ...(icon !== undefined && { icon }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? SURFACE.dark : SURFACE.light,
    webPreferences: {
      session,
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      spellcheck: checksSpelling(),
      devTools
    }
  })
  rememberPlace(window, stateFile)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(zoom))
  void window.loadURL(START_URL)
  return window
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
