import { FileChartColumn } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { createReportSearch } from './palette-search'

export { default as AgencySettings } from './AgencySettings.vue'

/** Reports: written and looked at as they will print, frozen, made as files, for one client or for all. */
export const reportsFeature = defineFeature({
  id: 'reports',
  routes: [
    { path: '/clients/:clientId/reports', name: 'reports', component: () => import('./ReportsPage.vue') },
    {
      path: '/clients/:clientId/reports/:reportId',
      name: 'report',
      component: () => import('./ReportPage.vue'),
      props: true,
      meta: { nav: 'reports' }
    },
    { path: '/reports', name: 'reports-clients', component: () => import('./AllReportsPage.vue'), meta: { nav: 'reports' } }
  ],
  nav: [{ id: 'reports', label: 'app.nav.reports', icon: FileChartColumn, group: 'measure', route: 'reports', needsClient: true, key: 'o', order: 20 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const commands = useCommands(pinia)
    commands.addSearch(createReportSearch(router, () => shell.currentId))
    commands.register([
      { id: 'reports.all', titleKey: 'reports.all.title', icon: FileChartColumn, group: 'app.palette.group.go', run: () => router.push({ name: 'reports-clients' }) }
    ])
  }
})
