import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import type { AllInboxClient } from './all-inbox.store'
import { createInboxFollower, INBOX_TABLES } from './inbox-counts.store'

const MINUTE = 60_000
const PAUSE = 500

/** How many wait for an answer at each client. Read once a minute. */
export const useWaitingClients = defineStore('inbox-waiting-clients', () => {
  const api = useApi()
  const clients = shallowRef<readonly AllInboxClient[]>([])
  const unanswered = computed(() => clients.value.reduce((sum, client) => sum + client.unanswered, 0))

  async function load(): Promise<void> {
    const found = await api.inbox.listAll({ limit: 1 }).catch(() => undefined)
    if (!found) return
    clients.value = found.clients
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(): void {
    const later = createInboxFollower(PAUSE, () => void load())
    subscribeEvents((event) => {
      if (event.type === 'ready' || event.type === 'clients.changed') void load()
      else if (event.type === 'workspace.changed' && event.tables.some((table) => INBOX_TABLES.test(table))) later(event.operation)
    })
    setInterval(() => void load(), MINUTE)
    void load()
  }

  return { clients, unanswered, load, follow }
})
