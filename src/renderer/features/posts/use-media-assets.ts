import type { AppOutputs } from '@shared/contract'
import { computed, onScopeDispose, shallowReactive, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import type { Composer } from './use-composer'

export type MediaAsset = AppOutputs['assets']['get']

/** The pictures of the post in full: large enough to look at, with the crops set by hand. */
export function useMediaAssets(composer: Composer) {
  const api = useApi()
  const { clientId } = composer
  const assets = shallowReactive(new Map<string, MediaAsset>())
  const ids = computed(() => {
    const post = composer.post.value
    const all = post ? [post.media, ...post.variants.map(({ media }) => media ?? [])].flat() : []
    return [...new Set(all.map(({ assetId }) => assetId))]
  })

  async function load(assetId: string): Promise<void> {
    // A picture that is gone is drawn from what the post knows of it.
    const asset = await api.assets.get({ clientId, assetId }).catch(() => undefined)
    if (asset) assets.set(assetId, asset)
  }

  watch(ids, (now) => void Promise.all(now.filter((id) => !assets.has(id)).map(load)), { immediate: true })
  onScopeDispose(
    subscribeEvents((event) => {
      const changed = event.type === 'workspace.changed' && event.clientId === clientId && event.tables.some((table) => table.startsWith('asset'))
      if (changed || event.type === 'ready') void Promise.all(ids.value.map(load))
    })
  )
  return assets as ReadonlyMap<string, MediaAsset>
}
