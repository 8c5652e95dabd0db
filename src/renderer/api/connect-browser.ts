import { createORPCClient } from '@orpc/client'
import { shallowRef } from 'vue'
import type { AppClient } from '../../shared/contract'
import { AppError } from '../../shared/errors/app-error'
import type { Connection, ConnectionState } from './connection.types'
import { createEventFeed } from './event-feed'
import { createHttpLink, tokenHeader } from './http-link'
import { forgetSession, openSession } from './session'
import { sendFile } from './upload'

const noHost = { subscribeToHost: () => () => undefined, tellHost: () => undefined }

/** A connection that never was: every call fails with the same code, and the page shows why. */
function withoutSession(state: ConnectionState): Connection {
  const fail = () => Promise.reject(new AppError('unavailable.session'))
  return {
    mode: 'browser',
    client: createORPCClient({ call: fail }),
    state: shallowRef(state),
    uploadFile: fail,
    subscribe: () => () => undefined,
    ...noHost
  }
}

export async function connectBrowser(): Promise<Connection> {
  const session = await openSession()
  if (typeof session === 'string') return withoutSession({ kind: 'ended', reason: session })
  const state = shallowRef<ConnectionState>({ kind: 'connecting' })
  const client: AppClient = createORPCClient(createHttpLink({ origin: location.origin, token: session.token }))
  const feed = createEventFeed({
    client,
    onState(next) {
      state.value = next
      if (next.kind === 'ended' && next.reason === 'ended') forgetSession()
    }
  })
  return {
    mode: 'browser',
    client,
    state,
    uploadFile: (file, options) => sendFile(file, { headers: { [tokenHeader]: session.token } }, options),
    subscribe: feed.subscribe,
    ...noHost
  }
}
