import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { records } from './records'
import type { StandInSession } from './session'

/**
 * Chromium knows our scheme only inside Electron. Here `app://greenroom/x` is shown as `http://greenroom.localhost:PORT/x`,
 * a secure context on this machine, and each request is answered by the handler that the app has registered.
 */
export interface PageServer {
  /** `app://greenroom/x` to the address that the browser loads. */
  toShown(url: string): string
}

function toRequest(request: IncomingMessage, port: number): Request {
  const host = (request.headers.host ?? '').replace(`.localhost:${port}`, '')
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'host' && name !== 'connection' && value !== undefined) headers.set(name, String(value))
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const init: RequestInit & { duplex?: 'half' } = { method: request.method ?? 'GET', headers }
  if (hasBody) {
    init.body = Readable.toWeb(request) as unknown as BodyInit
    init.duplex = 'half'
  }
  return new Request(`app://${host}${request.url ?? '/'}`, init)
}

async function answer(session: StandInSession, request: Request, response: ServerResponse): Promise<void> {
  const given = await session.load(request)
  const headers = Object.fromEntries(given.headers)
  records.responses.push({ url: request.url, method: request.method, status: given.status, headers })
  if (given.type === 'error') {
    response.destroy()
    return
  }
  response.writeHead(given.status, headers)
  if (given.body) await pipeline(Readable.fromWeb(given.body as unknown as ReadableStream), response)
  else response.end()
}

export async function servePages(session: StandInSession): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    answer(session, toRequest(request, port), response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    toShown(url) {
      const { host, pathname, search, hash } = new URL(url)
      return `http://${host}.localhost:${port}${pathname}${search}${hash}`
    }
  }
}
