import { slug, utmValues } from '../campaigns/utm'
import type { UtmRule } from '../campaigns/utm.schema'

interface NamedCampaign {
  name: string
  utm: UtmRule
}

/** What a campaign is called elsewhere: its name, and what its rule writes into links. Each in the small form of a link. */
export function campaignKeys({ name, utm }: NamedCampaign): string[] {
  const inLinks = utmValues({ ...utm, active: true }, { network: '', campaign: name, post: '', format: '' }).campaign ?? ''
  return [...new Set([slug(name), slug(inLinks)].filter(Boolean))]
}

/** Whether a name in a file of ads or of visits is that campaign, however it is spelled: `Summer Exhibition`, `summer-exhibition`. */
export const isOfCampaign = (campaign: NamedCampaign, written: string): boolean => campaignKeys(campaign).includes(slug(written))
