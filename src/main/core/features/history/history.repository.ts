import type { Reader } from '../../context'
import type { StepRow } from '../../db/steps'

/** Newest first. Undo and redo are no steps of their own to a person: they show as "undone" on the step. */
export async function listSteps(db: Reader, page: { offset: number; limit: number }): Promise<{ total: number; rows: StepRow[] }> {
  const steps = () => db('change_step').where({ kind: 'do' })
  const count = (await steps().count({ n: '*' }).first()) as { n: number }
  const rows = (await steps().orderBy('id', 'desc').offset(page.offset).limit(page.limit)) as StepRow[]
  return { total: count.n, rows }
}
