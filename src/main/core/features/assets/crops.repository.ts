import type { FractionRect } from '../../../../shared/channels/crop'
import type { Reader, Tx } from '../../context'

export interface HandCrop {
  placementId: string
  rect: FractionRect
}

export interface CropRow {
  id: string
  asset_id: string
  placement_id: string
  left_fraction: number
  top_fraction: number
  width_fraction: number
  height_fraction: number
}

export const toHandCrop = (row: CropRow): HandCrop => ({
  placementId: row.placement_id,
  rect: { left: row.left_fraction, top: row.top_fraction, width: row.width_fraction, height: row.height_fraction }
})

export async function listCrops(db: Reader | Tx, assetId: string): Promise<HandCrop[]> {
  return ((await db('asset_crop').where({ asset_id: assetId }).orderBy('placement_id')) as CropRow[]).map(toHandCrop)
}

export async function putCrop(tx: Tx, assetId: string, crop: HandCrop, newId: () => string): Promise<void> {
  const { rect } = crop
  await tx('asset_crop')
    .insert({
      id: newId(),
      asset_id: assetId,
      placement_id: crop.placementId,
      left_fraction: rect.left,
      top_fraction: rect.top,
      width_fraction: rect.width,
      height_fraction: rect.height
    })
    .onConflict(['asset_id', 'placement_id'])
    .merge(['left_fraction', 'top_fraction', 'width_fraction', 'height_fraction'])
}

export async function deleteCrop(tx: Tx, assetId: string, placementId: string): Promise<void> {
  await tx('asset_crop').where({ asset_id: assetId, placement_id: placementId }).delete()
}
