import type { Packed } from './packing'

/** What the test asks of the main process under test. */
export type ToMain =
  | { type: 'ipc'; window: number; channel: string; args: Packed[]; ports: number[]; frame: FrameFacts }
  | { type: 'port.message'; port: number; data: Packed }
  | { type: 'port.close'; port: number }
  | { type: 'window.shown'; window: number; url: string }
  | { type: 'window.close'; window: number }
  | { type: 'menu.click'; id: string }
  | { type: 'notice.click' }
  | { type: 'emit'; event: string; args: unknown[] }
  | { type: 'contents.emit'; window: number; event: string; args: unknown[] }
  | { type: 'ask'; id: number; probe: Probe }
  | { type: 'dialog.answer'; id: number; answer: unknown }
  | { type: 'quit' }

/** What the main process under test tells the test. */
export type FromMain =
  | { type: 'window.open'; window: number; url: string; preload: string; width: number; height: number }
  | { type: 'window.reload'; window: number }
  | { type: 'window.closed'; window: number }
  | { type: 'edit'; window: number; edit: 'undo' | 'redo' }
  | { type: 'port.message'; port: number; data: Packed }
  | { type: 'port.close'; port: number }
  | { type: 'dialog'; id: number; dialog: ShownDialog }
  | { type: 'answer'; id: number; answer: unknown }

export interface FrameFacts {
  origin: string
  isMain: boolean
}

export interface ShownDialog {
  kind: 'open' | 'message' | 'error'
  options: Record<string, unknown>
}

/** Questions to the handlers that the main process has set. */
export type Probe =
  | { ask: 'records' }
  | { ask: 'fetch'; url: string; method: string }
  | { ask: 'permission-request' | 'permission-check'; permission: string; from: string; isMainFrame: boolean }
  | { ask: 'device-permission'; deviceType: string }
  | { ask: 'session-event'; event: string }
  | { ask: 'may-load'; url: string }
  | { ask: 'navigate'; event: string; url: string }
  | { ask: 'window-open'; url: string }
  | { ask: 'download'; url: string }

export interface FetchAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** What the app under test has done so far. */
export interface Records {
  windows: { options: Record<string, unknown>; shown: boolean; maximized: boolean; focused: number }[]
  loadedUrls: string[]
  schemes: unknown[]
  partitions: { name: string; options: unknown }[]
  responses: { url: string; method: string; status: number; headers: Record<string, string> }[]
  ipcChannels: string[]
  menu: unknown
  dialogs: ShownDialog[]
  openedAddresses: string[]
  revealed: string[]
  notices: { title: string; body: string }[]
  sandboxed: boolean
  spellcheck: boolean[]
  themes: string[]
  children: { modulePath: string; pid: number | undefined; env: Record<string, string>; execArgv: string[] }[]
  crashReporters: unknown[]
  sessionHandlers: string[]
  contentsEvents: string[]
}
