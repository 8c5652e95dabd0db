import { implement } from '@orpc/server'
import { contract } from '../../shared/contract'
import type { CallContext } from './context'

/** Where every feature's handlers begin: `os.assets.list.handler(({ input, context }) => …)`. */
export const os = implement(contract).$context<CallContext>()
