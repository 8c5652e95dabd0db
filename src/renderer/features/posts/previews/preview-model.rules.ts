import { mediaKind } from '@shared/checks'
import type { NetworkPlacement } from '@shared/channels/catalog'
import type { RenderSettings } from '@shared/media/settings'
import type { PostMedia, Variant } from '@shared/features/posts/posts.schema'
import { choosePlacement } from '@shared/features/hand-off/placements'
import { framingFor } from '../../renditions'
import type { MediaAsset } from '../use-media-assets'
import type { PreviewPicture } from './preview.types'

/** The placement that the pictures of a variant go to, as the publish pack chooses it. */
export function placementOf(variant: Pick<Variant, 'network' | 'format'>, media: readonly PostMedia[], assets: ReadonlyMap<string, MediaAsset>): NetworkPlacement | undefined {
  const [first] = media
  if (!first) return undefined
  const cropped = (id: string): boolean => assets.get(first.assetId)?.crops.some(({ placementId }) => placementId === id) ?? false
  return choosePlacement(variant.network, variant.format, first.asset, cropped)
}

/** A picture cut as the export would cut it; without a placement, whole. */
export function previewPicture(media: PostMedia, placement: NetworkPlacement | undefined, asset: MediaAsset | undefined, settings: RenderSettings): PreviewPicture {
  const { width, height, placeholder, thumbnailUrl, altText } = media.asset
  const base = { assetId: media.assetId, url: asset?.previewUrl ?? thumbnailUrl, placeholder, alt: media.altText ?? altText, whole: width / height }
  if (!placement) return { ...base, shape: width / height, crop: { left: 0, top: 0, width: 1, height: 1 }, drawn: { left: 0, top: 0, width: 1, height: 1 } }
  const byHand = asset?.crops.find(({ placementId }) => placementId === placement.id)?.rect ?? null
  // A video fills its place however few pixels it has; only pictures are never enlarged.
  const drawing = mediaKind(media.asset) === 'video' ? { ...settings, allowUpscale: true } : settings
  const framing = framingFor({ width, height, focal: asset?.focal ?? media.asset.focal }, placement, drawing, byHand)
  return { ...base, shape: placement.width / placement.height, crop: framing.crop, drawn: framing.drawn }
}

/** The middle of what a picture shows, in another shape: how networks fill the tiles of a mosaic or a grid. */
export function cutTo(picture: PreviewPicture, shape: number): PreviewPicture {
  const { crop, whole } = picture
  const shown = (whole * crop.width) / crop.height
  const width = shown > shape ? (crop.width * shape) / shown : crop.width
  const height = shown > shape ? crop.height : (crop.height * shown) / shape
  const inner = { left: crop.left + (crop.width - width) / 2, top: crop.top + (crop.height - height) / 2, width, height }
  return { ...picture, shape, crop: inner, drawn: { left: 0, top: 0, width: 1, height: 1 } }
}
