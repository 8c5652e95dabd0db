import { Building2, ChartLine } from '@lucide/vue'
import { defineFeature } from '../../app'

export { openScope, toQuery } from './scope-query.rules'
export { useAnalyticsScope } from './analytics-scope.store'
export type { TraceTarget } from './analytics-panel.store'
export { default as TracePanel } from './trace/TracePanel.vue'
export { default as ScopeBar } from './ScopeBar.vue'

/** What the networks' own figures say: dashboards of one client, by tabs over one scope of days and chips. */
export const analyticsFeature = defineFeature({
  id: 'analytics',
  routes: [
    {
      path: '/clients/:clientId/analytics/:tab?',
      name: 'analytics',
      component: () => import('./AnalyticsPage.vue'),
      props: (route) => ({ tab: typeof route.params.tab === 'string' ? route.params.tab : '' })
    },
    { path: '/analytics', name: 'analytics-clients', component: () => import('./boards/AllClientsPage.vue') }
  ],
  nav: [
    { id: 'analytics', label: 'analytics.nav', icon: ChartLine, group: 'measure', route: 'analytics', needsClient: true, key: 'y', order: 10 },
    { id: 'analytics-clients', label: 'analytics.clients.nav', icon: Building2, group: 'measure', route: 'analytics-clients', order: 90 }
  ]
})
