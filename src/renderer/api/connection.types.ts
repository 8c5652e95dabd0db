import type { ShallowRef } from 'vue'
import type { AppClient } from '../../shared/contract'
import type { AppEvent } from '../../shared/contract/events'
import type { HostMessage, PageMessage } from '../../shared/host/host-line'

/**
 * `missing`: opened without a launch code. `used`: the code had been used. `attempts`: codes are paused for a while.
 * `ended`: the host does not know the session. `closed`: nobody answers; the page goes on by itself when somebody does.
 */
export type SessionEnd = 'missing' | 'used' | 'attempts' | 'ended' | 'closed'

/** `lost` lasts seconds while the page reconnects; `ended` needs the person. */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'open' }
  | { kind: 'lost' }
  | { kind: 'ended'; reason: SessionEnd }

export interface UploadOptions {
  /** Bytes sent so far, and of the whole file. */
  onProgress?: (sent: number, total: number) => void
  signal?: AbortSignal
}

/** The page's one line to the core, whichever host is behind it. */
export interface Connection {
  mode: 'desktop' | 'browser'
  client: AppClient
  state: Readonly<ShallowRef<ConnectionState>>
  /** Sends a file's bytes; the token stands for it in operations. @throws AppError */
  uploadFile(file: File, options?: UploadOptions): Promise<string>
  /** Everything that happens, from now on. `ready` comes after each reconnect: what is shown may be out of date then. */
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Menu commands and files opened with the app; nothing in the browser. Messages wait for the first listener. */
  subscribeToHost(listener: (message: HostMessage) => void): () => void
  tellHost(message: PageMessage): void
}
