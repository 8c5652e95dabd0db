import { AppError } from '../../../shared/errors/app-error'
import type { Tx } from '../context'
import { openStep, setCurrentStep, type StepRow } from './steps'

interface ChangeRow {
  id: number
  table_name: string
  row_id: string
  before_json: string | null
  after_json: string | null
}

type Values = Record<string, string | number | null>
type Direction = 'undo' | 'redo'

/**
 * Takes a step back, or does it again, as a step of its own in the log.
 * @throws AppError `conflict.cannot-undo` when a row has been changed since by something outside the log's order;
 *   nothing is changed then
 * @returns the tables that changed
 */
export async function replayStep(tx: Tx, step: StepRow, direction: Direction, at: string, actor: string): Promise<string[]> {
  await tx.raw('PRAGMA defer_foreign_keys = ON')
  await openStep(tx, { kind: direction, targetId: step.id, operation: step.operation, data: {}, at, actor })
  const changes = (await tx('change')
    .where({ step_id: step.id })
    .orderBy('id', direction === 'undo' ? 'desc' : 'asc')) as ChangeRow[]
  for (const change of changes) await applyChange(tx, step, change, direction)
  await setCurrentStep(tx, null)
  await tx('change_step').where({ id: step.id }).update({ state: direction === 'undo' ? 'undone' : 'live' })
  return [...new Set(changes.map((change) => change.table_name))]
}

async function applyChange(tx: Tx, step: StepRow, change: ChangeRow, direction: Direction): Promise<void> {
  const [from, to] =
    direction === 'undo' ? [change.after_json, change.before_json] : [change.before_json, change.after_json]
  const conflict = () => new AppError('conflict.cannot-undo', { operation: step.operation, table: change.table_name })
  const row = (await tx(change.table_name).where({ id: change.row_id }).first()) as Values | undefined
  const target = to === null ? null : (JSON.parse(to) as Values)
  const expected = from === null ? null : (JSON.parse(from) as Values)

  if (expected === null) {
    // A cascade may have brought nothing back; a row that is there already belongs to someone else.
    if (row || !target) throw conflict()
    await tx(change.table_name).insert(target)
    return
  }
  if (target === null) {
    if (!row) return
    await tx(change.table_name).where({ id: change.row_id }).delete()
    return
  }
  const changed = Object.keys(target).filter((column) => target[column] !== expected[column])
  if (!row || changed.some((column) => !sameValue(row[column], expected[column]))) throw conflict()
  // Written with the values that it had.
  if (changed.length === 0) return
  await tx(change.table_name)
    .where({ id: change.row_id })
    .update(Object.fromEntries(changed.map((column) => [column, target[column]])))
}

/** The log keeps 15 digits of a fraction, the table 17. */
function sameValue(actual: unknown, logged: unknown): boolean {
  if (typeof actual === 'number' && typeof logged === 'number') return Math.abs(actual - logged) < 1e-12
  return actual === logged
}
