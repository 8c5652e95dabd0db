import type { IncomingMessage } from 'node:http'
import type { RefusalKind } from '../web'
import { loopbackLimits } from './limits'

/** True when objects and arrays lie within one another deeper than `most`; needs no recursion itself. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.filter((member) => typeof member === 'object' && member !== null).flatMap((member) => Object.values(member as object))
  }
  return false
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > loopbackLimits.bodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A JSON body within the limits of size, depth and time, or what is wrong with it. */
export async function readJson(request: IncomingMessage): Promise<{ json: unknown } | { refused: RefusalKind }> {
  const deadline = setTimeout(() => request.destroy(), loopbackLimits.bodyMs)
  try {
    const text = await readText(request)
    if (text === undefined) return { refused: 'bodySize' }
    const json: unknown = text === '' ? undefined : JSON.parse(text)
    return isDeeperThan(json, loopbackLimits.bodyDepth) ? { refused: 'body' } : { json }
  } catch {
    return { refused: 'body' }
  } finally {
    clearTimeout(deadline)
  }
}
