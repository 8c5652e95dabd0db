import { Images } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands, useOpenedFiles } from '../../app'
import { useIntake } from './intake.store'
import { createAssetSearch } from './palette-search'

export { videoMark } from './video-words.rules'

/** Assets: the library of a client, and one picture with its focal point and crops. */
export const assetsFeature = defineFeature({
  id: 'assets',
  routes: [
    { path: '/clients/:clientId/assets', name: 'assets', component: () => import('./AssetsPage.vue') },
    { path: '/clients/:clientId/assets/:assetId', name: 'asset', component: () => import('./AssetDetailPage.vue'), props: (route) => ({ assetId: String(route.params.assetId) }), meta: { nav: 'assets' } }
  ],
  nav: [{ id: 'assets', label: 'app.nav.assets', icon: Images, group: 'library', route: 'assets', needsClient: true, key: 'a', order: 10 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    useCommands(pinia).addSearch(createAssetSearch(router, () => shell.currentId))
    useOpenedFiles(pinia).provide((files) => {
      const clientId = shell.currentId
      if (clientId === undefined) return false
      void router.push({ name: 'assets', params: { clientId } })
      void useIntake(pinia).addOpened(files.map((file) => file.token))
      return true
    })
  }
})
