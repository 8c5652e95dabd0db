import type { NetworkId } from '@shared/channels/catalog.schema'
import type { AppOutputs } from '@shared/contract'
import type { TextLimits } from '@shared/text'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

export type ComposerChannel = AppOutputs['channels']['list']['channels'][number]
export type ComposerPillar = AppOutputs['pillars']['list']['pillars'][number]
export type ComposerTexts = AppOutputs['texts']['list']
export type ComposerCampaign = AppOutputs['campaigns']['list']['campaigns'][number]

export type ComposerOverrides = AppOutputs['checks']['listOverrides']['overrides']

const noTexts: ComposerTexts = { people: [], hashtagSets: [], snippets: [], variables: [], templates: [] }

/** What a post is made from: the client's channels, pillars, campaigns and kept texts. Kept current for the open client. */
export const useComposerLists = defineStore('composer-lists', () => {
  const api = useApi()
  const shell = useClientShell()
  const channels = shallowRef<readonly ComposerChannel[]>([])
  const pillars = shallowRef<readonly ComposerPillar[]>([])
  const campaigns = shallowRef<readonly ComposerCampaign[]>([])
  const texts = shallowRef<ComposerTexts>(noTexts)
  const overrides = shallowRef<ComposerOverrides>([])
  const loadedFor = shallowRef<string>()

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const [ofChannels, ofPillars, ofCampaigns, ofTexts, ofOverrides] = await Promise.all([
      api.channels.list({ clientId }),
      api.pillars.list({ clientId }),
      api.campaigns.list({ clientId }),
      api.texts.list({ clientId }),
      api.checks.listOverrides({ clientId })
    ])
    if (clientId !== shell.currentId) return
    channels.value = ofChannels.channels
    pillars.value = ofPillars.pillars
    campaigns.value = ofCampaigns.campaigns
    texts.value = ofTexts
    overrides.value = ofOverrides.overrides
    loadedFor.value = clientId
  }

  const watched: ReadonlySet<string> = new Set([
    'channel', 'channel_voice', 'channel_slot', 'pillar', 'campaign',
    'handle_person', 'handle_entry', 'hashtag_set', 'snippet', 'client_variable', 'post_template', 'limit_override'
  ])
  subscribeEvents((event) => {
    if (loadedFor.value === undefined) return
    const mine = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => watched.has(table))
    if (event.type === 'ready' || mine) void load().catch(() => undefined)
  })

  const byId = computed(() => new Map(channels.value.map((channel) => [channel.id, channel])))
  const channelOf = (id: string): ComposerChannel | undefined => byId.value.get(id)

  /** Where the clock of a variant's channel hangs, if not where the client's does. */
  const zoneOf = (variant: { channelId: string } | undefined): string | undefined => (variant && channelOf(variant.channelId)?.zone) ?? undefined

  /** The limit that the client's people set in the place of the network's; undefined where they did not. */
  function limitsOf(network: NetworkId, field: string): TextLimits | undefined {
    const override = overrides.value.find((one) => one.network === network && one.field === field)
    return override && { max: override.max }
  }

  return { overrides, limitsOf, zoneOf, channels, pillars, campaigns, texts, loadedFor, load, channelOf, open: computed(() => channels.value.filter(({ archivedAt }) => archivedAt === null)) }
})
