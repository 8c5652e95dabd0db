import { app, dialog } from 'electron'
import { isAppError } from '../../../shared/errors/app-error'
import { createTranslator } from '../../../shared/i18n'
import { declareScheme } from './app-protocol'
import { type AppPaths, settlePaths } from './app-paths'
import { closeBeforeQuit } from './close-before-quit'
import { type Desktop, startDesktop } from './desktop'
import { namedFiles, refusedSwitches } from './launch-switches'
import { guardNavigation } from './navigation-guards'

/** In the packaged app no other program may attach a debugger. True when the app must not go on. */
function refusesSwitches(): boolean {
  const [name] = app.isPackaged ? refusedSwitches([...process.argv.slice(1), ...process.execArgv]) : []
  if (name === undefined) return false
  process.stderr.write(`${createTranslator('en')('menu.switchRefused', { name })}\n`)
  app.exit(2)
  return true
}

async function run(paths: AppPaths, whenStarted: (desktop: Desktop) => void): Promise<void> {
  await app.whenReady()
  const text = createTranslator(app.getLocale())
  app.setAboutPanelOptions({ applicationName: app.name, applicationVersion: app.getVersion() })
  try {
    whenStarted(await startDesktop(paths, text))
  } catch (error) {
    const code = isAppError(error) ? error.code : 'internal.unexpected'
    dialog.showErrorBox(text('menu.startFailed'), text('menu.startFailedWhy', { home: paths.home, code }))
    app.exit(1)
  }
}

/** Everything that reaches the app from outside its window, from the first moment on. */
function listenToSystem(desktop: Promise<Desktop>): void {
  const withDesktop = (act: (running: Desktop) => unknown) => void desktop.then(act)
  app.on('second-instance', (_event, args, from) => {
    withDesktop((running) => {
      running.show()
      return running.open(namedFiles(args, app.isPackaged), from)
    })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    withDesktop((running) => running.open([path], app.getPath('home')))
  })
  app.on('activate', () => withDesktop((running) => running.show()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  withDesktop((running) => running.open(namedFiles(process.argv, app.isPackaged), process.cwd()))
}

/**
 * Starts the desktop app. Must run before Electron is ready, as soon as the main process has loaded.
 *
 * @param bundle folder of the built main process, `out/main`
 */
export function startElectron(bundle: string): void {
  if (refusesSwitches()) return
  app.enableSandbox()
  declareScheme()
  const paths = settlePaths(app, bundle)
  if (!app.requestSingleInstanceLock()) return app.quit()
  guardNavigation(app)
  // A failure of one call must not end the app with whatever else it is writing.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`unhandled: ${isAppError(reason) ? reason.code : reason instanceof Error ? reason.name : typeof reason}\n`)
  })
  let running: Desktop | undefined
  closeBeforeQuit(app, async () => running?.close())
  listenToSystem(
    new Promise<Desktop>((started) => {
      void run(paths, (desktop) => {
        running = desktop
        started(desktop)
      })
    })
  )
}
