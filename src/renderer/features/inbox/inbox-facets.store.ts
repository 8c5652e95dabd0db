import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from '../../api'
import { useClientData } from '../records'

type Facets = AppOutputs['inbox']['facets']
export type InboxChannel = AppOutputs['channels']['list']['channels'][number]

const nothing: Facets = { networks: [], labels: [], assignees: [], languages: [] }

/** What filters and fields offer: what occurs in the open client's inbox, and its channels. */
export const useInboxFacets = defineStore('inbox-facets', () => {
  const api = useApi()
  const found = useClientData(['message_import', 'conversation_care', 'conversation_label', 'channel'], async (clientId) => {
    const [facets, { channels }] = await Promise.all([api.inbox.facets({ clientId }), api.channels.list({ clientId })])
    return { facets, channels }
  })
  const empty = shallowRef<readonly InboxChannel[]>([])
  const facets = computed(() => found.data.value?.facets ?? nothing)
  const channels = computed(() => found.data.value?.channels ?? empty.value)
  return { facets, channels }
})
