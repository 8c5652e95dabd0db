import type { Tx } from '../context'
import { listChangedTables, removeStep, setCurrentStep } from './steps'

/** Changes further apart than this are steps of their own. */
const pauseMs = 5000
/** Nor does a step grow longer than this, so that undo never takes back more than a minute of typing. */
const spanMs = 60_000

interface OpenStep {
  id: number
  key: string
  began: number
  last: number
}

interface ChangeRow {
  id: number
  table_name: string
  row_id: string
  before_json: string | null
  after_json: string | null
}

/** Remembers the step that a change may still be added to. Lives as long as the database is open, whose only writer we are. */
export interface StepMerger {
  /** The step to go on with, when the last one is about the same and nothing was done or undone since. */
  find(tx: Tx, key: string, at: string): Promise<number | undefined>
  /** To be called once the step is committed. */
  note(key: string, stepId: number, at: string): void
}

export function createStepMerger(): StepMerger {
  let open: OpenStep | undefined
  return {
    async find(tx, key, at) {
      const now = Date.parse(at)
      if (open?.key !== key || now < open.last || now - open.last > pauseMs || now - open.began > spanMs) return undefined
      const newest = (await tx('change_step').orderBy('id', 'desc').first('id', 'state')) as { id: number; state: string } | undefined
      return newest?.id === open.id && newest.state === 'live' ? open.id : undefined
    },
    note(key, stepId, at) {
      const now = Date.parse(at)
      open = open?.id === stepId && open.key === key ? { ...open, last: now } : { id: stepId, key, began: now, last: now }
    }
  }
}

/** Goes on with a step. @returns the newest change of the log so far */
export async function reopenStep(tx: Tx, stepId: number): Promise<number> {
  await setCurrentStep(tx, stepId)
  const { id } = (await tx('change').max({ id: 'id' }).first()) as { id: number | null }
  return id ?? 0
}

/**
 * Ends a step that was gone on with. Its changes of the same row become one, so that a minute of typing is one row of the
 * log and not a hundred copies of the text; what was typed and taken back leaves none.
 * @returns the tables that changed since it was gone on with
 */
export async function closeMergedStep(tx: Tx, stepId: number, lastChange: number, at: string): Promise<string[]> {
  await setCurrentStep(tx, null)
  const tables = await listChangedTables(tx, stepId, lastChange)
  if (tables.length === 0) return tables
  await foldChanges(tx, (await tx('change').where({ step_id: stepId }).orderBy('id')) as ChangeRow[])
  if ((await listChangedTables(tx, stepId)).length === 0) await removeStep(tx, stepId)
  else await tx('change_step').where({ id: stepId }).update({ at })
  return tables
}

async function foldChanges(tx: Tx, changes: readonly ChangeRow[]): Promise<void> {
  const rows = new Map<string, ChangeRow[]>()
  for (const change of changes) {
    const key = JSON.stringify([change.table_name, change.row_id])
    rows.set(key, [...(rows.get(key) ?? []), change])
  }
  for (const [first, ...more] of rows.values()) {
    const last = more.at(-1)
    if (!first || !last || [first, ...more].some(({ before_json, after_json }) => before_json === null || after_json === null)) continue
    const same = first.before_json === last.after_json
    if (!same) await tx('change').where({ id: first.id }).update({ after_json: last.after_json })
    await tx('change').whereIn('id', [...(same ? [first] : []), ...more].map(({ id }) => id)).delete()
  }
}
