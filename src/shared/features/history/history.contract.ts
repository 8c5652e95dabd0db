import { z } from 'zod'
import { clientOperation, id, instant, operation, pageInput } from '../../contract/base'

/** One step of the change log: a command with every row it changed. */
export const historyStep = z.object({
  id: z.int(),
  /** `catalog` for the list of clients, else the client's workspace. */
  scope: z.enum(['catalog', 'workspace']),
  operation: z.string(),
  /** Figures the sentence is made from, for example `{ count: 12 }`. */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  at: instant,
  undone: z.boolean()
})
export type HistoryStep = z.infer<typeof historyStep>

/** Without a client only the list of clients is looked at; with one, whichever of the two changed last. */
const scope = z.object({ clientId: id.nullable().default(null) })

export const historyContract = {
  state: operation('query').input(scope).output(z.object({ undo: historyStep.nullable(), redo: historyStep.nullable() })),
  undo: operation('command', 'conflict.nothing-to-undo', 'conflict.cannot-undo', 'conflict.workspace-locked', 'not-found.client')
    .input(scope)
    .output(historyStep),
  redo: operation('command', 'conflict.nothing-to-redo', 'conflict.cannot-undo', 'conflict.workspace-locked', 'not-found.client')
    .input(scope)
    .output(historyStep),
  list: clientOperation('query')
    .input(z.object({ clientId: id, ...pageInput }))
    .output(z.object({ total: z.int(), steps: z.array(historyStep) }))
}
