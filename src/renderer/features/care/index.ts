import { Clock, Settings2 } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'

/** The response clock: how fast answers come, and the hours and targets that it counts by. */
export const careFeature = defineFeature({
  id: 'care',
  routes: [
    { path: '/clients/:clientId/inbox/times', name: 'inbox-times', component: () => import('./ResponseTimesPage.vue'), meta: { nav: 'inbox' } },
    { path: '/clients/:clientId/inbox/times/hours', name: 'inbox-hours', component: () => import('./HoursPage.vue'), meta: { nav: 'inbox' } }
  ],
  nav: [],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const go = (name: string): void => void router.push({ name, params: { clientId: shell.currentId } })
    useCommands(pinia).register([
      { id: 'care.times', titleKey: 'care.times.open', icon: Clock, group: 'app.palette.group.go', when: () => shell.currentId !== undefined, run: () => go('inbox-times') },
      { id: 'care.hours', titleKey: 'care.settings.open', icon: Settings2, group: 'app.palette.group.go', when: () => shell.currentId !== undefined, run: () => go('inbox-hours') }
    ])
  }
})
