import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Core } from '../../core'
import { createWebAnswers } from '../web'
import { createRequestHandler } from './handle-request'
import { createIdleWatch } from './idle-watch'
import { createLimitedServer } from './limited-server'
import { loopbackLimits } from './limits'
import { watchRunningJobs } from './running-jobs'
import { createSessions } from './sessions'

export interface LoopbackOptions {
  core: Core
  /** The built page: `out/renderer`. */
  rendererDir: string
  /** 0 takes any free port. */
  port?: number
  /** Milliseconds without a page after which `onIdle` is called. */
  idleMs?: number
  onIdle?: () => void
  /** Given a fresh launch address once the port is open. */
  openBrowser?: (address: string) => void
}

export interface LoopbackHost {
  port: number
  /** A launch address that works once: the code in its fragment is swapped for a session. */
  launchAddress(): string
  /** Frees the port, ends every connection and makes every token worthless. The core stays open. */
  close(): Promise<void>
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * Serves the app to a browser of this machine, on 127.0.0.1 only.
 * @throws with the code `EADDRINUSE` when the port is taken
 */
export async function createLoopbackHost(options: LoopbackOptions): Promise<LoopbackHost> {
  const { core, rendererDir, idleMs = loopbackLimits.idleMs, onIdle = () => undefined, openBrowser } = options
  const sessions = createSessions()
  const answers = await createWebAnswers({ core, rendererDir })
  const jobs = watchRunningJobs(core)
  let port = 0
  const handle = createRequestHandler({ core, answers, sessions, port: () => port })
  const idle = createIdleWatch({ idleMs, busy: jobs.any, onIdle })
  const server = createLimitedServer((request, response) => {
    response.once('close', idle.begin())
    return handle(request, response)
  })
  port = await listen(server, options.port ?? 0)
  const launchAddress = () => `http://127.0.0.1:${port}/#code=${sessions.issueCode()}`
  openBrowser?.(launchAddress())
  return {
    port,
    launchAddress,
    async close() {
      sessions.clear()
      idle.stop()
      jobs.stop()
      await new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      })
    }
  }
}
