import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { refuse, type RefusalKind } from '../web'
import type { RequestHandler } from './handle-request'
import { loopbackLimits } from './limits'
import { sendRefusal } from './send-response'

/** Answers what is no HTTP, or came too slowly, before there is a request to answer. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const kinds: Record<string, RefusalKind> = { HPE_HEADER_OVERFLOW: 'headers', ERR_HTTP_REQUEST_TIMEOUT: 'slow' }
  const { status, headers, body } = refuse(kinds[error.code ?? ''] ?? 'malformed', { connection: 'close' })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} Refused`, ...lines, '', body].join('\r\n'))
}

/** A server, not listening yet, that bounds what anybody can make it hold: headers, time, sockets. */
export function createLimitedServer(handle: RequestHandler): Server {
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
