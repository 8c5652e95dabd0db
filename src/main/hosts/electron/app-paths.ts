import { isAbsolute, join, resolve } from 'node:path'
import type { App } from 'electron'

export interface AppPaths {
  /** The person's data: catalog, workspaces, exports. */
  home: string
  resources: string
  rendererDir: string
  preload: string
  mediaWorker: string
  reportWorker: string
  windowState: string
}

/** Another folder for the data than the system's usual one; the loopback host and the command line heed it too. */
function chosenHome(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment.GREENROOM_HOME
  if (!named) return undefined
  return isAbsolute(named) ? named : resolve(named)
}

/**
 * Settles where everything lies. Chromium's own files go into a folder of their own beside the data.
 *
 * @param bundle folder of the built main process, `out/main`
 */
export function settlePaths(app: App, bundle: string): AppPaths {
  const home = chosenHome(process.env)
  if (home !== undefined) app.setPath('userData', home)
  const data = app.getPath('userData')
  app.setPath('sessionData', join(data, 'browser'))
  return {
    home: data,
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(bundle, '../../resources'),
    rendererDir: resolve(bundle, '../renderer'),
    preload: resolve(bundle, '../preload/index.cjs'),
    mediaWorker: join(bundle, 'media-worker.js'),
    reportWorker: join(bundle, 'report-worker.js'),
    windowState: join(data, 'window-state.json')
  }
}
