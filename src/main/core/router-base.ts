import { implement } from '@orpc/server'
import { contract } from '../../shared/contract'
import { AppError } from '../../shared/errors/app-error'
import type { CallContext, CommandOptions, CoreServices, Tx } from './context'
import { translateError } from './translate-errors'
import type { Workspace } from './workspaces/workspaces.types'

/** What the core binds once, and each call completes. */
export interface InitialContext {
  core: CoreServices
}

async function runCommand<T>(
  core: CoreServices,
  operation: string,
  clientId: string,
  run: (tx: Tx, workspace: Workspace) => Promise<T>,
  options: CommandOptions
): Promise<T> {
  const workspace = await core.workspaces.open(clientId)
  if (!options.allowArchived) {
    const { archivedAt, name } = await workspace.profile()
    if (archivedAt) throw new AppError('conflict.client-archived', { name })
  }
  return workspace.command(operation, (tx) => run(tx, workspace), options.data, options.merge)
}

/** Where every feature's handlers begin: `os.assets.list.handler(({ input, context }) => …)`. */
export const os = implement(contract)
  .$context<InitialContext>()
  .use(async ({ context, path, signal, next }) => {
    const { core } = context
    const operation = path.join('.')
    const call: CallContext = {
      core,
      operation,
      ...(signal && { signal }),
      workspace: (clientId) => core.workspaces.open(clientId),
      command: (clientId, run, options = {}) => runCommand(core, operation, clientId, run, options)
    }
    try {
      return await core.workspaces.during(async () => next({ context: call }))
    } catch (error) {
      throw translateError(error, operation, core)
    }
  })
