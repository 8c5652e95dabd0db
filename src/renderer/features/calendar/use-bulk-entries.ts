import { canBecome } from '@shared/features/posts/post-states'
import { variantState, type PostFormat, type VariantState } from '@shared/features/posts/posts.schema'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { useText, type MenuEntry } from '../../ui'
import { usePlanningLists } from './planning-lists.store'
import { useStateChange } from './state-change.store'
import { usePostActions } from './use-post-actions'

export interface BulkSubject {
  ids: string[]
  variants: { id: string; state: VariantState; channelId: string }[]
}

export interface BulkMenus {
  pillar: MenuEntry[]
  campaign: MenuEntry[]
  channels: MenuEntry[]
  state: MenuEntry[]
}

/** What a post is on most channels; the composer offers the others. */
const FORMAT: PostFormat = 'feed'

/** What can be given to many posts at once, as menus; each choice is one step to undo. */
export function useBulkEntries(subject: MaybeRefOrGetter<BulkSubject>): ComputedRef<BulkMenus> {
  const { t } = useText()
  const lists = usePlanningLists()
  const actions = usePostActions()
  const states = useStateChange()

  return computed(() => {
    const { ids, variants } = toValue(subject)
    const used = new Set(variants.map((variant) => variant.channelId))
    const channelName = (id: string, fallback: string): string => lists.channelById.get(id)?.name ?? fallback
    const possible = variantState.options.filter((state) => variants.length > 0 && variants.every((variant) => variant.state === state || canBecome(variant.state, state)))
    return {
      pillar: [
        ...lists.pillars.map(({ id, name }) => ({ id, label: name, run: () => void actions.updateMany(ids, { pillarId: id }) })),
        { id: 'none', label: t('calendar.bulk.noPillar'), separator: lists.pillars.length > 0, run: () => void actions.updateMany(ids, { pillarId: null }) }
      ],
      campaign: [
        ...lists.openCampaigns.map(({ id, name }) => ({ id, label: name, run: () => void actions.updateMany(ids, { campaignId: id }) })),
        { id: 'none', label: t('calendar.bulk.noCampaign'), separator: lists.openCampaigns.length > 0, run: () => void actions.updateMany(ids, { campaignId: null }) }
      ],
      channels: [
        ...lists.openChannels.map(({ id, name }) => ({
          id: `add-${id}`, label: t('calendar.bulk.addChannel', { name }), run: () => void actions.updateMany(ids, { addChannels: [{ channelId: id, format: FORMAT, voiceId: null }] })
        })),
        ...[...used].map((id, index) => ({
          id: `remove-${id}`, label: t('calendar.bulk.removeChannel', { name: channelName(id, t('calendar.filter.channel')) }), separator: index === 0,
          run: () => void actions.updateMany(ids, { removeChannelIds: [id] })
        }))
      ],
      state: possible.map((state) => ({ id: state, label: t(`calendar.status.${state}`), run: () => void states.set(variants.filter((variant) => variant.state !== state).map((variant) => variant.id), state) }))
    }
  })
}
