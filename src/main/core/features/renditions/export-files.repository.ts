import type { Reader, Tx } from '../../context'
import type { OwnFile } from './place-file'

export interface ExportFileRow extends OwnFile {
  id: string
  path: string
  bytes: number
  jobId: string
  jobItemId: string
  writtenAt: string
}

/** What the app wrote under a path, whatever has become of it since. */
export async function findExportFile(db: Reader | Tx, path: string): Promise<OwnFile | undefined> {
  const row = (await db('export_file').where({ path }).first('sha256', 'asset_id', 'placement_id')) as
    | { sha256: string; asset_id: string; placement_id: string }
    | undefined
  return row && { sha256: row.sha256, assetId: row.asset_id, placementId: row.placement_id }
}

/** Paths below a folder that hold files of ours, with what they are. */
export async function listExportFiles(db: Reader | Tx, folder: string): Promise<Map<string, OwnFile>> {
  const rows = (await db('export_file')
    .where('path', '>=', folder)
    .where('path', '<', `${folder}\u{10FFFF}`)
    .select('path', 'sha256', 'asset_id', 'placement_id')) as { path: string; sha256: string; asset_id: string; placement_id: string }[]
  return new Map(rows.map((row) => [row.path, { sha256: row.sha256, assetId: row.asset_id, placementId: row.placement_id }]))
}

/** Remembers a file that is in its place; one path is one row. */
export async function saveExportFile(tx: Tx, file: ExportFileRow): Promise<void> {
  const row = {
    path: file.path,
    sha256: file.sha256,
    bytes: file.bytes,
    asset_id: file.assetId,
    placement_id: file.placementId,
    job_id: file.jobId,
    job_item_id: file.jobItemId,
    written_at: file.writtenAt
  }
  await tx('export_file').insert({ id: file.id, ...row }).onConflict('path').merge(row)
}
