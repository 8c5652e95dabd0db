import { PackageOpen } from '@lucide/vue'
import { defineFeature, useDueTarget } from '../../app'
import { whereOf } from './due-place.rules'
import { useReminders } from './reminders.store'

export { default as ReminderSettings } from './ReminderSettings.vue'
export { useUndoLine } from './use-undo-line'
export { statusTone } from './status.rules'

/** Handing over: packs, copying field by field, confirming, and reminders. */
export const handOffFeature = defineFeature({
  id: 'hand-off',
  routes: [
    { path: '/clients/:clientId/hand-off/:variantId', name: 'hand-off', component: () => import('./HandOffPage.vue'), props: true, meta: { nav: 'packs' } },
    { path: '/clients/:clientId/packs', name: 'packs', component: () => import('./PacksPage.vue'), props: true },
    { path: '/clients/:clientId/packs/:jobId', name: 'pack', component: () => import('./PackPage.vue'), props: true, meta: { nav: 'packs' } }
  ],
  nav: [{ id: 'packs', label: 'handOff.nav', icon: PackageOpen, group: 'plan', route: 'packs', needsClient: true, key: 'd', order: 80 }],
  setup({ router, pinia }) {
    useReminders(pinia).follow()
    useDueTarget(pinia).provide((target) => router.push(whereOf(target)))
  }
})
