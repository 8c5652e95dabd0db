import { Plus, Target } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useNewPillar } from './new-pillar.store'

/** The pillars of a client with target share and share planned. */
export const strategyFeature = defineFeature({
  id: 'strategy',
  routes: [{ path: '/clients/:clientId/strategy', name: 'strategy', component: () => import('./StrategyPage.vue') }],
  nav: [{ id: 'strategy', label: 'strategy.nav', icon: Target, group: 'bottom', route: 'strategy', needsClient: true, key: 'r', order: 10 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const asked = useNewPillar(pinia)
    useCommands(pinia).register([
      {
        id: 'pillars.new',
        titleKey: 'strategy.new',
        icon: Plus,
        group: 'accounts.commands.group',
        when: () => shell.current !== undefined && shell.current.archivedAt === null,
        run: async () => {
          asked.waiting = true
          await router.push({ name: 'strategy', params: { clientId: shell.currentId } })
        }
      }
    ])
  }
})
