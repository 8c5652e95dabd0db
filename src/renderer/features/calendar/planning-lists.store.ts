import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

type Channel = AppOutputs['channels']['list']['channels'][number]
type Pillar = AppOutputs['pillars']['list']['pillars'][number]
type Campaign = AppOutputs['campaigns']['list']['campaigns'][number]
type PostCounts = AppOutputs['posts']['counts']

const noCounts: PostCounts = { ideas: 0, unplanned: 0, trashed: 0, statuses: {}, labels: [] }
const OURS = /^(?:channel|pillar|campaign|post|variant)/
const PAUSE = 200

/** What posts are sorted by: the client's channels, pillars, campaigns and labels, for names, colors and menus. */
export const usePlanningLists = defineStore('planning-lists', () => {
  const api = useApi()
  const shell = useClientShell()
  const channels = shallowRef<Channel[]>([])
  const pillars = shallowRef<Pillar[]>([])
  const campaigns = shallowRef<Campaign[]>([])
  const counts = shallowRef<PostCounts>(noCounts)
  let soon: ReturnType<typeof setTimeout> | undefined

  const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> => new Map(list.map((one) => [one.id, one]))
  const channelById = computed(() => byId(channels.value))
  const pillarById = computed(() => byId(pillars.value))
  const campaignById = computed(() => byId(campaigns.value))
  /** The client has no posts at all; not said before that is known. */
  const withoutPosts = computed(() => counts.value !== noCounts && counts.value.unplanned === 0 && Object.values(counts.value.statuses).every((count) => count === 0))
  /** Those that are offered for new posts. */
  const openChannels = computed(() => channels.value.filter((channel) => channel.archivedAt === null))
  const openCampaigns = computed(() => campaigns.value.filter((campaign) => campaign.archivedAt === null))

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const [ofChannels, ofPillars, ofCampaigns, ofPosts] = await Promise.all([
      api.channels.list({ clientId }), api.pillars.list({ clientId }), api.campaigns.list({ clientId }), api.posts.counts({ clientId })
    ])
    if (clientId !== shell.currentId) return
    channels.value = ofChannels.channels
    pillars.value = ofPillars.pillars
    campaigns.value = ofCampaigns.campaigns
    counts.value = ofPosts
  }

  /** A list that cannot be read leaves names away; the screen itself says what failed. */
  const loadQuietly = (): Promise<void> => load().catch(() => undefined)

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => OURS.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      void loadQuietly()
    }, PAUSE)
  })
  watch(
    () => shell.currentId,
    () => {
      channels.value = []
      pillars.value = []
      campaigns.value = []
      counts.value = noCounts
      void loadQuietly()
    },
    { immediate: true }
  )

  return { channels, pillars, campaigns, counts, channelById, pillarById, campaignById, openChannels, openCampaigns, withoutPosts, load }
})
