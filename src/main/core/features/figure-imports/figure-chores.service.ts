import type { Reader, Tx } from '../../context'
import type { Workspace } from '../../workspaces/workspaces.types'
import { clearDraft, listDraftIds } from './figure-drafts.repository'
import { removeSomeRows } from './figure-rows.repository'

const DAY_MS = 86_400_000
const KEPT_DAYS = 30

type Held = Pick<Workspace, 'reader' | 'write'>

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString()

/**
 * Clears what was read and never imported; run when a workspace is opened. One may be closed for want of room while somebody
 * looks at its draft: drafts that were read since `startedAt`, when this application started, are kept for a day.
 */
export async function clearFigureDrafts(workspace: Held, startedAt: string, now: string): Promise<void> {
  const yesterday = daysBefore(now, 1)
  const until = startedAt > yesterday ? startedAt : yesterday
  for (const id of await listDraftIds(workspace.reader, until)) await clearDraft((run) => workspace.write(run), workspace.reader, id)
}

/** Steps that could bring an import back: one that made it and was undone, one that took it away and was not. */
const bringsBack = `s.kind = 'do' AND c.table_name = 'figure_import' AND ((s.state = 'undone' AND c.after_json IS NOT NULL) OR (s.state = 'live' AND c.after_json IS NULL))`
const lastTouched = `(SELECT max(s.at) FROM change c JOIN change_step s ON s.id = c.step_id WHERE c.table_name = 'figure_import' AND c.row_id = f.import_id)`
const canComeBack = `EXISTS (SELECT 1 FROM change c JOIN change_step s ON s.id = c.step_id WHERE c.row_id = f.import_id AND ${bringsBack})`

/** Imports whose rows are kept and count no more: those that cannot come back, and those that nobody wanted back since `before`. */
async function listForgotten(db: Reader, before: string): Promise<string[]> {
  const rows = (await db.raw(
    `SELECT DISTINCT f.import_id AS id FROM figure_file f
     WHERE NOT EXISTS (SELECT 1 FROM figure_import i WHERE i.id = f.import_id) AND NOT EXISTS (SELECT 1 FROM figure_draft d WHERE d.id = f.import_id)
       AND (NOT ${canComeBack} OR ${lastTouched} < ?)`,
    [before]
  )) as { id: string }[]
  return rows.map(({ id }) => id)
}

/** Undo and redo must not bring back an import whose rows are gone. */
async function keepAway(tx: Tx, importId: string): Promise<void> {
  await tx.raw(`UPDATE change_step SET state = 'dropped' WHERE id IN (SELECT s.id FROM change c JOIN change_step s ON s.id = c.step_id WHERE c.row_id = ? AND ${bringsBack})`, [importId])
}

/**
 * Takes imports out of reach of undo whose rows are to go: at once where they can never be done again, else after 30 days. To be
 * awaited before anybody works in the workspace.
 * @returns the imports, for `purgeFigures`
 */
export async function forgetUndoneFigures(workspace: Held, now: string): Promise<string[]> {
  const ids = await listForgotten(workspace.reader, daysBefore(now, KEPT_DAYS))
  for (const id of ids) await workspace.write((tx) => keepAway(tx, id))
  return ids
}

/**
 * Purges the rows of imports that are out of reach. Goes by batches, each in a transaction of its own, so that others get their
 * turn, and what was cut short goes on at the next opening.
 */
export async function purgeFigures(workspace: Held, importIds: readonly string[]): Promise<void> {
  for (const id of importIds) {
    const files = (await workspace.reader('figure_file').where({ import_id: id }).pluck('id')) as string[]
    for (const file of files) {
      while (await workspace.write((tx) => removeSomeRows(tx, file)));
      await workspace.write((tx) => tx('figure_file').where({ id: file }).delete())
    }
  }
}
