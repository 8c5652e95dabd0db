import { AppError } from '../../../../shared/errors/app-error'
import type { Asset } from '../../../../shared/features/assets/assets.contract'
import { coverMoment } from '../../../../shared/media/video'
import type { CallContext, Reader, Tx } from '../../context'
import { type AssetRow, getAssetRow, loadExtras, toAsset } from './assets.repository'
import { listRights } from './rights.repository'
import { gridThumbnail } from './thumbnails'
import { listVideos } from './videos.repository'

/** An address of a picture of an asset; that of a video names the moment that it shows. */
export function thumbnailUrl(context: CallContext, clientId: string, { sha256, video }: Pick<Asset, 'sha256' | 'video'>, size: number): string {
  return context.core.urls.sign({ kind: 'thumbnail', clientId, sha256, size, ...(video && { at: coverMoment(video) }) })
}

export async function presentAssets(context: CallContext, db: Reader | Tx, clientId: string, rows: AssetRow[]): Promise<Asset[]> {
  const ids = rows.map((row) => row.id)
  const extras = { ...(await loadExtras(db, ids)), videos: await listVideos(db, ids), rights: await listRights(db, ids) }
  return rows.map((row) => {
    const video = extras.videos.get(row.id) ?? null
    return toAsset(row, extras, thumbnailUrl(context, clientId, { sha256: row.sha256, video }, gridThumbnail))
  })
}

/** @throws AppError `not-found.asset` */
export async function presentAsset(context: CallContext, db: Reader | Tx, clientId: string, assetId: string): Promise<Asset> {
  const [asset] = await presentAssets(context, db, clientId, [await getAssetRow(db, assetId)])
  if (!asset) throw new AppError('not-found.asset', { asset: assetId })
  return asset
}
