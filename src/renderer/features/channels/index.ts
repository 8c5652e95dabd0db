import { Network } from '@lucide/vue'
import { defineFeature } from '../../app'

export { useSourceLink } from './use-source-link'

/** The catalog of networks and placements. */
export const channelsFeature = defineFeature({
  id: 'channels',
  routes: [{ path: '/networks', name: 'networks', component: () => import('./ChannelsPage.vue') }],
  nav: [{ id: 'networks', label: 'app.nav.networks', icon: Network, group: 'bottom', route: 'networks', key: 'n', order: 20 }]
})
