import { connect, type Socket } from 'node:net'

/** One answer as it came over the wire. */
export interface RawAnswer {
  status: number
  /** Names in lower case; repeated ones joined by a comma. */
  headers: Map<string, string>
  body: string
}

export interface RawRequest {
  method?: string
  path?: string
  version?: '1.0' | '1.1'
  /** Sent exactly so and in this order; nothing is added, no Host either. */
  headers?: readonly (readonly [string, string])[]
  body?: string
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    const value = line.slice(at + 1).trim()
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value)
  }
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}

/** Sends bytes as they are and reads until the other side closes; status 0 when it closed without a word. */
export function sendText(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8')
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer within ten seconds.')))
    socket.on('data', (chunk: string) => {
      answer += chunk
    })
    // A refused body makes the other side close while bytes are still on their way.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error)))
    socket.on('close', () => resolve(parseAnswer(answer)))
  })
}

export function requestText({ method = 'GET', path = '/', version = '1.1', headers = [], body = '' }: RawRequest): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path} HTTP/${version}`, ...lines, 'Connection: close', '', body].join('\r\n')
}

export function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  return sendText(port, requestText(request))
}
