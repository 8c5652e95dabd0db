import type { NetworkId } from '../../../../shared/channels/catalog.schema'
import { AppError } from '../../../../shared/errors/app-error'
import type { CampaignAd } from '../../../../shared/features/campaigns/campaigns.contract'
import type { Reader, Tx } from '../../context'

interface AdRow {
  id: string
  campaign_id: string
  name: string
  network: NetworkId
  placement_id: string | null
  budget_minor: number | null
  starts_on: string | null
  ends_on: string | null
  link: string
  notes: string
}

const toAd = (row: AdRow): CampaignAd => ({
  id: row.id,
  campaignId: row.campaign_id,
  name: row.name,
  network: row.network,
  placementId: row.placement_id,
  budgetMinor: row.budget_minor,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  link: row.link,
  notes: row.notes
})

export async function listAds(db: Reader | Tx, campaignId: string): Promise<CampaignAd[]> {
  return ((await db('campaign_ad').where({ campaign_id: campaignId }).orderBy(['position', 'id'])) as AdRow[]).map(toAd)
}

/**
 * Adds an ad, or changes the one of that id.
 * @throws AppError `not-found.entry` for an id that the campaign has not
 */
export async function saveAd(tx: Tx, ad: CampaignAd, exists: boolean): Promise<void> {
  const { id, campaignId } = ad
  const row = {
    name: ad.name, network: ad.network, placement_id: ad.placementId, budget_minor: ad.budgetMinor,
    starts_on: ad.startsOn, ends_on: ad.endsOn, link: ad.link, notes: ad.notes
  }
  if (exists) {
    const changed = await tx('campaign_ad').where({ id, campaign_id: campaignId }).update(row)
    if (changed === 0) throw new AppError('not-found.entry', { entry: id })
    return
  }
  const { last } = (await tx('campaign_ad').where({ campaign_id: campaignId }).max({ last: 'position' }).first()) as { last: number | null }
  await tx('campaign_ad').insert({ id, campaign_id: campaignId, ...row, position: (last ?? -1) + 1 })
}

/** @throws AppError `not-found.entry` */
export async function removeAd(tx: Tx, id: string): Promise<void> {
  if ((await tx('campaign_ad').where({ id }).delete()) === 0) throw new AppError('not-found.entry', { entry: id })
}
