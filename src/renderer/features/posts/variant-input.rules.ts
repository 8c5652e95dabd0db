import { checkedVideo, type LimitOverrides, type VariantInput } from '@shared/checks'
import type { NetworkId } from '@shared/channels/catalog.schema'
import { outStates } from '@shared/features/posts/post-states'
import type { LimitOverride } from '@shared/features/checks/overrides.contract'
import type { Post, PostMedia, Variant } from '@shared/features/posts/posts.schema'
import type { PostTemplate } from '@shared/features/texts/texts.contract'
import { hasFirstComment } from './channel-formats.rules'
import { effective, effectiveMedia } from './post-edits.rules'
import { placementOf } from './previews/preview-model.rules'
import type { MediaAsset } from './use-media-assets'

const counted = ['hashtags', 'mentions', 'links', 'items', 'bytes', 'seconds'] as const

/** The limits that people of the client set for a network, as the checks take them. */
export function limitsFrom(overrides: readonly LimitOverride[], network: NetworkId): LimitOverrides {
  const own = overrides.filter((override) => override.network === network)
  const text = Object.fromEntries(own.filter(({ field }) => !counted.some((name) => name === field)).map(({ field, max }) => [field, max]))
  const figures = Object.fromEntries(counted.flatMap((name) => own.filter(({ field }) => field === name).map(({ max }) => [name, max])))
  return { ...figures, ...(Object.keys(text).length > 0 && { text }) }
}

function mediaFor(variant: Variant, media: readonly PostMedia[], assets: ReadonlyMap<string, MediaAsset>): VariantInput['media'] {
  const placement = placementOf(variant, media, assets)
  return media.map(({ assetId, altText, asset }) => ({
    assetId,
    width: asset.width,
    height: asset.height,
    bytes: asset.bytes,
    format: asset.format,
    frames: asset.frames,
    altText: altText ?? asset.altText,
    ...checkedVideo(assets.get(assetId)?.video ?? null),
    rights: assets.get(assetId)?.rights ?? null,
    crop: assets.get(assetId)?.crops.find(({ placementId }) => placementId === placement?.id)?.rect ?? null
  }))
}

/** What the checks go by besides the post itself. */
export interface InputLists {
  overrides: readonly LimitOverride[]
  texts: { templates: readonly PostTemplate[] }
}

/** A variant as it would go out, for the checks. */
export function variantInput(post: Post, variant: Variant, assets: ReadonlyMap<string, MediaAsset>, { overrides, texts }: InputLists, signature = ''): VariantInput {
  return {
    network: variant.network,
    format: variant.format,
    text: effective(post, variant, 'text'),
    fields: variant.fields,
    // A network without first comments says nothing of the post's own; it is left out there.
    firstComment: variant.firstComment ?? (hasFirstComment(variant.network, variant.format) ? post.firstComment : ''),
    link: effective(post, variant, 'link'),
    media: mediaFor(variant, effectiveMedia(post, variant), assets),
    parts: variant.format === 'thread' ? variant.parts : null,
    plannedAt: variant.planned?.instant ?? null,
    plannedDay: variant.planned?.date ?? null,
    isOut: outStates.some((state) => state === variant.state) || variant.state === 'missed' || variant.state === 'archived',
    limits: limitsFrom(overrides, variant.network),
    signature,
    template: texts.templates.find(({ id }) => id === post.templateId)?.parts ?? []
  }
}
