import type { Reader } from '../../context'

export interface AssetExport {
  jobId: string
  placementId: string
  path: string
  finishedAt: string
}

/** What was exported of an asset, newest first. */
export async function listExportsOf(db: Reader, assetId: string): Promise<AssetExport[]> {
  const rows = (await db('export_file').where({ asset_id: assetId }).orderBy('written_at', 'desc').limit(500)) as {
    job_id: string
    placement_id: string
    path: string
    written_at: string
  }[]
  return rows.map((row) => ({ jobId: row.job_id, placementId: row.placement_id, path: row.path, finishedAt: row.written_at }))
}
