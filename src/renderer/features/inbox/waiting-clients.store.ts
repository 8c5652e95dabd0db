import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Router } from 'vue-router'
import { subscribeEvents, useApi } from '../../api'
import { useNotices } from '../../app'
import { useText } from '../../ui'
import type { AllInboxClient } from './all-inbox.store'
import { createInboxFollower, INBOX_TABLES } from './inbox-counts.store'

const MINUTE = 60_000
const PAUSE = 500

/** How many wait for an answer at each client, and the word when one of them comes near the end of its time. Read once a minute. */
export const useWaitingClients = defineStore('inbox-waiting-clients', () => {
  const api = useApi()
  const notices = useNotices()
  const { t } = useText()
  const clients = shallowRef<readonly AllInboxClient[]>([])
  const unanswered = computed(() => clients.value.reduce((sum, client) => sum + client.unanswered, 0))
  let known: ReadonlyMap<string, number> | undefined
  let show: (clientId: string) => unknown = () => undefined

  /** Those that were there when the app was started are on Today; only what comes to it is told. */
  function tell(): void {
    const pressing = new Map(clients.value.map(({ clientId, near, breached }) => [clientId, near + breached]))
    const first = known === undefined ? undefined : clients.value.find(({ clientId }) => (pressing.get(clientId) ?? 0) > (known?.get(clientId) ?? 0))
    known = pressing
    if (first && first.near > 0) notices.show({ text: t('inbox.near', { n: first.near, client: first.name }), action: { label: t('inbox.near.show'), run: () => show(first.clientId) } })
  }
  async function load(isTick = false): Promise<void> {
    const found = await api.inbox.listAll({ limit: 1 }).catch(() => undefined)
    if (!found) return
    clients.value = found.clients
    if (isTick || known === undefined) tell()
    else known = new Map(found.clients.map(({ clientId, near, breached }) => [clientId, near + breached]))
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(router: Router): void {
    show = (clientId) => router.push({ name: 'inbox', params: { clientId } })
    const later = createInboxFollower(PAUSE, () => void load())
    subscribeEvents((event) => {
      if (event.type === 'ready' || event.type === 'clients.changed') void load()
      else if (event.type === 'workspace.changed' && event.tables.some((table) => INBOX_TABLES.test(table))) later(event.operation)
    })
    setInterval(() => void load(true), MINUTE)
    void load()
  }

  return { clients, unanswered, load, follow }
})
