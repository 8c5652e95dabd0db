import { UsersRound } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { createPeopleSearch } from './palette-search'

export { default as DueSteps } from './DueSteps.vue'
export { default as PersonAside } from './PersonAside.vue'

const meta = { nav: 'people' }

/** People: who writes to the client, over all channels; fans, outreach, and what somebody may ask for. */
export const peopleFeature = defineFeature({
  id: 'people',
  routes: [
    { path: '/clients/:clientId/people', name: 'people', component: () => import('./PeoplePage.vue') },
    { path: '/clients/:clientId/people/fans', name: 'people-fans', component: () => import('./FansPage.vue'), meta },
    { path: '/clients/:clientId/people/outreach', name: 'people-outreach', component: () => import('./OutreachPage.vue'), meta },
    { path: '/clients/:clientId/people/same', name: 'people-same', component: () => import('./SamePage.vue'), meta },
    { path: '/clients/:clientId/people/privacy', name: 'people-privacy', component: () => import('./PrivacyPage.vue'), meta },
    { path: '/clients/:clientId/people/card/:who', name: 'person', component: () => import('./PersonPage.vue'), meta, props: (route) => ({ who: typeof route.params.who === 'string' ? route.params.who : '' }) }
  ],
  nav: [{ id: 'people', label: 'people.title', icon: UsersRound, group: 'community', route: 'people', needsClient: true, key: 'w', order: 20 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const commands = useCommands(pinia)
    commands.addSearch(createPeopleSearch(router, () => shell.currentId))
    const go = (route: string) => () => router.push({ name: route, params: { clientId: shell.currentId ?? '' } })
    commands.register(
      (['fans', 'outreach', 'same', 'privacy'] as const).map((page) => ({ id: `people.go.${page}`, titleKey: `people.go.${page}` as const, icon: UsersRound, group: 'app.palette.group.go' as const, when: () => shell.currentId !== undefined, run: go(`people-${page}`) }))
    )
  }
})
