import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { refuse, type RefusalKind } from '../web'

/** A web request with the same method, headers and body; reading the body fails when the sender goes away. */
export function toWebRequest(request: IncomingMessage, path: string): Request {
  const headers = new Headers()
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    headers.append(request.rawHeaders[at] ?? '', request.rawHeaders[at + 1] ?? '')
  }
  const withBody = request.method === 'POST'
  return new Request(`http://127.0.0.1${path}`, {
    method: request.method,
    headers,
    ...(withBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {})
  })
}

/** Sends a web response; a reader that goes away ends the source too. */
export async function sendResponse(target: ServerResponse, response: Response): Promise<void> {
  target.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) {
    target.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as NodeWebStream<Uint8Array>), target).catch(() => target.destroy())
}

/** Refuses and closes the connection, so that what else comes in is not read. */
export function sendRefusal(target: ServerResponse, kind: RefusalKind, extra: Record<string, string> = {}): void {
  if (target.headersSent || target.destroyed) {
    target.destroy()
    return
  }
  const { status, headers, body } = refuse(kind, { connection: 'close', ...extra })
  target.writeHead(status, headers).end(body)
}
