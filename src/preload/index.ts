import { contextBridge, ipcRenderer } from 'electron'
import { APP_ORIGIN, CONNECT_CHANNEL, PORT_MESSAGE } from '../shared/host/host-address'

/**
 * Hands the page its two ports: operations and the window's own messages. The page gets no more than these two names;
 * Electron's objects stay here.
 */
function connect(): void {
  const operations = new MessageChannel()
  const host = new MessageChannel()
  ipcRenderer.postMessage(CONNECT_CHANNEL, { version: 1 }, [operations.port1, host.port1])
  window.postMessage({ type: PORT_MESSAGE }, APP_ORIGIN, [operations.port2, host.port2])
}

contextBridge.exposeInMainWorld('greenroom', { connect, platform: process.platform })
