import { findPlacement } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import type { Asset } from '../../../../shared/features/assets/assets.contract'
import type { CallContext, Reader, Tx } from '../../context'
import { os } from '../../router-base'
import { countAssets, listAssetIds, listAssets } from './assets.queries'
import { addTags, type AssetRow, getAssetRow, loadExtras, removeTags, requireAssets, toAsset, updateAsset, updateAssets } from './assets.repository'
import { deleteCrop, listCrops, putCrop } from './crops.repository'
import { emptyTrash } from './empty-trash.service'
import { listExportsOf } from './asset-exports.queries'
import { gridThumbnail, largePreview } from './thumbnails'

export { addAssetsJob } from './add.job'
export { matchExpression } from './assets.queries'
export { ensureThumbnail, gridThumbnail } from './thumbnails'
export { listOriginals } from './trash.repository'
export { type AssetRow, chunks, describeAsset, findAssetBySha, findAssetFile, focalOf, requireAssets } from './assets.repository'
export { type CropRow, toHandCrop } from './crops.repository'

function thumbnailUrl(context: CallContext, clientId: string, sha256: string, size: number): string {
  return context.core.urls.sign({ kind: 'thumbnail', clientId, sha256, size })
}

async function present(context: CallContext, db: Reader | Tx, clientId: string, rows: AssetRow[]): Promise<Asset[]> {
  const extras = await loadExtras(db, rows.map((row) => row.id))
  return rows.map((row) => toAsset(row, extras, thumbnailUrl(context, clientId, row.sha256, gridThumbnail)))
}

async function presentOne(context: CallContext, db: Reader | Tx, clientId: string, assetId: string): Promise<Asset> {
  const [asset] = await present(context, db, clientId, [await getAssetRow(db, assetId)])
  if (!asset) throw new AppError('not-found.asset', { asset: assetId })
  return asset
}

export const assetsHandlers = {
  add: os.assets.add.handler(async ({ input, context }) => {
    const profile = await (await context.workspace(input.clientId)).profile()
    if (profile.archivedAt) throw new AppError('conflict.client-archived', { name: profile.name })
    return { jobId: await context.core.jobs.start(input.clientId, 'assets.add', { files: input.files }) }
  }),
  list: os.assets.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const { total, rows } = await listAssets(reader, input, input)
    return { total, assets: await present(context, reader, input.clientId, rows) }
  }),
  listIds: os.assets.listIds.handler(async ({ input, context }) => ({
    ids: await listAssetIds((await context.workspace(input.clientId)).reader, input)
  })),
  counts: os.assets.counts.handler(async ({ input, context }) => countAssets((await context.workspace(input.clientId)).reader)),
  get: os.assets.get.handler(async ({ input, context }) => {
    const { clientId, assetId } = input
    const { reader } = await context.workspace(clientId)
    const asset = await presentOne(context, reader, clientId, assetId)
    return {
      ...asset,
      previewUrl: thumbnailUrl(context, clientId, asset.sha256, largePreview),
      downloadUrl: context.core.urls.sign({ kind: 'original', clientId, assetId }),
      crops: await listCrops(reader, assetId),
      exports: await listExportsOf(reader, assetId)
    }
  }),
  update: os.assets.update.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      const row = await getAssetRow(tx, input.assetId)
      const title = input.title?.trim() || undefined
      await updateAsset(tx, row.id, {
        ...(title !== undefined && title !== row.title && { title }),
        ...(input.altText !== undefined && input.altText !== row.alt_text && { alt_text: input.altText })
      })
      return presentOne(context, tx, input.clientId, input.assetId)
    })
  ),
  updateMany: os.assets.updateMany.handler(({ input, context }) =>
    context.command(
      input.clientId,
      async (tx) => {
        await requireAssets(tx, input.ids)
        const starred = input.starred === undefined ? 0 : await updateAssets(tx, input.ids, 'starred', input.starred ? 1 : 0)
        const added = input.addTags.length > 0 ? await addTags(tx, input.ids, input.addTags, context.core.newId) : 0
        const removed = input.removeTags.length > 0 ? await removeTags(tx, input.ids, input.removeTags) : 0
        return { changed: starred + added + removed }
      },
      { data: { count: input.ids.length } }
    )
  ),
  setFocalPoint: os.assets.setFocalPoint.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      const row = await getAssetRow(tx, input.assetId)
      const focal = { focal_x: input.focal?.x ?? null, focal_y: input.focal?.y ?? null }
      if (row.focal_x !== focal.focal_x || row.focal_y !== focal.focal_y) await updateAsset(tx, row.id, focal)
      return presentOne(context, tx, input.clientId, input.assetId)
    })
  ),
  setCrop: os.assets.setCrop.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      const { assetId, placementId, rect } = input
      if (!findPlacement(placementId)) throw new AppError('validation.placement', { placement: placementId })
      await getAssetRow(tx, assetId)
      if (rect) await putCrop(tx, assetId, { placementId, rect }, context.core.newId)
      else await deleteCrop(tx, assetId, placementId)
      return { crops: await listCrops(tx, assetId) }
    })
  ),
  trash: os.assets.trash.handler(({ input, context }) =>
    context.command(
      input.clientId,
      async (tx) => {
        await requireAssets(tx, input.ids)
        return { changed: await updateAssets(tx, input.ids, 'trashed_at', context.core.now()) }
      },
      { data: { count: input.ids.length } }
    )
  ),
  untrash: os.assets.untrash.handler(({ input, context }) =>
    context.command(
      input.clientId,
      async (tx) => {
        await requireAssets(tx, input.ids)
        return { changed: await updateAssets(tx, input.ids, 'trashed_at', null) }
      },
      { data: { count: input.ids.length } }
    )
  ),
  emptyTrash: os.assets.emptyTrash.handler(async ({ input, context }) => {
    const workspace = await context.workspace(input.clientId)
    const { archivedAt, name } = await workspace.profile()
    if (archivedAt) throw new AppError('conflict.client-archived', { name })
    return { ok: true as const, removed: await emptyTrash(workspace, input.confirm) }
  })
}
