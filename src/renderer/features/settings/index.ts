import { Settings2 } from '@lucide/vue'
import { defineFeature } from '../../app'

/** Settings of the app, and the facts about this installation. */
export const settingsFeature = defineFeature({
  id: 'settings',
  routes: [{ path: '/settings', name: 'settings', component: () => import('./SettingsPage.vue') }],
  nav: [
    { id: 'settings', label: 'app.nav.settings', icon: Settings2, group: 'bottom', route: 'settings', key: 's', aliases: ['mod+,'], order: 40 }
  ]
})
