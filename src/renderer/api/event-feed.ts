import { isAppError } from '../../shared/errors/app-error'
import type { AppClient } from '../../shared/contract'
import type { AppEvent } from '../../shared/contract/events'
import type { ConnectionState } from './connection.types'

interface EventFeedOptions {
  client: Pick<AppClient, 'system'>
  onState: (state: ConnectionState) => void
  /** Milliseconds; a test passes its own. */
  wait?: (ms: number) => Promise<void>
}

export interface EventFeed {
  subscribe(listener: (event: AppEvent) => void): () => void
  stop(): void
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const longestPause = 5000
/** After this many failures in a row, about four seconds, the person is told. */
const patience = 5

/** One stream of events for the whole page, opened again whenever it breaks, until the session is over. */
export function createEventFeed({ client, onState, wait = pause }: EventFeedOptions): EventFeed {
  const listeners = new Set<(event: AppEvent) => void>()
  const stopped = new AbortController()
  let failures = 0

  async function follow(): Promise<void> {
    for await (const event of await client.system.events(undefined, { signal: stopped.signal })) {
      failures = 0
      if (event.type === 'ready') onState({ kind: 'open' })
      for (const listener of listeners) listener(event)
    }
  }
  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const error: unknown = await follow().catch((reason: unknown) => reason)
      if (stopped.signal.aborted) return
      if (isAppError(error) && error.code === 'unavailable.session') return onState({ kind: 'ended', reason: 'ended' })
      failures += 1
      onState(failures < patience ? { kind: 'lost' } : { kind: 'ended', reason: 'closed' })
      await wait(Math.min(longestPause, 250 * 2 ** (failures - 1)))
    }
  }
  void run()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => stopped.abort()
  }
}
