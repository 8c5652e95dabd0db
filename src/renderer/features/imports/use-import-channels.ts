import type { Channel } from '@shared/features/channels/accounts.schema'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useApi } from '../../api'
import { defineStore } from 'pinia'
import { useClientData } from '../records'

const useChannelList = defineStore('import-channels', () => {
  const api = useApi()
  const { data } = useClientData(['channel'], async (clientId) => (await api.channels.list({ clientId })).channels)
  return { channels: computed<readonly Channel[]>(() => data.value ?? []) }
})

/** The open client's channels, as imports name them. */
export function useImportChannels(): { channels: ComputedRef<readonly Channel[]>; channelsOf: (network: string) => readonly Channel[]; channelName: (id: string) => string } {
  const store = useChannelList()
  return {
    channels: computed(() => store.channels),
    channelsOf: (network) => store.channels.filter((channel) => channel.network === network && channel.archivedAt === null),
    channelName: (id) => {
      const channel = store.channels.find((one) => one.id === id)
      return channel ? channel.name || channel.handle : ''
    }
  }
}
