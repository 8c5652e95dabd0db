import { Workflow } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'

/** Rules for what comes in, as a page of the inbox. */
export const careRulesFeature = defineFeature({
  id: 'care-rules',
  routes: [{ path: '/clients/:clientId/inbox/rules', name: 'inbox-rules', component: () => import('./RulesPage.vue'), meta: { nav: 'inbox' } }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    useCommands(pinia).register([
      { id: 'careRules.go', titleKey: 'careRules.command.go', icon: Workflow, group: 'app.palette.group.go', when: () => shell.currentId !== undefined, run: () => router.push({ name: 'inbox-rules', params: { clientId: shell.currentId ?? '' } }) }
    ])
  }
})
