import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import type { Core } from '../../core'
import { bundlePaths } from '../node/start-core'
import { createLoopbackHost, type LoopbackHost, type LoopbackOptions } from './loopback-host'
import { openInBrowser } from './open-browser'

export interface ServeOptions extends Pick<LoopbackOptions, 'port' | 'idleMs'> {
  core: Core
  /** Folder of the running bundle, `out/main`. */
  bundleDir: string
  /** Opens the launch address in the person's browser. */
  open?: boolean
}

export interface Serving extends LoopbackHost {
  /** The address that was opened or is to be printed. */
  address: string
  /** Resolves when no page has been there for `idleMs`. */
  idle: Promise<void>
}

/**
 * Serves a core that runs already, for `loopback.js` and for `greenroom serve`.
 * @throws AppError `unavailable.port` when the port is taken, `unavailable.page` when the page is not built
 */
export async function serveLoopback({ core, bundleDir, open = false, port = 0, idleMs }: ServeOptions): Promise<Serving> {
  const rendererDir = bundlePaths(bundleDir).renderer
  if (!existsSync(join(rendererDir, 'index.html'))) throw new AppError('unavailable.page', { path: rendererDir })
  let becomeIdle = () => {}
  const idle = new Promise<void>((resolve) => {
    becomeIdle = resolve
  })
  try {
    const host = await createLoopbackHost({ core, rendererDir, port, idleMs, onIdle: becomeIdle })
    const address = host.launchAddress()
    if (open) openInBrowser(address)
    return { ...host, address, idle }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new AppError('unavailable.port', { port })
    throw error
  }
}
