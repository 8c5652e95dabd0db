import { ClipboardCheck } from '@lucide/vue'
import { defineFeature } from '../../app'

export { findingWords, ruleFinding } from './finding-words.rules'

/** The dry run of a month: what networks would refuse, over all channels. */
export const checksFeature = defineFeature({
  id: 'checks',
  routes: [{ path: '/clients/:clientId/checks', name: 'checks', component: () => import('./CheckMonthPage.vue'), props: true }],
  nav: [{ id: 'checks', label: 'checkMonth.nav', icon: ClipboardCheck, group: 'plan', route: 'checks', needsClient: true, key: 'k', order: 70 }]
})
