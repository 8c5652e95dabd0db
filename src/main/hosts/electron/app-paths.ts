import { join, resolve } from 'node:path'
import type { App } from 'electron'
import { homeFolder } from '../node/home-folder'

export interface AppPaths {
  /** The person's data: catalog, workspaces, exports. */
  home: string
  resources: string
  rendererDir: string
  preload: string
  mediaWorker: string
  reportWorker: string
  parseWorker: string
  windowState: string
  /** Only on Linux; elsewhere the program carries its icon. */
  icon: string | undefined
}

/**
 * Settles where everything lies. The data is where the loopback host and the command line have it, so that all three
 * show the same clients; Chromium's own files go into a folder of their own beside it.
 *
 * @param bundle folder of the built main process, `out/main`
 */
export function settlePaths(app: App, bundle: string): AppPaths {
  const home = homeFolder()
  app.setPath('userData', home)
  app.setPath('sessionData', join(home, 'browser'))
  const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : resolve(bundle, '../../resources')
  return {
    home,
    resources,
    rendererDir: resolve(bundle, '../renderer'),
    preload: resolve(bundle, '../preload/index.cjs'),
    mediaWorker: join(bundle, 'media-worker.js'),
    reportWorker: join(bundle, 'report-worker.js'),
    parseWorker: join(bundle, 'parse-worker.js'),
    windowState: join(home, 'window-state.json'),
    icon: process.platform === 'linux' ? join(resources, 'icons/256x256.png') : undefined
  }
}
