import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AppClient } from '@shared/contract'

/** The operations of a running host, asked for as the page does. */
export const connect = (origin: string, token: string): AppClient =>
  createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { 'x-greenroom-token': token, origin } }))
