import { AppError } from '../../../shared/errors/app-error'
import type { Reader, StepData, Tx } from '../context'

export interface StepRow {
  id: number
  kind: 'do' | 'undo' | 'redo'
  target_id: number | null
  operation: string
  data_json: string
  state: 'live' | 'undone' | 'dropped'
  actor: string
  at: string
}

interface NewStep {
  kind: StepRow['kind']
  targetId?: number
  operation: string
  data: StepData
  at: string
  actor: string
}

export async function setCurrentStep(tx: Tx, stepId: number | null): Promise<void> {
  await tx('change_context').where({ id: 1 }).update({ step_id: stepId })
}

/** Begins a step: row changes of this transaction are written to it until `closeStep`. */
export async function openStep(tx: Tx, step: NewStep): Promise<number> {
  const [id] = (await tx('change_step').insert({
    kind: step.kind,
    target_id: step.targetId ?? null,
    operation: step.operation,
    data_json: JSON.stringify(step.data),
    state: 'live',
    actor: step.actor,
    at: step.at
  })) as number[]
  if (id === undefined) throw new Error('a step has no id')
  await setCurrentStep(tx, id)
  return id
}

/**
 * Ends a step. One that changed nothing is taken away, so that undo never does nothing; one that did ends what could
 * have been redone.
 * @returns the tables that changed
 */
export async function closeStep(tx: Tx, stepId: number): Promise<string[]> {
  await setCurrentStep(tx, null)
  const tables = await listChangedTables(tx, stepId)
  if (tables.length === 0) await removeStep(tx, stepId)
  else await dropRedo(tx, stepId)
  return tables
}

/** Tables that a step changed, those after the change `after` only. */
export async function listChangedTables(tx: Tx, stepId: number, after = 0): Promise<string[]> {
  const changes = tx('change').where({ step_id: stepId }).where('id', '>', after)
  return (await changes.distinct('table_name').pluck('table_name')) as string[]
}

/**
 * Goes on with a step in a further transaction.
 * @returns the step's operation, and the newest change of the log so far
 * @throws AppError `cancelled.by-person` once the step was undone: the work must not come back
 */
export async function resumeStep(tx: Tx, stepId: number): Promise<{ operation: string; lastChange: number }> {
  const step = (await tx('change_step').where({ id: stepId }).first()) as StepRow | undefined
  if (step?.state !== 'live') throw new AppError('cancelled.by-person')
  await setCurrentStep(tx, stepId)
  await dropRedo(tx, stepId)
  const { id } = (await tx('change').max({ id: 'id' }).first()) as { id: number | null }
  return { operation: step.operation, lastChange: id ?? 0 }
}

async function dropRedo(tx: Tx, butNot: number): Promise<void> {
  await tx('change_step').where({ kind: 'do', state: 'undone' }).whereNot({ id: butNot }).update({ state: 'dropped' })
}

/** A step that cannot be taken back must not bar the way to the ones before it. */
export async function dropStep(tx: Tx, stepId: number): Promise<void> {
  await tx('change_step').where({ id: stepId }).update({ state: 'dropped' })
}

/** Takes away a step that changed nothing. */
export async function removeStep(tx: Tx, stepId: number): Promise<void> {
  await tx('change_step').where({ id: stepId }).delete()
}

/** True as long as undo (or redo) of a step has not been done already by a call that came first. */
export async function isReplayable(tx: Tx, stepId: number, direction: 'undo' | 'redo'): Promise<boolean> {
  const step = (await tx('change_step').where({ id: stepId }).first('state')) as Pick<StepRow, 'state'> | undefined
  return step?.state === (direction === 'undo' ? 'live' : 'undone')
}

/** A step that undo must not reach: the making of a workspace. */
export async function sealStep(tx: Tx, operation: string): Promise<void> {
  await tx('change_step').where({ operation, kind: 'do' }).update({ state: 'dropped' })
}

const hasChanges = 'EXISTS (SELECT 1 FROM change WHERE change.step_id = change_step.id)'

export async function findUndoable(db: Reader): Promise<StepRow | undefined> {
  return (await db('change_step').where({ kind: 'do', state: 'live' }).whereRaw(hasChanges).orderBy('id', 'desc').first()) as
    | StepRow
    | undefined
}

/** Undone steps are the last ones, undone from the newest back, so the oldest of them is next to be redone. */
export async function findRedoable(db: Reader): Promise<StepRow | undefined> {
  return (await db('change_step').where({ kind: 'do', state: 'undone' }).orderBy('id', 'asc').first()) as StepRow | undefined
}

/** When the newest undo of a step happened: tells which of two databases was undone last. */
export async function findUndoTime(db: Reader, stepId: number): Promise<string> {
  const row = (await db('change_step').where({ kind: 'undo', target_id: stepId }).orderBy('id', 'desc').first('at')) as
    | { at: string }
    | undefined
  return row?.at ?? ''
}
