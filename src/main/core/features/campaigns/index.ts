import { findPlacement } from '../../../../shared/channels/catalog'
import { AppError } from '../../../../shared/errors/app-error'
import type { Campaign } from '../../../../shared/features/campaigns/campaigns.contract'
import { utmRule } from '../../../../shared/features/campaigns/utm.schema'
import { leastUsedColor } from '../../../../shared/features/pillars/record-colors'
import type { CallContext } from '../../context'
import { os } from '../../router-base'
import { removeAd, saveAd } from './ads.repository'
import {
  type CampaignRecord, getCampaign, getRecord, insertCampaign, listCampaignRecords, listCampaigns, removeCampaign, updateCampaign
} from './campaigns.repository'

export { saveAd } from './ads.repository'
export { type CampaignRecord, getRecord as getCampaignRecord, insertCampaign, listCampaignRecords, listCampaigns } from './campaigns.repository'

interface Span {
  startsOn: string | null
  endsOn: string | null
}

function assertDays({ startsOn, endsOn }: Span): void {
  if (startsOn && endsOn && startsOn > endsOn) throw new AppError('validation.days', { from: startsOn, to: endsOn })
}

/** The fields that are named, without those left undefined. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }

async function change(context: CallContext, clientId: string, campaignId: string, fields: Partial<CampaignRecord>): Promise<Campaign> {
  return context.command(clientId, async (tx) => {
    const next = { ...(await getRecord(tx, campaignId)), ...fields }
    assertDays(next)
    await updateCampaign(tx, { ...next, color: next.color.toLowerCase() })
    return getCampaign(tx, campaignId)
  })
}

export const campaignsHandlers = {
  list: os.campaigns.list.handler(async ({ input, context }) => ({
    campaigns: await listCampaigns((await context.workspace(input.clientId)).reader, input)
  })),
  get: os.campaigns.get.handler(async ({ input, context }) => getCampaign((await context.workspace(input.clientId)).reader, input.campaignId)),
  create: os.campaigns.create.handler(({ input: { clientId, ...fields }, context }) =>
    context.command(
      clientId,
      async (tx) => {
        const used = (await listCampaignRecords(tx, { includeArchived: true })).map(({ color }) => color)
        const campaign: CampaignRecord = {
          id: context.core.newId(), goal: '', startsOn: null, endsOn: null, budgetMinor: null, currency: '', audiences: [], kpis: [],
          utm: utmRule.parse({}), notes: '', color: leastUsedColor(used), archivedAt: null, createdAt: context.core.now(),
          ...given(fields),
          name: fields.name
        }
        assertDays(campaign)
        await insertCampaign(tx, { ...campaign, color: campaign.color.toLowerCase() })
        return getCampaign(tx, campaign.id)
      },
      { data: { name: fields.name } }
    )
  ),
  update: os.campaigns.update.handler(({ input: { clientId, campaignId, ...fields }, context }) => change(context, clientId, campaignId, given(fields))),
  archive: os.campaigns.archive.handler(({ input, context }) => change(context, input.clientId, input.campaignId, { archivedAt: context.core.now() })),
  restore: os.campaigns.restore.handler(({ input, context }) => change(context, input.clientId, input.campaignId, { archivedAt: null })),
  remove: os.campaigns.remove.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeCampaign(tx, input.campaignId))
    return { ok: true as const }
  }),
  saveAd: os.campaigns.saveAd.handler(async ({ input: { clientId, adId, ...fields }, context }) => {
    const { placementId } = fields
    if (placementId && findPlacement(placementId)?.network !== fields.network) throw new AppError('validation.placement', { placement: placementId })
    assertDays(fields)
    const ad = { id: adId ?? context.core.newId(), ...fields }
    await context.command(clientId, async (tx) => {
      await getRecord(tx, ad.campaignId)
      await saveAd(tx, ad, adId !== undefined)
    })
    return ad
  }),
  removeAd: os.campaigns.removeAd.handler(async ({ input, context }) => {
    await context.command(input.clientId, (tx) => removeAd(tx, input.adId))
    return { ok: true as const }
  })
}
