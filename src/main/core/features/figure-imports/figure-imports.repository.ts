import type { FigureImport } from '../../../../shared/features/figure-imports/figure-imports.contract'
import type { Reader, Tx } from '../../context'
import type { FigureFileRow } from './figure-drafts.repository'

type Db = Reader | Tx

export interface FigureImportRow {
  id: string
  files: number
  added: number
  changed: number
  unchanged: number
  skipped: number
  created_at: string
}

export async function insertImport(tx: Tx, row: FigureImportRow): Promise<void> {
  await tx('figure_import').insert(row)
}

/** @returns false when it was not there */
export async function deleteImport(tx: Tx, id: string): Promise<boolean> {
  return (await tx('figure_import').where({ id }).delete()) > 0
}

const toTable = (row: FigureFileRow): FigureImport['tables'][number] => ({
  name: row.name,
  entry: row.entry === '' ? null : row.entry,
  sheet: row.sheet,
  format: row.format,
  network: row.network,
  kind: row.kind,
  channelId: row.channel_id === '' ? null : row.channel_id,
  account: row.account,
  from: row.starts_on,
  to: row.ends_on,
  measuredAt: row.measured_at,
  rows: row.rows
})

/** Imports that stand, the newest first. */
export async function listImports(db: Db, page: { offset: number; limit: number }): Promise<{ total: number; imports: FigureImport[] }> {
  const { n } = (await db('figure_import').count({ n: '*' }).first()) as { n: number }
  const rows = (await db('figure_import').orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id', order: 'desc' }]).offset(page.offset).limit(page.limit)) as FigureImportRow[]
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const files = (await db('figure_file').whereRaw('import_id IN (SELECT value FROM json_each(?))', [ids]).orderBy('position').select('*')) as FigureFileRow[]
  const imports = rows.map(({ created_at, ...row }) => ({ ...row, at: created_at, tables: files.filter(({ import_id }) => import_id === row.id).map(toTable) }))
  return { total: n, imports }
}

/** The newest import that stands of each of some files, by their hash. */
export async function findKnownFiles(db: Db, hashes: readonly string[]): Promise<Map<string, { importId: string; at: string }>> {
  const rows = (await db('figure_file')
    .join('figure_import', 'figure_import.id', 'figure_file.import_id')
    .whereRaw('figure_file.sha256 IN (SELECT value FROM json_each(?))', [JSON.stringify(hashes)])
    .orderBy('figure_import.created_at')
    .select('figure_file.sha256', 'figure_import.id', 'figure_import.created_at')) as { sha256: string; id: string; created_at: string }[]
  return new Map(rows.map(({ sha256, id, created_at }) => [sha256, { importId: id, at: created_at }]))
}
