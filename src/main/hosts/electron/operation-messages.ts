import type { MessagePortMain } from 'electron'
import { z } from 'zod'

/** Ten megabytes, as on the loopback host; files do not travel here. */
const MAX_LENGTH = 10 * 1024 * 1024
const MAX_DEPTH = 200

/** Bodies are JSON: a header that asks for a form or a file to be read from the message is refused. */
const headers = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
  .refine((given) => !('content-disposition' in given) && !/form/i.test(String(given['content-type'] ?? '')))

const id = z.string().min(1).max(64)
/** What oRPC's peer writes: a call, a part of a stream from the page, or the end of a call. */
const peerMessage = z.union([
  z.object({
    i: id,
    t: z.literal(1).optional(),
    p: z.object({
      u: z.string().regex(/^\/[\w/-]{1,200}$/),
      m: z.string().max(10).optional(),
      h: headers.optional(),
      b: z.unknown().optional()
    })
  }),
  z.object({ i: id, t: z.literal(3), p: z.object({ e: z.enum(['message', 'error', 'done']) }) }),
  z.object({ i: id, t: z.literal(4) })
])

/** Brackets inside a text do not nest anything. */
const TEXTS = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/g

function isDeep(json: string): boolean {
  let depth = 0
  for (const char of json.replace(TEXTS, '')) {
    if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** True for a message that the operations' handler can read; it throws outside any call at others. */
export function isOperationMessage(data: unknown): data is string {
  if (typeof data !== 'string' || data.length > MAX_LENGTH || isDeep(data)) return false
  try {
    return peerMessage.safeParse(JSON.parse(data)).success
  } catch {
    return false
  }
}

/** The side of a port that oRPC needs. */
export interface OperationPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void
  postMessage(data: unknown): void
}

/** The port with everything left out that is no operation. */
export function operationPort(port: MessagePortMain): OperationPort {
  return {
    on(event, listener) {
      if (event === 'message') port.on('message', (message) => isOperationMessage(message.data) && listener(message))
      else if (event === 'close') port.on('close', () => listener())
    },
    postMessage: (data) => port.postMessage(data)
  }
}
