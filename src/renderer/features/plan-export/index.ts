import { FileDown } from '@lucide/vue'
import { defineFeature } from '../../app'

/** The plan as files: for spreadsheets and calendars, for print, and for other planners. */
export const planExportFeature = defineFeature({
  id: 'plan-export',
  routes: [{ path: '/clients/:clientId/plan-export', name: 'plan-export', component: () => import('./PlanExportPage.vue'), props: true }],
  nav: [{ id: 'plan-export', label: 'planExport.nav', icon: FileDown, group: 'plan', route: 'plan-export', needsClient: true, order: 90 }]
})
