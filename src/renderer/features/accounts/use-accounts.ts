import type { AppInputs } from '@shared/contract'
import type { Channel } from '@shared/features/channels/accounts.schema'
import type { NetworkId } from '@shared/channels/catalog.schema'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useApi } from '../../api'
import { useRemembered } from '../../app'
import { useText } from '../../ui'
import { useClientData, useWrites } from '../records'

export type ChannelChange = Omit<AppInputs['channels']['update'], 'clientId' | 'channelId'>

/** The channels of the open client, the chosen one, and what can be done to them. */
export function useAccounts() {
  const { t } = useText()
  const api = useApi()
  const route = useRoute()
  const router = useRouter()
  const { failure, readOnly, write } = useWrites()
  const remembered = useRemembered('accounts.chosen', '')
  const tables = ['channel', 'channel_voice', 'channel_slot', 'pillar', 'limit_override']
  const { data, failure: loadFailure } = useClientData(tables, async (clientId) => {
    const [{ channels }, { pillars }, { overrides }] = await Promise.all([
      api.channels.list({ clientId }), api.pillars.list({ clientId }), api.checks.listOverrides({ clientId })
    ])
    return { channels, pillars, overrides }
  })

  const channels = computed(() => data.value?.channels ?? [])
  const chosen = computed<Channel | undefined>(() => {
    const wanted = [String(route.params.channelId ?? ''), remembered.value]
    return wanted.map((id) => channels.value.find((channel) => channel.id === id)).find(Boolean) ?? channels.value[0]
  })

  function choose(channelId: string | undefined): void {
    if (channelId === undefined) return
    failure.value = undefined
    remembered.value = channelId
    void router.replace({ name: 'channels', params: { ...route.params, channelId } })
  }

  async function create(network: NetworkId, handle: string): Promise<boolean> {
    const made = await write((clientId) => api.channels.create({ clientId, network, handle }))
    if (!made) return false
    choose(made.id)
    return true
  }

  const update = (channelId: string, change: ChannelChange) => write((clientId) => api.channels.update({ clientId, channelId, ...change }))

  function move(channelId: string, by: -1 | 1): void {
    const ids = channels.value.map(({ id }) => id)
    const at = ids.indexOf(channelId)
    if (at + by < 0 || at + by >= ids.length) return
    ids.splice(at + by, 0, ...ids.splice(at, 1))
    void write((clientId) => api.channels.reorder({ clientId, ids }))
  }

  function archive({ id: channelId, name, archivedAt }: Channel): void {
    if (archivedAt) void write((clientId) => api.channels.restore({ clientId, channelId }), t('accounts.restore.done', { name }))
    else void write((clientId) => api.channels.archive({ clientId, channelId }), t('accounts.archive.done', { name }))
  }

  const remove = ({ id: channelId, name }: Channel) =>
    write((clientId) => api.channels.remove({ clientId, channelId }), t('accounts.remove.done', { name }))

  return { data, loadFailure, failure, readOnly, channels, chosen, choose, create, update, move, archive, remove }
}
