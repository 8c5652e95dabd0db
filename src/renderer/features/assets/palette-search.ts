import { Image } from '@lucide/vue'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'
import { assetName } from './asset-words.rules'

const SHOWN = 6

/** Finds pictures of the open client by their words; one that is chosen is opened. */
export function createAssetSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  return {
    id: 'assets',
    group: 'app.nav.assets',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { assets } = await api.assets.list({ clientId, search, trashed: false, sort: 'name', descending: false, offset: 0, limit: SHOWN }, { signal })
      return assets.map((asset) => ({
        id: `asset.${asset.id}`,
        title: assetName(asset),
        icon: Image,
        group: 'app.nav.assets',
        run: () => router.push({ name: 'asset', params: { clientId, assetId: asset.id } })
      }))
    }
  }
}
