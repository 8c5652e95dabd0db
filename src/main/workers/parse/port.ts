import type { ParseReply, ParseRequest } from '../../../shared/parse/protocol'

/** The line to the core, over whichever channel the process was started with. */
export interface ParsePort {
  send(reply: ParseReply): void
  onRequest(listener: (request: ParseRequest) => void): void
}

/** The part of Electron's `process.parentPort` that is used; present in a utility process only. */
interface ParentPort {
  postMessage(message: ParseReply): void
  on(event: 'message', listener: (event: { data: ParseRequest }) => void): void
}

const hasParentPort = (candidate: object): candidate is { parentPort: ParentPort } =>
  'parentPort' in candidate && typeof candidate.parentPort === 'object' && candidate.parentPort !== null

function electronPort(parentPort: ParentPort): ParsePort {
  return {
    send: (reply) => parentPort.postMessage(reply),
    onRequest: (listener) => parentPort.on('message', (event) => listener(event.data))
  }
}

function forkedPort(): ParsePort {
  return {
    // With its core gone there is nobody to hear, and nothing to complain about.
    send: (reply) => process.send?.(reply, () => undefined),
    onRequest(listener) {
      process.on('message', (request: ParseRequest) => listener(request))
      // Without its core the process has no work and must not stay behind.
      process.on('disconnect', () => process.exit(0))
      // Ctrl+C reaches every process of a terminal; when the work ends is for the core to say.
      process.on('SIGINT', () => undefined)
    }
  }
}

export const openPort = (): ParsePort => (hasParentPort(process) ? electronPort(process.parentPort) : forkedPort())
