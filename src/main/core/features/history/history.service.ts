import { AppError, isAppError } from '../../../../shared/errors/app-error'
import type { HistoryStep } from '../../../../shared/features/history/history.contract'
import type { CoreServices, Reader, StepData, Tx } from '../../context'
import { replayStep } from '../../db/replay'
import { dropStep, findRedoable, findUndoable, findUndoTime, isReplayable, type StepRow } from '../../db/steps'
import { findJobOfStep } from '../../jobs/jobs.repository'
import { followImports } from '../figure-imports'
import { followConversations, followedTables } from '../inbox'

type Direction = 'undo' | 'redo'
interface Candidate {
  scope: HistoryStep['scope']
  row: StepRow
  /** Orders the two databases: when it was done, or when it was undone. */
  time: string
}

export function toHistoryStep(row: StepRow, scope: HistoryStep['scope']): HistoryStep {
  return {
    id: row.id,
    scope,
    operation: row.operation,
    data: JSON.parse(row.data_json) as StepData,
    at: row.at,
    undone: row.state !== 'live'
  }
}

async function candidateIn(db: Reader, scope: HistoryStep['scope'], direction: Direction): Promise<Candidate[]> {
  const row = direction === 'undo' ? await findUndoable(db) : await findRedoable(db)
  if (!row) return []
  return [{ scope, row, time: direction === 'undo' ? row.at : await findUndoTime(db, row.id) }]
}

/** The next step in a direction: the list of clients and the workspace are one history to the person. */
async function nextStep(core: CoreServices, clientId: string | null, direction: Direction): Promise<Candidate | undefined> {
  const candidates = await candidateIn(core.catalog.reader, 'catalog', direction)
  if (clientId) {
    const workspace = await core.workspaces.open(clientId)
    candidates.push(...(await candidateIn(workspace.reader, 'workspace', direction)))
  }
  return candidates.sort((a, b) => b.time.localeCompare(a.time))[0]
}

export async function historyState(core: CoreServices, clientId: string | null) {
  const [undo, redo] = [await nextStep(core, clientId, 'undo'), await nextStep(core, clientId, 'redo')]
  return {
    undo: undo ? toHistoryStep(undo.row, undo.scope) : null,
    redo: redo ? toHistoryStep(redo.row, redo.scope) : null
  }
}

/**
 * Takes the last step back, or does the one undone last again.
 * @throws AppError `conflict.nothing-to-undo`, `conflict.nothing-to-redo`, `conflict.cannot-undo`
 */
export async function replay(core: CoreServices, clientId: string | null, direction: Direction): Promise<HistoryStep> {
  const next = await nextStep(core, clientId, direction)
  if (!next) throw new AppError(direction === 'undo' ? 'conflict.nothing-to-undo' : 'conflict.nothing-to-redo')
  const database = next.scope === 'workspace' && clientId ? (await core.workspaces.open(clientId)).database : core.catalog
  if (next.scope === 'workspace' && clientId) await stopJobOf(core, clientId, database.reader, next.row)
  const run = async (tx: Tx) => {
    if (!(await isReplayable(tx, next.row.id, direction))) return undefined
    const changed = await replayStep(tx, next.row, direction, core.now(), 'person')
    if (changed.includes('figure_import')) await followImports(tx, next.row.id)
    if (changed.some((table) => followedTables.includes(table))) await followConversations(tx, next.row.id)
    return changed
  }
  const tables = await database.write(run).catch(async (error: unknown) => {
    if (isAppError(error) && error.code === 'conflict.cannot-undo') await database.write((tx) => dropStep(tx, next.row.id))
    throw error
  })
  // The key was pressed twice and the other call came first: this one is about the step after it.
  if (!tables) return replay(core, clientId, direction)
  await announce(core, clientId, next, tables)
  return { ...toHistoryStep(next.row, next.scope), undone: direction === 'undo' }
}

/** Work that still adds to the step would fail row by row; it is cancelled first. */
async function stopJobOf(core: CoreServices, clientId: string, db: Reader, row: StepRow): Promise<void> {
  const job = await findJobOfStep(db, row.id)
  if (!job || !['queued', 'running', 'paused', 'interrupted'].includes(job.state)) return
  await core.jobs.cancel(clientId, job.id).catch((error: unknown) => {
    // It may have ended by itself since it was looked at.
    if (!isAppError(error) || error.code !== 'conflict.job-state') throw error
  })
}

async function announce(core: CoreServices, clientId: string | null, next: Candidate, tables: string[]): Promise<void> {
  const operation = next.row.operation
  if (next.scope === 'catalog') await core.workspaces.reconcile()
  else if (clientId) core.emit({ type: 'workspace.changed', clientId, operation, tables })
  if (clientId && core.workspaces.isOpen(clientId) && tables.includes('client_profile')) {
    await core.workspaces.refreshProfile(clientId)
  }
  if (next.scope === 'catalog') core.emit({ type: 'clients.changed' })
}
