import { Megaphone } from '@lucide/vue'
import type { Router } from 'vue-router'
import { useApi } from '../../api'
import type { PaletteSearch } from '../../app'

const SHOWN = 6

/** Finds campaigns of the open client by their words; one that is chosen is opened. */
export function createCampaignSearch(router: Router, openClient: () => string | undefined): PaletteSearch {
  const api = useApi()
  return {
    id: 'campaigns',
    group: 'campaigns.nav',
    async find(search, signal) {
      const clientId = openClient()
      if (clientId === undefined) return []
      const { campaigns } = await api.campaigns.list({ clientId, search }, { signal })
      return campaigns.slice(0, SHOWN).map(({ id, name }) => ({
        id: `campaign.${id}`,
        title: name,
        icon: Megaphone,
        group: 'campaigns.nav',
        run: () => router.push({ name: 'campaign', params: { clientId, campaignId: id } })
      }))
    }
  }
}
