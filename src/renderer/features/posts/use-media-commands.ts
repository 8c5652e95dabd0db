import { outStates } from '@shared/features/posts/post-states'
import type { PostMedia } from '@shared/features/posts/posts.schema'
import { computed, ref, shallowRef } from 'vue'
import { useApi } from '../../api'
import { explainError, useText } from '../../ui'
import { takeFiles } from './take-files'
import { useComposer } from './use-composer'

/** Pictures of the open tab: which, in what order, with what alternative text. Each change is one command. */
export function useMediaCommands() {
  const api = useApi()
  const { t } = useText()
  const composer = useComposer()
  const { clientId, postId } = composer
  const adding = ref(0)
  const failure = shallowRef<unknown>()
  const refused = shallowRef<readonly { name: string; why: string }[]>([])

  const current = (): readonly PostMedia[] => composer.variant.value?.media ?? composer.post.value?.media ?? []
  const variantId = (): string | null => composer.variant.value?.id ?? null
  const inputOf = (media: readonly Pick<PostMedia, 'assetId' | 'altText'>[]) => media.map(({ assetId, altText }) => ({ assetId, altText }))

  const set = (media: readonly Pick<PostMedia, 'assetId' | 'altText'>[]) =>
    composer.run(() => api.posts.setMedia({ clientId, postId, variantId: variantId(), media: inputOf(media) }))

  /** Adds pictures that are not there yet, at the end. */
  function add(assetIds: readonly string[]): Promise<unknown> {
    const there = new Set(current().map(({ assetId }) => assetId))
    const fresh = assetIds.filter((assetId) => !there.has(assetId)).map((assetId) => ({ assetId, altText: null }))
    return fresh.length === 0 ? Promise.resolve() : set([...current(), ...fresh])
  }

  async function addFiles(files: readonly File[]): Promise<void> {
    failure.value = undefined
    refused.value = []
    adding.value += files.length
    try {
      const taken = await takeFiles(clientId, files)
      refused.value = taken.refused.map(({ name, error }) => ({ name, why: explainError(error, t).what }))
      await add(taken.assetIds)
    } catch (error) {
      failure.value = error
    } finally {
      adding.value -= files.length
    }
  }

  return {
    adding, failure, refused, set, add, addFiles,
    setAlt: (index: number, altText: string | null) => set(current().map((item, at) => (at === index ? { ...item, altText } : item))),
    inherit: () => composer.run(() => api.posts.setMedia({ clientId, postId, variantId: variantId(), media: null })),
    /** What went out keeps the pictures it had. */
    isOut: computed(() => outStates.some((state) => state === composer.variant.value?.state))
  }
}
