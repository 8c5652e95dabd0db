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

/** Stands for what differs from post to post; a slug leaves it as it is. */
const OPEN = '0open0'

/** The form of all names that a rule with `{network}`, `{post}` or `{format}` writes; undefined where nothing of it is fixed. */
function patternOf({ name, utm }: NamedCampaign): RegExp | undefined {
  const filled = utmValues({ ...utm, active: true }, { network: OPEN, campaign: name, post: OPEN, format: OPEN }).campaign ?? ''
  const fixed = filled.split(OPEN)
  // Of a rule such as `{network}-{post}` any name would be one.
  if (fixed.length === 1 || !/[\p{L}\p{N}]{3}/u.test(fixed.join(' '))) return undefined
  return new RegExp(`^${fixed.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\p{L}\\p{N}_.~-]+')}$`, 'u')
}

/** Whether a name in a file of ads or of visits is that campaign, however it is spelled: `Summer Exhibition`, `summer-exhibition`. */
export function isOfCampaign(campaign: NamedCampaign, written: string): boolean {
  const found = slug(written)
  return campaignKeys(campaign).includes(found) || (patternOf(campaign)?.test(found) ?? false)
}
