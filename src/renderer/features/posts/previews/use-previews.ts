import type { Post, Variant } from '@shared/features/posts/posts.schema'
import { foldAt } from '@shared/text'
import { computed, type ComputedRef } from 'vue'
import { useClientShell, useFormats } from '../../../app'
import { useText } from '../../../ui'
import { useExportDraft } from '../../renditions'
import { hasFirstComment } from '../channel-formats.rules'
import { useComposerLists } from '../composer-lists.store'
import { effective, effectiveMedia } from '../post-edits.rules'
import { threadParts } from '../thread.rules'
import type { Composer } from '../use-composer'
import type { MediaAsset } from '../use-media-assets'
import { isMoving } from './preview-family.rules'
import { placementOf, previewPicture } from './preview-model.rules'
import type { PreviewModel } from './preview.types'

export interface ShownPreview {
  id: string
  channel: string
  model: PreviewModel
}

/** What is drawn beside the words: the open channel, or all of them. */
export function usePreviews(composer: Composer, assets: ReadonlyMap<string, MediaAsset>): ComputedRef<ShownPreview[]> {
  const { t } = useText()
  const shell = useClientShell()
  const formats = useFormats()
  const lists = useComposerLists()
  const draft = useExportDraft()

  function modelOf(post: Post, variant: Variant): PreviewModel {
    const channel = lists.channelOf(variant.channelId)
    const { network, format } = variant
    const media = effectiveMedia(post, variant)
    const placement = placementOf(variant, media, assets)
    const text = effective(post, variant, 'text')
    const language = post.language || shell.current?.languages[0] || 'en'
    return {
      network, format, text, language,
      name: channel?.name ?? shell.current?.name ?? '',
      handle: channel?.handle ?? '',
      color: shell.current?.color ?? '#555555',
      logoUrl: shell.current?.logoUrl ?? null,
      when: variant.planned ? formats.value.dateTime(variant.planned.instant) : t('composer.preview.now'),
      foldAt: foldAt(network, format, text),
      title: variant.fields.title ?? '',
      description: '',
      link: effective(post, variant, 'link'),
      firstComment: hasFirstComment(network, format) ? effective(post, variant, 'firstComment') : '',
      parts: format === 'thread' ? (variant.parts ?? threadParts(network, text, language, lists.limitsOf(network, 'post'), variant.fields.contentWarning)) : [],
      warning: variant.fields.contentWarning ?? '',
      cta: variant.fields.cta ?? '',
      pictures: (isMoving(format, network) ? media.slice(0, 1) : media).map((item) => previewPicture(item, placement, assets.get(item.assetId), draft.settings.render))
    }
  }

  return computed(() => {
    const post = composer.post.value
    if (!post) return []
    const shown = composer.variant.value ? [composer.variant.value] : post.variants
    return shown.map((variant) => ({ id: variant.id, channel: lists.channelOf(variant.channelId)?.name ?? '', model: modelOf(post, variant) }))
  })
}
