import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors/app-error'
import type { Core } from '../../core'
import { bundlePaths } from '../node/start-core'
import { readLastPort, writeLastPort } from './last-port'
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

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** The port that was asked for; without one that of last time, and any free one where another program has it now. */
async function listen(options: Omit<LoopbackOptions, 'port'>, port: number | undefined): Promise<LoopbackHost> {
  if (port !== undefined) return createLoopbackHost({ ...options, port })
  const home = options.core.services.home.root
  const last = await readLastPort(home)
  const again = last === undefined ? undefined : await createLoopbackHost({ ...options, port: last }).catch((error: unknown) => (isTaken(error) ? undefined : Promise.reject(error)))
  const host = again ?? (await createLoopbackHost({ ...options, port: 0 }))
  if (host.port !== last) await writeLastPort(home, host.port)
  return host
}

/**
 * Serves a core that runs already, for `loopback.js` and for `greenroom serve`.
 * @throws AppError `unavailable.port` when the port is taken, `unavailable.page` when the page is not built
 */
export async function serveLoopback({ core, bundleDir, open = false, port, idleMs }: ServeOptions): Promise<Serving> {
  const rendererDir = bundlePaths(bundleDir).renderer
  if (!existsSync(join(rendererDir, 'index.html'))) throw new AppError('unavailable.page', { path: rendererDir })
  let becomeIdle = () => {}
  const idle = new Promise<void>((resolve) => {
    becomeIdle = resolve
  })
  try {
    const host = await listen({ core, rendererDir, idleMs, onIdle: becomeIdle }, port)
    const address = host.launchAddress()
    if (open) openInBrowser(address)
    return { ...host, address, idle }
  } catch (error) {
    if (isTaken(error)) throw new AppError('unavailable.port', { port })
    throw error
  }
}
