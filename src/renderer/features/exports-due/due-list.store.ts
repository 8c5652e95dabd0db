import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'

const OURS: ReadonlySet<string> = new Set(['figure_import', 'channel', 'workspace_setting', 'client_profile'])
/** Days change: once in a quarter of an hour is soon enough. */
const PAUSE = 15 * 60_000
const SOON = 400

/** Exports that are due over all clients. Quiet where it cannot be read: Today says what matters more. */
export const useDueList = defineStore('due-exports', () => {
  const api = useApi()
  const list = shallowRef<AppOutputs['exportsDue']['list']>({ items: [], unread: [] })
  let soon: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    list.value = await api.exportsDue.list({}).catch(() => list.value)
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(): void {
    subscribeEvents((event) => {
      const ours = event.type === 'workspace.changed' && event.tables.some((table) => OURS.has(table))
      if (ours || event.type === 'clients.changed' || event.type === 'ready')
        soon ??= setTimeout(() => {
          soon = undefined
          void load()
        }, SOON)
    })
    setInterval(() => void load(), PAUSE)
    void load()
  }

  const items = computed(() => list.value.items)
  /** Exports of one channel are fetched in one visit, and are one line of Today. */
  const channels = computed(() => new Set(items.value.map(({ clientId, channelId, network }) => `${clientId} ${channelId} ${network}`)).size)

  return { items, channels, unread: computed(() => list.value.unread), load, follow }
})
