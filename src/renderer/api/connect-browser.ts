import { createORPCClient } from '@orpc/client'
import { shallowRef, type ShallowRef } from 'vue'
import type { AppClient } from '../../shared/contract'
import { AppError } from '../../shared/errors/app-error'
import type { Connection, ConnectionState } from './connection.types'
import { createEventFeed } from './event-feed'
import { createHttpLink, tokenHeader } from './http-link'
import { forgetSession, onLaunchAddress, openSession, type Session } from './session'
import { sendFile } from './upload'

const noHost = { subscribeToHost: () => () => undefined, tellHost: () => undefined }

/** A connection that never was: every call fails with the same code, and the page shows why. */
function withoutSession(state: Connection['state']): Connection {
  const fail = () => Promise.reject(new AppError('unavailable.session'))
  return {
    mode: 'browser',
    client: createORPCClient({ call: fail }),
    state,
    uploadFile: fail,
    subscribe: () => () => undefined,
    ...noHost
  }
}

function withSession({ token }: Session, state: ShallowRef<ConnectionState>): Connection {
  const client: AppClient = createORPCClient(createHttpLink({ origin: location.origin, token }))
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
    uploadFile: (file, options) => sendFile(file, { headers: { [tokenHeader]: token } }, options),
    subscribe: feed.subscribe,
    ...noHost
  }
}

export async function connectBrowser(): Promise<Connection> {
  const session = await openSession()
  const state = shallowRef<ConnectionState>(typeof session === 'string' ? { kind: 'ended', reason: session } : { kind: 'connecting' })
  onLaunchAddress((next) => {
    if (typeof next === 'string') state.value = { kind: 'ended', reason: next }
    else if (typeof session === 'string' || next.token !== session.token) location.reload()
  })
  return typeof session === 'string' ? withoutSession(state) : withSession(session, state)
}
