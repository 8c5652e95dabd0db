import type { AppClient } from '../../shared/contract'
import type { AppEvent } from '../../shared/contract/events'
import type { DesktopBridge } from './connect-desktop'
import { connectBrowser } from './connect-browser'
import { connectDesktop } from './connect-desktop'
import type { Connection, UploadOptions } from './connection.types'

// One page, one connection: it lives as long as the page does.
let current: Connection | undefined

/** Makes a connection the page's own. Tests hand in theirs. */
export function provideConnection(connection: Connection): void {
  current = connection
}

/** Connects the page to its host; call once, before the app and its router are made. */
export async function connectApi(): Promise<Connection> {
  const { greenroom } = window as Window & { greenroom?: DesktopBridge }
  const connection = await (greenroom ? connectDesktop(greenroom) : connectBrowser())
  provideConnection(connection)
  return connection
}

export function useConnection(): Connection {
  if (!current) throw new Error('The page is not connected yet: call connectApi first.')
  return current
}

/** Every operation of the contract. Failures are `AppError` with a code of the contract. */
export function useApi(): AppClient {
  return useConnection().client
}

/** Sends a file's bytes and answers with the token that stands for it. @throws AppError */
export function uploadFile(file: File, options?: UploadOptions): Promise<string> {
  return useConnection().uploadFile(file, options)
}

/** Calls the listener for everything that happens, until the function it answers with is called. */
export function subscribeEvents(listener: (event: AppEvent) => void): () => void {
  return useConnection().subscribe(listener)
}
