import type { Reader, Tx } from '../../context'
import { removeSomeRows } from './figure-rows.repository'

type Db = Reader | Tx
type Write = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>

export interface DraftRow {
  id: string
  created_at: string
  basis: string
  result_json: string | null
}

/** A table of a file, of one account, as it is kept. */
export interface FigureFileRow {
  id: string
  import_id: string
  position: number
  name: string
  entry: string
  sheet: string
  sha256: string
  format: string
  network: string
  kind: string
  channel_id: string
  account: string
  starts_on: string
  ends_on: string
  measured_at: string
  rows: number
  facts_json: string
}

export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return (await db('figure_draft').where({ id }).first()) as DraftRow | undefined
}

/** Makes a draft where it is not there yet. */
export async function keepDraft(tx: Tx, id: string, at: string): Promise<void> {
  await tx('figure_draft').insert({ id, created_at: at, basis: '', result_json: null }).onConflict('id').ignore()
}

export async function endDraft(tx: Tx, id: string, basis: string, result: unknown): Promise<void> {
  await tx('figure_draft').where({ id }).update({ basis, result_json: JSON.stringify(result) })
}

/** The draft becomes an import: its rows stay, its preview goes. */
export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx('figure_draft').where({ id }).delete()
}

export async function putDraftFile(tx: Tx, draftId: string, position: number, found: unknown): Promise<void> {
  await tx('figure_draft_file').insert({ draft_id: draftId, position, found_json: JSON.stringify(found) })
}

export async function findDraftFile<T>(db: Db, draftId: string, position: number): Promise<T | undefined> {
  const row = (await db('figure_draft_file').where({ draft_id: draftId, position }).first('found_json')) as { found_json: string } | undefined
  return row && (JSON.parse(row.found_json) as T)
}

/** Places of the files that came to something, were it a refusal. */
export async function listDraftPositions(db: Db, draftId: string): Promise<number[]> {
  return ((await db('figure_draft_file').where({ draft_id: draftId }).orderBy('position').select('position')) as { position: number }[]).map(({ position }) => position)
}

/** Gives a file with its tables to another draft; its rows stay where they are. @returns false where it is gone meanwhile */
export async function moveDraftFile(tx: Tx, { from, to, position }: { from: string; to: string; position: number }): Promise<boolean> {
  if ((await tx('figure_draft_file').where({ draft_id: from, position }).update({ draft_id: to })) === 0) return false
  await tx('figure_file').where({ import_id: from }).where('position', '>=', position * POSITIONS).where('position', '<', (position + 1) * POSITIONS).update({ import_id: to })
  return true
}

/** A draft that another stands in for can no longer be committed. */
export async function withdrawDraft(tx: Tx, id: string): Promise<void> {
  await tx('figure_draft').where({ id }).update({ result_json: null })
}

export async function listDraftFiles<T>(db: Db, draftId: string): Promise<T[]> {
  const rows = (await db('figure_draft_file').where({ draft_id: draftId }).orderBy('position').select('found_json')) as { found_json: string }[]
  return rows.map(({ found_json }) => JSON.parse(found_json) as T)
}

export async function insertFigureFiles(tx: Tx, files: readonly FigureFileRow[]): Promise<void> {
  for (const file of files) await tx('figure_file').insert(file)
}

/** The imports that stand, as one text: what was counted against them holds as long as it is the same. */
export async function standingImports(db: Db): Promise<string> {
  const rows = (await db('figure_import').orderBy('id').select('id')) as { id: string }[]
  return rows.map(({ id }) => id).join(' ')
}

/** Takes rows of a draft away, by batches, each in a transaction of its own. `positions` keeps to some of its files. */
async function clearTables(write: Write, reader: Reader, draftId: string, position?: { from: number; until: number }): Promise<void> {
  const files = reader('figure_file').where({ import_id: draftId }).select('id')
  if (position) void files.where('position', '>=', position.from).where('position', '<', position.until)
  for (const { id } of (await files) as { id: string }[]) {
    while (await write((tx) => removeSomeRows(tx, id)));
    await write((tx) => tx('figure_file').where({ id }).delete())
  }
}

/** Tables of one file of a draft are `POSITIONS` places apart from those of the next. */
export const POSITIONS = 10_000

export async function clearDraftFile(write: Write, reader: Reader, draftId: string, file: number): Promise<void> {
  await clearTables(write, reader, draftId, { from: file * POSITIONS, until: (file + 1) * POSITIONS })
  await write((tx) => tx('figure_draft_file').where({ draft_id: draftId, position: file }).delete())
}

/** Takes a draft away. Of one that became an import meanwhile nothing is touched. */
export async function clearDraft(write: Write, reader: Reader, draftId: string): Promise<void> {
  // Without its totals it can no longer be committed, whoever asks meanwhile.
  const found = await write((tx) => tx('figure_draft').where({ id: draftId }).update({ result_json: null }))
  if (found === 0) return
  await clearTables(write, reader, draftId)
  await write((tx) => dropDraft(tx, draftId))
}

/** Drafts that were begun until a moment. */
export async function listDraftIds(db: Db, until: string): Promise<string[]> {
  return ((await db('figure_draft').where('created_at', '<=', until).select('id')) as { id: string }[]).map(({ id }) => id)
}
