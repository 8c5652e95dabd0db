import { createORPCClient } from '@orpc/client'
import type { AppClient } from '@shared/contract'
import { createHttpLink } from '../../src/renderer/api/http-link'

/** The operations of a running host, asked for as the page does. */
export const connect = (origin: string, token: string): AppClient => createORPCClient(createHttpLink({ origin, token }))
