import { type BrowserWindow, ipcMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import type { z } from 'zod'
import { APP_ORIGIN } from '../../../shared/host/host-address'

/** True when a message comes from the page itself: the main frame of our window, at our address. */
function isFromOurPage(event: IpcMainEvent, window: BrowserWindow | undefined): boolean {
  if (!window || window.isDestroyed() || event.sender !== window.webContents) return false
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && !frame.detached && frame.origin === APP_ORIGIN
}

/**
 * The only use of `ipcMain`. A message from anywhere else, or of another shape, is dropped and its ports are closed;
 * nothing is answered, so nothing can be learned.
 *
 * @param currentWindow the window whose page may speak; undefined while there is none
 */
export function listenToPage<Message>(
  channel: string,
  schema: z.ZodType<Message>,
  currentWindow: () => BrowserWindow | undefined,
  listener: (message: Message, ports: MessagePortMain[]) => void
): void {
  ipcMain.on(channel, (event, ...given: unknown[]) => {
    const parsed = schema.safeParse(given[0])
    if (given.length === 1 && parsed.success && isFromOurPage(event, currentWindow())) listener(parsed.data, event.ports)
    else for (const port of event.ports) port.close()
  })
}
