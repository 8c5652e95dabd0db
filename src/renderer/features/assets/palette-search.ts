import { Image } from '@lucide/vue'
import type { Asset } from '@shared/features/assets/assets.contract'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'
import { assetName } from './asset-words.rules'

const SHOWN = 6
const ASKED = 40

/** Those that are called so come before those whose alt text, tags or file tell of it. */
function byName(assets: readonly Asset[], search: string): Asset[] {
  const words = search.toLowerCase()
  const called = (asset: Asset): number => Number(assetName(asset).toLowerCase().includes(words))
  return assets.toSorted((one, other) => called(other) - called(one)).slice(0, SHOWN)
}

/** Finds pictures of the open client by their words; one that is chosen is opened. */
export function createAssetSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  return {
    id: 'assets',
    group: 'app.nav.assets',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { assets } = await api.assets.list({ clientId, search, trashed: false, sort: 'name', descending: false, offset: 0, limit: ASKED }, { signal })
      return byName(assets, search).map((asset) => ({
        id: `asset.${asset.id}`,
        title: assetName(asset),
        icon: Image,
        group: 'app.nav.assets',
        run: () => router.push({ name: 'asset', params: { clientId, assetId: asset.id } })
      }))
    }
  }
}
