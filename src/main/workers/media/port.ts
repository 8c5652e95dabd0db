import type { MediaReply, MediaRequest } from '../../../shared/media/protocol'

/** The line to the core, over whichever channel the process was started with. */
export interface MediaPort {
  send(reply: MediaReply): void
  onRequest(listener: (request: MediaRequest) => void): void
}

/** The part of Electron's `process.parentPort` that is used; present in a utility process only. */
interface ParentPort {
  postMessage(message: MediaReply): void
  on(event: 'message', listener: (event: { data: MediaRequest }) => void): void
}

const hasParentPort = (candidate: object): candidate is { parentPort: ParentPort } =>
  'parentPort' in candidate && typeof candidate.parentPort === 'object' && candidate.parentPort !== null

const electronPort = (parentPort: ParentPort): MediaPort => ({
  send: (reply) => parentPort.postMessage(reply),
  onRequest: (listener) => parentPort.on('message', (event) => listener(event.data))
})

const forkedPort = (): MediaPort => ({
  // The core may be gone between two replies; the disconnect that follows ends the process.
  send: (reply) => process.send?.(reply, () => undefined),
  onRequest: (listener) => {
    process.on('message', (request: MediaRequest) => listener(request))
    // Without its core the process has no work and must not stay behind.
    process.on('disconnect', () => process.exit(0))
    // Ctrl+C reaches every process of a terminal; when the work ends is for the core to say.
    process.on('SIGINT', () => undefined)
  }
})

export const openPort = (): MediaPort => (hasParentPort(process) ? electronPort(process.parentPort) : forkedPort())
