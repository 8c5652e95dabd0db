import type { AppInputs } from '@shared/contract'
import type { Campaign, Kpi } from '@shared/features/campaigns/campaigns.contract'
import type { UtmRule } from '@shared/features/campaigns/utm.schema'
import { computed } from 'vue'
import { useApi } from '../../api'
import { useClientShell } from '../../app'
import { useClientData, useMergedSaves, useWrites } from '../records'

export type CampaignChange = Omit<AppInputs['campaigns']['update'], 'clientId' | 'campaignId'>

/** One campaign, kept current, with what is written to it. */
export function useCampaign(campaignId: () => string) {
  const api = useApi()
  const shell = useClientShell()
  const { failure, readOnly, write } = useWrites()
  const { data: campaign, failure: loadFailure } = useClientData(
    ['campaign', 'campaign_ad', 'post'],
    (clientId) => api.campaigns.get({ clientId, campaignId: campaignId() }),
    campaignId
  )
  const locale = computed(() => shell.current?.languages[0] ?? 'en')
  const update = (change: CampaignChange, id = campaignId()) => write((clientId) => api.campaigns.update({ clientId, campaignId: id, ...change }))
  /** Figures and the rule for links are each written whole. */
  const merge = useMergedSaves<Campaign>(
    (id) => (campaign.value?.id === id ? campaign.value : undefined),
    ({ id, kpis, utm }) => update({ kpis, utm }, id)
  )
  const setUtm = (id: string, part: Partial<UtmRule>): void => merge(id, ({ utm }) => ({ utm: { ...utm, ...part } }))
  const setKpis = (id: string, change: (kpis: readonly Kpi[]) => Kpi[]): void => merge(id, ({ kpis }) => ({ kpis: change(kpis) }))
  return { setUtm, setKpis, campaign, loadFailure, failure, readOnly, locale, update }
}
