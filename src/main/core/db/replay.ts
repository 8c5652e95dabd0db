import { AppError } from '../../../shared/errors/app-error'
import type { Tx } from '../context'
import { openStep, setCurrentStep, type StepRow } from './steps'
import { updateRows } from './update-rows'

interface ChangeRow {
  id: number
  table_name: string
  row_id: string
  before_json: string | null
  after_json: string | null
}

type Values = Record<string, string | number | null>
type Direction = 'undo' | 'redo'

/** What is to become of a row; null stands for a row that is not there. */
interface Turn {
  table: string
  id: string
  expected: Values | null
  target: Values | null
}

/** SQLite binds 32,766 values at most, and joins at most 500 rows of an insert. */
const rowsAtOnce = 200

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
  for (const run of runsOf(changes.map((change) => toTurn(change, direction)))) await applyRun(tx, step, run)
  await setCurrentStep(tx, null)
  await tx('change_step').where({ id: step.id }).update({ state: direction === 'undo' ? 'undone' : 'live' })
  return [...new Set(changes.map((change) => change.table_name))]
}

function toTurn({ table_name, row_id, before_json, after_json }: ChangeRow, direction: Direction): Turn {
  const [from, to] = direction === 'undo' ? [after_json, before_json] : [before_json, after_json]
  const parse = (json: string | null) => (json === null ? null : (JSON.parse(json) as Values))
  return { table: table_name, id: row_id, expected: parse(from), target: parse(to) }
}

const kindOf = ({ expected, target }: Turn): string => (expected === null ? 'insert' : target === null ? 'delete' : 'update')

/** Turns of one kind in one table that follow each other, each row once: they can be done together, in their order. */
function runsOf(turns: readonly Turn[]): Turn[][] {
  const runs: Turn[][] = []
  const seen = new Set<string>()
  for (const turn of turns) {
    const run = runs.at(-1)
    const [first] = run ?? []
    if (run && first && first.table === turn.table && kindOf(first) === kindOf(turn) && !seen.has(turn.id) && run.length < rowsAtOnce) run.push(turn)
    else {
      runs.push([turn])
      seen.clear()
    }
    seen.add(turn.id)
  }
  return runs
}

async function applyRun(tx: Tx, step: StepRow, run: readonly Turn[]): Promise<void> {
  const [first] = run
  if (!first) return
  const { table } = first
  const ids = run.map(({ id }) => id)
  const found = (await tx(table).whereIn('id', ids)) as (Values & { id: string })[]
  const rows = new Map(found.map((row) => [row.id, row]))
  const conflict = new AppError('conflict.cannot-undo', { operation: step.operation, table })
  if (first.expected === null) {
    // A cascade may have brought nothing back; a row that is there already belongs to someone else.
    if (rows.size > 0 || run.some(({ target }) => !target)) throw conflict
    await tx(table).insert(run.map(({ target }) => target))
  } else if (first.target === null) await tx(table).whereIn('id', ids).delete()
  else await updateRun(tx, table, run, rows, conflict)
}

/** Writes the columns that differ in any row of the run; where one does not differ, the row keeps what it has. */
async function updateRun(tx: Tx, table: string, run: readonly Turn[], rows: ReadonlyMap<string, Values>, conflict: AppError): Promise<void> {
  const columns = new Set<string>()
  const written = run.flatMap(({ id, expected, target }) => {
    const row = rows.get(id)
    if (!row || !expected || !target) throw conflict
    const changed = Object.keys(target).filter((column) => target[column] !== expected[column])
    if (changed.some((column) => !sameValue(row[column], expected[column]))) throw conflict
    for (const column of changed) columns.add(column)
    return changed.length === 0 ? [] : [{ ...row, ...Object.fromEntries(changed.map((column) => [column, target[column] ?? null])), id }]
  })
  const updates = written as ({ id: string } & Values)[]
  try {
    await updateRows(tx, table, [...columns], updates)
  } catch {
    // Names that change hands must change in their order, which one statement does not keep.
    for (const { id, ...row } of updates) await tx(table).where({ id }).update(Object.fromEntries([...columns].map((column) => [column, row[column]])))
  }
}

/** The log keeps 15 digits of a fraction, the table 17. */
function sameValue(actual: unknown, logged: unknown): boolean {
  if (typeof actual === 'number' && typeof logged === 'number') return Math.abs(actual - logged) < 1e-12
  return actual === logged
}
