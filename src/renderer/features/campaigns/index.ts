import { Megaphone, Plus } from '@lucide/vue'
import { defineFeature, useClientShell, useCommands } from '../../app'
import { useNewCampaign } from './new-campaign.store'
import { createCampaignSearch } from './palette-search'

/** Campaigns: a list over time, and a page for each. */
export const campaignsFeature = defineFeature({
  id: 'campaigns',
  routes: [
    { path: '/clients/:clientId/campaigns', name: 'campaigns', component: () => import('./CampaignsPage.vue') },
    { path: '/clients/:clientId/campaigns/:campaignId', name: 'campaign', component: () => import('./CampaignPage.vue'), props: (route) => ({ campaignId: String(route.params.campaignId) }), meta: { nav: 'campaigns' } }
  ],
  nav: [{ id: 'campaigns', label: 'campaigns.nav', icon: Megaphone, group: 'plan', route: 'campaigns', needsClient: true, key: 'm', order: 50 }],
  setup({ router, pinia }) {
    const shell = useClientShell(pinia)
    const asked = useNewCampaign(pinia)
    const commands = useCommands(pinia)
    commands.addSearch(createCampaignSearch(router, () => shell.currentId))
    commands.register([
      {
        id: 'campaigns.new',
        titleKey: 'campaigns.new',
        icon: Plus,
        group: 'accounts.commands.group',
        when: () => shell.current !== undefined && shell.current.archivedAt === null,
        run: async () => {
          await router.push({ name: 'campaigns', params: { clientId: shell.currentId } })
          asked.open = true
        }
      }
    ])
  }
})
