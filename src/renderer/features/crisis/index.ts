import { Siren, Snowflake } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useCrisisNow } from '../freezes'
import { useOpenIncident } from './open-incident.store'

export { default as CrisisDialogs } from './CrisisDialogs.vue'
export { default as HoldingLineMenu } from './HoldingLineMenu.vue'
export { default as PolicyAside } from './PolicyAside.vue'
export { useOpenIncident } from './open-incident.store'

/** Crisis: what is prepared, incidents that are open, the freeze and its end, and what was learned. */
export const crisisFeature = defineFeature({
  id: 'crisis',
  routes: [
    { path: '/clients/:clientId/crisis', name: 'crisis', component: () => import('./CrisisPage.vue') },
    { path: '/clients/:clientId/crisis/:incidentId', name: 'incident', component: () => import('./IncidentPage.vue'), props: true, meta: { nav: 'crisis' } },
    { path: '/clients/:clientId/crisis/:incidentId/frozen/:freezeId', name: 'unfreeze', component: () => import('./UnfreezePage.vue'), props: true, meta: { nav: 'crisis' } }
  ],
  nav: [
    {
      id: 'crisis', label: 'crisis.title', icon: Siren, group: 'community', route: 'crisis', needsClient: true, key: 'f', order: 30,
      badge: () => useCrisisNow().current.incidents.filter(({ state }) => state === 'open').length
    }
  ],
  setup({ pinia }) {
    const shell = useClientShell(pinia)
    const dialogs = useOpenIncident(pinia)
    const now = useCrisisNow(pinia)
    const canWrite = (): boolean => shell.currentId !== undefined && shell.current?.archivedAt === null
    useCommands(pinia).register([
      { id: 'crisis.open', titleKey: 'crisis.open', icon: Siren, group: 'crisis.title', keywords: 'crisis fire', when: canWrite, run: () => dialogs.begin() },
      {
        id: 'crisis.freeze', titleKey: 'crisis.freeze.everything', icon: Snowflake, group: 'crisis.title', keywords: 'stop pause hold',
        when: () => canWrite() && now.current.freezes.length === 0,
        run: () => (now.incident ? (dialogs.freezing = now.incident.id) : dialogs.begin({ freeze: true }))
      }
    ])
  }
})
