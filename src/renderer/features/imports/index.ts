import { FileInput } from '@lucide/vue'
import { defineFeature } from '../../app'

/** Imports: figures from the networks' own exports, and planned posts from the files of other tools. */
export const importsFeature = defineFeature({
  id: 'imports',
  routes: [{ path: '/clients/:clientId/imports', name: 'imports', component: () => import('./ImportsPage.vue') }],
  nav: [{ id: 'imports', label: 'imports.nav', icon: FileInput, group: 'measure', route: 'imports', needsClient: true, key: 'j', order: 80 }]
})
