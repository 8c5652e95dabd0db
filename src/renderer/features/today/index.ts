import { Sunrise } from '@lucide/vue'
import { defineFeature } from '../../app'
import { useDueList } from '../exports-due'
import { useToday } from './today.store'

/** Today: what is overdue, due and waiting for review, over all clients. The badge also counts the visits that exports are due from. */
export const todayFeature = defineFeature({
  id: 'today',
  routes: [{ path: '/today', name: 'today', component: () => import('./TodayPage.vue') }],
  nav: [{ id: 'today', label: 'today.title', icon: Sunrise, group: 'top', route: 'today', key: 't', order: 10, badge: () => useToday().pressing + useDueList().channels }],
  setup({ pinia }) {
    useToday(pinia).follow()
  }
})
