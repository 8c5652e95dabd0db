import { z } from 'zod'
import { networkIdSchema } from '../../channels/catalog.schema'
import { clientOperation, clientScope, done, id, instant } from '../../contract/base'
import { hexColor } from '../clients/clients.contract'
import { day } from '../posts/posts.schema'
import { utmRule } from './utm.schema'

/** Money in minor units of its currency (cents); null: not set. */
const money = z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable()
/** ISO 4217; empty: none chosen yet. */
const currency = z.string().regex(/^(?:[A-Z]{3})?$/)
const kpi = z.object({ metric: z.string().trim().min(1).max(120), target: z.number().min(0).nullable() })
export type Kpi = z.infer<typeof kpi>

export const campaignAd = z.object({
  id,
  campaignId: id,
  name: z.string(),
  network: networkIdSchema,
  /** A placement of the catalog; null: none chosen. */
  placementId: z.string().nullable(),
  /** In the currency of the campaign. */
  budgetMinor: money,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  link: z.string(),
  notes: z.string()
})
export type CampaignAd = z.infer<typeof campaignAd>

export const campaignSummary = z.object({
  id,
  name: z.string(),
  goal: z.string(),
  /** Days in the zone of the client, both included. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  budgetMinor: money,
  currency: z.string(),
  color: z.string(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  /** Not in the trash; ideas among them. */
  posts: z.int(),
  ads: z.int()
})
export type CampaignSummary = z.infer<typeof campaignSummary>

export const campaign = campaignSummary.omit({ ads: true }).extend({
  audiences: z.array(z.string()),
  kpis: z.array(kpi),
  utm: utmRule,
  notes: z.string(),
  ads: z.array(campaignAd)
})
export type Campaign = z.infer<typeof campaign>

const fields = {
  name: z.string().trim().min(1).max(120),
  goal: z.string().max(5000),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  budgetMinor: money,
  currency,
  audiences: z.array(z.string().trim().min(1).max(200)).max(50),
  kpis: z.array(kpi).max(50),
  utm: utmRule,
  color: hexColor,
  notes: z.string().max(100_000)
}
const adFields = {
  name: z.string().trim().min(1).max(120),
  network: networkIdSchema,
  placementId: z.string().max(64).nullable().default(null),
  budgetMinor: money.default(null),
  startsOn: day.nullable().default(null),
  endsOn: day.nullable().default(null),
  link: z.string().trim().max(4000).default(''),
  notes: z.string().max(20_000).default('')
}
const campaignScope = clientScope.extend({ campaignId: id })
const writing = ['validation.days', 'conflict.name-in-use', 'conflict.client-archived'] as const

export const campaignsContract = {
  /** By their first day, those without one last; archived ones only when asked for. */
  list: clientOperation('query')
    .input(clientScope.extend({ search: z.string().max(200).optional(), includeArchived: z.boolean().default(true) }))
    .output(z.object({ campaigns: z.array(campaignSummary) })),
  get: clientOperation('query', 'not-found.campaign').input(campaignScope).output(campaign),
  /** Without a color it takes the one used least; the rule for links begins with the usual one. */
  create: clientOperation('command', ...writing)
    .input(clientScope.extend(z.object(fields).partial().required({ name: true }).shape))
    .output(campaign),
  update: clientOperation('command', 'not-found.campaign', ...writing)
    .input(campaignScope.extend(z.object(fields).partial().shape))
    .output(campaign),
  archive: clientOperation('command', 'not-found.campaign', 'conflict.client-archived').input(campaignScope).output(campaign),
  restore: clientOperation('command', 'not-found.campaign', 'conflict.client-archived').input(campaignScope).output(campaign),
  /** Its ads go with it; its posts stay, without a campaign. */
  remove: clientOperation('command', 'not-found.campaign', 'conflict.client-archived').input(campaignScope).output(done),
  /** Without an id it is a new one. */
  saveAd: clientOperation('command', 'not-found.campaign', 'not-found.entry', 'validation.days', 'validation.placement', 'conflict.client-archived')
    .input(campaignScope.extend(adFields).extend({ adId: id.optional() }))
    .output(campaignAd),
  removeAd: clientOperation('command', 'not-found.entry', 'conflict.client-archived').input(clientScope.extend({ adId: id })).output(done)
}
