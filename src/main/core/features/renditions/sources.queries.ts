import { AppError } from '../../../../shared/errors/app-error'
import type { FractionRect } from '../../../../shared/channels/crop'
import type { RenditionSource } from '../../../../shared/features/renditions/rendition-source'
import type { InputFormat } from '../../../../shared/media/formats'
import type { Reader } from '../../context'

interface AssetRow {
  id: string
  sha256: string
  file_name: string
  title: string
  alt_text: string
  format: InputFormat
  width: number
  height: number
  bytes: number
  frames: number
  has_alpha: number
  attention_x: number
  attention_y: number
  focal_x: number | null
  focal_y: number | null
}

const columns = [
  'id', 'sha256', 'file_name', 'title', 'alt_text', 'format', 'width', 'height', 'bytes', 'frames', 'has_alpha',
  'attention_x', 'attention_y', 'focal_x', 'focal_y'
]

const toSource = (row: AssetRow): RenditionSource => ({
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
  focal: { x: row.focal_x ?? row.attention_x, y: row.focal_y ?? row.attention_y }
})

function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

/**
 * The assets to export, each once, in the order asked.
 *
 * @throws AppError `not-found.asset` for one that is not there or in the trash
 */
export async function getSources(db: Reader, assetIds: readonly string[]): Promise<RenditionSource[]> {
  const wanted = [...new Set(assetIds)]
  const found = new Map<string, RenditionSource>()
  for (const ids of chunks(wanted, 900)) {
    const rows = (await db('asset').whereIn('id', ids).whereNull('trashed_at').select(columns)) as AssetRow[]
    for (const row of rows) found.set(row.id, toSource(row))
  }
  return wanted.map((id) => {
    const source = found.get(id)
    if (!source) throw new AppError('not-found.asset', { asset: id })
    return source
  })
}

interface CropRow {
  asset_id: string
  placement_id: string
  left_fraction: number
  top_fraction: number
  width_fraction: number
  height_fraction: number
}

/** Crops set by hand: asset, then placement. */
export async function listHandCrops(db: Reader, assetIds: readonly string[]): Promise<Map<string, Map<string, FractionRect>>> {
  const crops = new Map<string, Map<string, FractionRect>>()
  for (const ids of chunks([...new Set(assetIds)], 900)) {
    for (const row of (await db('asset_crop').whereIn('asset_id', ids)) as CropRow[]) {
      const rect = { left: row.left_fraction, top: row.top_fraction, width: row.width_fraction, height: row.height_fraction }
      const ofAsset = crops.get(row.asset_id) ?? new Map<string, FractionRect>()
      crops.set(row.asset_id, ofAsset.set(row.placement_id, rect))
    }
  }
  return crops
}
