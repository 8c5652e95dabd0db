import { findPlacement } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import { todayIn } from '../../../../shared/time'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { countAssets, listAssetIds, listAssets } from './assets.queries'
import { addTags, getAssetRow, removeTags, requireAssets, updateAsset, updateAssets } from './assets.repository'
import { deleteCrop, listCrops, putCrop } from './crops.repository'
import { emptyTrash } from './empty-trash.service'
import { listExportsOf } from './asset-exports.queries'
import { presentAsset, presentAssets, thumbnailUrl } from './present-assets'
import { putRights } from './rights.repository'
import { largePreview } from './thumbnails'
import { updateCover } from './videos.repository'

export { addAssetsJob } from './add.job'
export { presentAssets } from './present-assets'
export { readVideosJob } from './read-videos.job'
export { matchExpression } from './assets.queries'
export { listRights } from './rights.repository'
export { findVideoBySha, listVideos } from './videos.repository'
export { ensureThumbnail, gridThumbnail, largePreview, rowThumbnail } from './thumbnails'
export { listOriginals } from './trash.repository'
export { type AssetRow, chunks, describeAsset, findAssetBySha, findAssetFile, focalOf, requireAssets } from './assets.repository'
export { type CropRow, toHandCrop } from './crops.repository'

/** The day it is for the client: rights end by it. */
const todayOf = async (context: CallContext, clientId: string): Promise<string> =>
  todayIn((await (await context.workspace(clientId)).profile()).zone, context.core.now())

async function refuseArchived(context: CallContext, clientId: string): Promise<void> {
  const { archivedAt, name } = await (await context.workspace(clientId)).profile()
  if (archivedAt) throw new AppError('conflict.client-archived', { name })
}

export const assetsHandlers = {
  add: os.assets.add.handler(async ({ input, context }) => {
    await refuseArchived(context, input.clientId)
    return { jobId: await context.core.jobs.start(input.clientId, 'assets.add', { files: input.files }) }
  }),
  list: os.assets.list.handler(async ({ input, context }) => {
    const { reader } = await context.workspace(input.clientId)
    const { total, rows } = await listAssets(reader, { ...input, today: await todayOf(context, input.clientId) }, input)
    return { total, assets: await presentAssets(context, reader, input.clientId, rows) }
  }),
  listIds: os.assets.listIds.handler(async ({ input, context }) => ({
    ids: await listAssetIds((await context.workspace(input.clientId)).reader, { ...input, today: await todayOf(context, input.clientId) })
  })),
  counts: os.assets.counts.handler(async ({ input, context }) => 
    countAssets((await context.workspace(input.clientId)).reader, await todayOf(context, input.clientId))
  ),
  get: os.assets.get.handler(async ({ input, context }) => {
    const { clientId, assetId } = input
    const { reader } = await context.workspace(clientId)
    const asset = await presentAsset(context, reader, clientId, assetId)
    return {
      ...asset,
      previewUrl: thumbnailUrl(context, clientId, asset, largePreview),
      downloadUrl: context.core.urls.sign({ kind: 'original', clientId, assetId }),
      playUrl: asset.video ? context.core.urls.sign({ kind: 'video', clientId, assetId }) : null,
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
      return presentAsset(context, tx, input.clientId, input.assetId)
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
  setRights: os.assets.setRights.handler(({ input, context }) =>
    context.command(
      input.clientId,
      async (tx) => {
        await requireAssets(tx, input.ids)
        return { changed: await putRights(tx, input.ids, input.rights, context.core.newId) }
      },
      { data: { count: input.ids.length } }
    )
  ),
  setCover: os.assets.setCover.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      await getAssetRow(tx, input.assetId)
      await updateCover(tx, input.assetId, input.seconds)
      return presentAsset(context, tx, input.clientId, input.assetId)
    })
  ),
  readVideos: os.assets.readVideos.handler(async ({ input: { clientId, ids }, context }) => {
    await refuseArchived(context, clientId)
    return { jobId: await context.core.jobs.start(clientId, 'assets.readVideos', { ...(ids && { ids }) }) }
  }),
  setFocalPoint: os.assets.setFocalPoint.handler(({ input, context }) =>
    context.command(input.clientId, async (tx) => {
      const row = await getAssetRow(tx, input.assetId)
      const focal = { focal_x: input.focal?.x ?? null, focal_y: input.focal?.y ?? null }
      if (row.focal_x !== focal.focal_x || row.focal_y !== focal.focal_y) await updateAsset(tx, row.id, focal)
      return presentAsset(context, tx, input.clientId, input.assetId)
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
    await refuseArchived(context, input.clientId)
    const workspace = await context.workspace(input.clientId)
    return { ok: true as const, removed: await emptyTrash(workspace, input.confirm) }
  })
}
