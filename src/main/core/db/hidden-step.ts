import type { Tx } from '../context'
import type { LoggedDatabase } from './logged-database'
import { dropStep, listChangedTables, openStep, removeStep, setCurrentStep } from './steps'

/**
 * Runs a change that the program makes by itself, as when a workspace is opened. It is in the change log and no step to
 * undo, and what can be redone stays so.
 */
export async function runHidden(
  database: Pick<LoggedDatabase, 'write'>,
  operation: string,
  at: string,
  run: (tx: Tx) => Promise<void>
): Promise<void> {
  await database.write(async (tx) => {
    const step = await openStep(tx, { kind: 'do', operation, data: {}, at, actor: 'app' })
    await run(tx)
    await setCurrentStep(tx, null)
    if ((await listChangedTables(tx, step)).length === 0) await removeStep(tx, step)
    else await dropStep(tx, step)
  })
}
