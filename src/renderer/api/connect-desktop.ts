import { createORPCClient } from '@orpc/client'
import { shallowRef } from 'vue'
import type { AppClient } from '../../shared/contract'
import { hostMessage, PORT_MESSAGE, type HostMessage, type PageMessage } from '../../shared/host/host-line'
import type { Connection, ConnectionState } from './connection.types'
import { createEventFeed } from './event-feed'
import { createPortLink } from './port-link'
import { sendFile } from './upload'

/** What the preload script offers a page of the desktop app. */
export interface DesktopBridge {
  connect(): void
  platform: string
}

/** Asks the preload script for the page's ports. */
function receivePorts(bridge: DesktopBridge): Promise<readonly MessagePort[]> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<{ type?: string } | undefined>) => {
      if (event.source !== window || event.data?.type !== PORT_MESSAGE) return
      window.removeEventListener('message', take)
      resolve(event.ports)
    }
    window.addEventListener('message', take)
    bridge.connect()
  })
}

/** The window's own line; what arrives before anybody listens is kept for the first listener. */
function openHostLine(port: MessagePort) {
  const listeners = new Set<(message: HostMessage) => void>()
  const waiting: HostMessage[] = []
  port.addEventListener('message', ({ data }) => {
    const parsed = hostMessage.safeParse(data)
    if (!parsed.success) return
    if (listeners.size === 0) waiting.push(parsed.data)
    for (const listener of listeners) listener(parsed.data)
  })
  port.start()
  return {
    subscribe(listener: (message: HostMessage) => void) {
      listeners.add(listener)
      for (const message of waiting.splice(0)) listener(message)
      return () => void listeners.delete(listener)
    },
    tell: (message: PageMessage) => port.postMessage(message)
  }
}

export async function connectDesktop(bridge: DesktopBridge): Promise<Connection> {
  const [operations, host] = await receivePorts(bridge)
  if (!operations || !host) throw new Error('The preload script handed over no ports.')
  const state = shallowRef<ConnectionState>({ kind: 'connecting' })
  const client: AppClient = createORPCClient(createPortLink(operations))
  const feed = createEventFeed({
    client,
    onState: (next) => {
      state.value = next
    }
  })
  const line = openHostLine(host)
  return {
    mode: 'desktop',
    client,
    state,
    uploadFile: (file, options) => sendFile(file, { headers: {} }, options),
    subscribe: feed.subscribe,
    subscribeToHost: line.subscribe,
    tellHost: line.tell
  }
}
