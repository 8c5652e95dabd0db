import { AppError } from '../../../../shared/errors/app-error'
import type { FractionRect } from '../../../../shared/channels/crop'
import type { RenditionSource } from '../../../../shared/features/renditions/rendition-source'
import type { Reader } from '../../context'
import { type AssetRow, chunks, type CropRow, focalOf, listRights, toHandCrop } from '../assets'

const columns = [
  'id', 'sha256', 'file_name', 'title', 'alt_text', 'format', 'width', 'height', 'bytes', 'frames', 'has_alpha',
  'attention_x', 'attention_y', 'focal_x', 'focal_y'
] as const

type SourceRow = Pick<AssetRow, (typeof columns)[number]> & { format: RenditionSource['format'] }

const toSource = (row: SourceRow, rights: RenditionSource['rights']): RenditionSource => ({
  id: row.id,
  sha256: row.sha256,
  fileName: row.file_name,
  title: row.title,
  altText: row.alt_text,
  format: row.format,
  width: row.width,
  height: row.height,
  bytes: row.bytes,
  frames: row.frames,
  hasAlpha: row.has_alpha === 1,
  focal: focalOf(row),
  rights
})

/**
 * The assets to export, each once, in the order asked.
 *
 * @throws AppError `not-found.asset` for one that is not there or in the trash
 */
export async function getSources(db: Reader, assetIds: readonly string[]): Promise<RenditionSource[]> {
  const wanted = [...new Set(assetIds)]
  const found = new Map<string, RenditionSource>()
  const rights = await listRights(db, wanted)
  for (const ids of chunks(wanted)) {
    const rows = (await db('asset').whereIn('id', ids).whereNull('trashed_at').select(columns)) as SourceRow[]
    for (const row of rows) found.set(row.id, toSource(row, rights.get(row.id) ?? null))
  }
  return wanted.map((id) => {
    const source = found.get(id)
    if (!source) throw new AppError('not-found.asset', { asset: id })
    return source
  })
}

/** Crops set by hand: asset, then placement. */
export async function listHandCrops(db: Reader, assetIds: readonly string[]): Promise<Map<string, Map<string, FractionRect>>> {
  const crops = new Map<string, Map<string, FractionRect>>()
  for (const ids of chunks([...new Set(assetIds)])) {
    for (const row of (await db('asset_crop').whereIn('asset_id', ids)) as CropRow[]) {
      const { placementId, rect } = toHandCrop(row)
      const ofAsset = crops.get(row.asset_id) ?? new Map<string, FractionRect>()
      crops.set(row.asset_id, ofAsset.set(placementId, rect))
    }
  }
  return crops
}
