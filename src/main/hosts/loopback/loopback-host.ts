import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Core } from '../../core'
import { createWebAnswers, refuse, type RefusalKind } from '../web'
import { createRequestHandler, type RequestHandler } from './handle-request'
import { createIdleWatch } from './idle-watch'
import { loopbackLimits } from './limits'
import { watchRunningJobs } from './running-jobs'
import { sendRefusal } from './send-response'
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

/** Answers what is no HTTP, or came too slowly, before there is a request to answer. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const kinds: Record<string, RefusalKind> = { HPE_HEADER_OVERFLOW: 'headers', ERR_HTTP_REQUEST_TIMEOUT: 'slow' }
  const { status, headers, body } = refuse(kinds[error.code ?? ''] ?? 'malformed', { connection: 'close' })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} Refused`, ...lines, '', body].join('\r\n'))
}

function createLimitedServer(handle: RequestHandler): Server {
  const server = createServer({
    headersTimeout: loopbackLimits.headersMs,
    requestTimeout: loopbackLimits.uploadMs,
    keepAliveTimeout: loopbackLimits.keepAliveMs,
    maxHeaderSize: loopbackLimits.headerBytes,
    connectionsCheckingInterval: 5000,
    // The gate answers a missing Host, so that this answer carries the security headers too.
    requireHostHeader: false
  })
  // Above the limit by a few, so that the gate sees there are too many; Node drops the rest silently.
  server.maxHeadersCount = loopbackLimits.headers + 10
  server.maxConnections = loopbackLimits.sockets
  server.on('request', (request, response) => {
    handle(request, response).catch(() => sendRefusal(response, 'unexpected'))
  })
  server.on('checkContinue', (_request, response) => sendRefusal(response, 'malformed'))
  server.on('checkExpectation', (_request, response) => sendRefusal(response, 'malformed'))
  server.on('connect', (_request, socket) => socket.destroy())
  server.on('clientError', (error, socket) => answerBrokenRequest(error, socket as Socket))
  return server
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
