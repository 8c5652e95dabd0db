import type { StepRow } from '../../db/steps'
import { os } from '../../router-base'
import { historyState, replay, toHistoryStep } from './history.service'
import { listSteps } from './history.repository'

export const historyHandlers = {
  state: os.history.state.handler(({ input, context }) => historyState(context.core, input.clientId)),
  undo: os.history.undo.handler(({ input, context }) => replay(context.core, input.clientId, 'undo')),
  redo: os.history.redo.handler(({ input, context }) => replay(context.core, input.clientId, 'redo')),
  list: os.history.list.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const { total, rows } = await listSteps(workspace.reader, input)
    return { total, steps: rows.map((row: StepRow) => toHistoryStep(row, 'workspace')) }
  })
}
