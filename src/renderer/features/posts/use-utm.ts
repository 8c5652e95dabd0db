import { withUtm } from '@shared/features/campaigns/utm'
import { useApi } from '../../api'
import { shortName } from './insertions.rules'
import { effective } from './post-edits.rules'
import type { Composer } from './use-composer'

/** The link of a channel, or of the post, with the parameters of its campaign's rule; undefined without a campaign. */
export function useUtm(composer: Composer): (variantId: string | undefined) => Promise<string | undefined> {
  const api = useApi()
  return async (variantId) => {
    const post = composer.post.value
    const campaignId = post?.campaignId ?? null
    if (!post || campaignId === null) return undefined
    const variant = post.variants.find(({ id }) => id === variantId)
    const campaign = await composer.run(() => api.campaigns.get({ clientId: composer.clientId, campaignId }))
    if (!campaign) return undefined
    const networks = [...new Set(post.variants.map((one) => one.network))]
    // On the post itself the rule knows the network only where there is one.
    const network = variant?.network ?? (networks.length === 1 ? networks[0] : undefined) ?? 'social'
    return withUtm(effective(post, variant, 'link'), campaign.utm, { network, campaign: campaign.name, post: shortName(post), format: variant?.format ?? 'post' })
  }
}
