import { app, type BrowserWindow, dialog } from 'electron'
import type { Translator } from '../../../shared/i18n'

const SHORT_TIME = 60_000
const TIMES_UNASKED = 2

/** Loads the page again when its process dies; when that keeps happening, asks. What was saved is in the core, not here. */
export function recoverPage(window: BrowserWindow, text: Translator): void {
  let deaths: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    deaths = [...deaths.filter((at) => now - at < SHORT_TIME), now]
    if (deaths.length <= TIMES_UNASKED) return window.webContents.reload()
    void ask(window, text).then((again) => (again ? window.webContents.reload() : app.quit()))
  })
}

async function ask(window: BrowserWindow, text: Translator): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text('menu.pageFailed'),
    detail: text('menu.pageFailedWhy'),
    buttons: [text('menu.reload'), text('menu.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true
  })
  return response === 0
}
