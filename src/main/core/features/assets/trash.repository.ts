import type { Reader, Tx } from '../../context'
import { sealStep } from '../../db/steps'

export interface OriginalFile {
  id: string
  sha256: string
  format: string
  file_name: string
}

export async function listTrashedFiles(tx: Tx): Promise<OriginalFile[]> {
  return (await tx('asset').whereNotNull('trashed_at').select('id', 'sha256', 'format', 'file_name')) as OriginalFile[]
}

export async function deleteTrashedAssets(tx: Tx): Promise<void> {
  await tx('asset').whereNotNull('trashed_at').delete()
  // The files go too, so there is nothing that undo could bring back.
  await sealStep(tx, 'assets.emptyTrash')
}

export async function listOriginals(db: Reader): Promise<OriginalFile[]> {
  return (await db('asset').select('id', 'sha256', 'format', 'file_name')) as OriginalFile[]
}
