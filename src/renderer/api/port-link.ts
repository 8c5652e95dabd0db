import { RPCLink } from '@orpc/client/message-port'
import { appErrorOf } from './app-error-of'

/** Operations over the port that the desktop app hands to its page. */
export function createPortLink(port: MessagePort) {
  const link = new RPCLink({
    port,
    interceptors: [({ next }) => next().catch((error: unknown) => Promise.reject(appErrorOf(error)))]
  })
  port.start()
  return link
}
