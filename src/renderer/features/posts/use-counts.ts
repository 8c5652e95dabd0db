import { computed, type ComputedRef } from 'vue'
import { hasFirstComment, textFieldOf } from './channel-formats.rules'
import { useComposerLists } from './composer-lists.store'
import { commentFieldOf, fieldCount, type FieldCount } from './counting.rules'
import { effective } from './post-edits.rules'
import type { Composer } from './use-composer'

export interface Counts {
  /** By variant. */
  texts: ComputedRef<ReadonlyMap<string, FieldCount>>
  comments: ComputedRef<ReadonlyMap<string, FieldCount>>
  /** Where the post's own text is too long for every channel that takes it as it is. */
  sharedOverFrom: ComputedRef<number | null>
}

/** What is written, counted as each channel's network counts it. */
export function useCounts(composer: Composer): Counts {
  const lists = useComposerLists()

  const texts = computed(() => {
    const post = composer.post.value
    return new Map(
      post?.variants.map((variant) => {
        const field = textFieldOf(variant.network, variant.format)
        const text = effective(post, variant, 'text')
        return [variant.id, fieldCount({ network: variant.network, field, text, contentWarning: variant.fields.contentWarning, limits: lists.limitsOf(variant.network, field) })] as const
      })
    )
  })
  const comments = computed(() => {
    const post = composer.post.value
    const counted = (post?.variants ?? []).flatMap((variant) => {
      const field = commentFieldOf(variant.network)
      if (!post || field === undefined || !hasFirstComment(variant.network, variant.format)) return []
      return [[variant.id, fieldCount({ network: variant.network, field, text: effective(post, variant, 'firstComment'), limits: lists.limitsOf(variant.network, field) })] as const]
    })
    return new Map(counted)
  })
  const sharedOverFrom = computed(() => {
    const inheriting = (composer.post.value?.variants ?? []).filter(({ text, format }) => text === null && format !== 'thread')
    const starts = inheriting.map(({ id }) => texts.value.get(id)?.overFrom ?? null)
    if (starts.length === 0 || starts.includes(null)) return null
    return Math.max(...starts.map((start) => start ?? 0))
  })
  return { texts, comments, sharedOverFrom }
}
