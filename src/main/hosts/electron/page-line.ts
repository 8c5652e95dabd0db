import type { BrowserWindow, MessagePortMain } from 'electron'
import { MessagePortHandler } from '@orpc/server/message-port'
import { CONNECT_CHANNEL, connectRequest, type HostMessage, type PageMessage, pageMessage } from '../../../shared/host/host-line'
import type { Core } from '../../core'
import { answerOperations } from '../web'
import { operationPort } from './operation-messages'
import { listenToPage } from './page-ipc'

/** The line to the page of the moment. */
export interface PageLine {
  /** Kept until a page has connected, then sent. */
  send(message: HostMessage): void
}

/**
 * Answers a page that connects: operations on its first port, the window's own messages on its second. A page that was
 * loaded anew takes the place of the one before.
 */
export function openPageLine(
  core: Core,
  currentWindow: () => BrowserWindow | undefined,
  onMessage: (message: PageMessage) => void
): PageLine {
  const operations = new MessagePortHandler(answerOperations(core))
  let hostPort: MessagePortMain | undefined
  let connected: MessagePortMain[] = []
  const waiting: HostMessage[] = []

  listenToPage(CONNECT_CHANNEL, connectRequest, currentWindow, (_request, ports) => {
    for (const port of connected) port.close()
    const [forOperations, forHost, ...more] = ports
    for (const port of more) port.close()
    if (!forOperations || !forHost) {
      forOperations?.close()
      return
    }
    connected = [forOperations, forHost]
    hostPort = forHost
    operations.upgrade(operationPort(forOperations), { context: { core: core.services } })
    forHost.on('message', ({ data }) => {
      const parsed = pageMessage.safeParse(data)
      if (parsed.success) onMessage(parsed.data)
    })
    forHost.on('close', () => {
      if (hostPort === forHost) hostPort = undefined
    })
    forOperations.start()
    forHost.start()
    for (const message of waiting.splice(0)) forHost.postMessage(message)
  })

  return {
    send(message) {
      if (hostPort) hostPort.postMessage(message)
      else waiting.push(message)
    }
  }
}
