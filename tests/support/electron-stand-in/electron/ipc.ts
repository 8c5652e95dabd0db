import { EventEmitter } from 'node:events'
import { unpack } from '../packing'
import { hear } from './line'
import { StandInPort } from './ports'
import { records } from './records'
import { StandInWindow } from './window'

class StandInIpc extends EventEmitter {
  override on(channel: string, listener: (...args: never[]) => void): this {
    records.ipcChannels.push(channel)
    return super.on(channel, listener as (...args: unknown[]) => void)
  }

  handle(channel: string): void {
    records.ipcChannels.push(channel)
  }
}

export const ipcMain = new StandInIpc()

hear('ipc', ({ window: id, channel, args, ports, frame }) => {
  const sender = StandInWindow.byId(id)?.webContents
  if (!sender) return
  const senderFrame = frame.isMain
    ? Object.assign(sender.mainFrame, { origin: frame.origin })
    : { ...sender.mainFrame, origin: frame.origin, parent: sender.mainFrame }
  const event = { sender, senderFrame, ports: ports.map((port) => new StandInPort(port)), type: 'frame' }
  ipcMain.emit(channel, event, ...args.map(unpack))
})
