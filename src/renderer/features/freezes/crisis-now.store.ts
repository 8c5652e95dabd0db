import type { AppOutputs } from '@shared/contract'
import { holdingFreeze, type Freezable } from '@shared/features/incidents/freeze-rules'
import type { CurrentCrisis } from '@shared/features/incidents/incidents.schema'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

type Overview = AppOutputs['incidents']['overview']

const OURS: ReadonlySet<string> = new Set(['incident', 'incident_freeze', 'frozen_variant'])
/** What changes how many posts wait for a decision. */
const POSTS: ReadonlySet<string> = new Set(['variant', 'post'])
const nothing: CurrentCrisis = { incidents: [], freezes: [], waiting: 0 }
const PAUSE = 150

/** What is open and frozen now, in the open client and over all of them. */
export const useCrisisNow = defineStore('crisis-now', () => {
  const api = useApi()
  const shell = useClientShell()
  const overview = shallowRef<Overview>({ clients: [], failed: [] })
  /** Of the open client, with the client it is of: never that of another one. */
  const known = shallowRef<{ clientId: string; crisis: CurrentCrisis }>()
  let soon: ReturnType<typeof setTimeout> | undefined

  const current = computed(() => (known.value && known.value.clientId === shell.currentId ? known.value.crisis : nothing))
  const incident = computed(() => current.value.incidents[0])
  const isFrozen = (entry: Freezable): boolean => current.value.freezes.length > 0 && holdingFreeze(current.value.freezes, entry) !== undefined
  /** The incident that holds a post of any client. */
  function holderIn(clientId: string, entry: Freezable): { incidentId: string; title: string } | undefined {
    const client = overview.value.clients.find((one) => one.clientId === clientId)
    return client && holdingFreeze(client.freezes, entry)
  }
  const ofClient = (clientId: string) => overview.value.clients.find((one) => one.clientId === clientId)

  async function loadCurrent(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const crisis = await api.incidents.current({ clientId }).catch(() => undefined)
    if (crisis && clientId === shell.currentId) known.value = { clientId, crisis }
  }
  async function loadOverview(): Promise<void> {
    overview.value = (await api.incidents.overview({}).catch(() => undefined)) ?? overview.value
  }
  function loadSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      void loadCurrent()
      void loadOverview()
    }, PAUSE)
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(): void {
    watch(() => shell.currentId, () => void loadCurrent(), { immediate: true })
    subscribeEvents((event) => {
      if (event.type === 'clients.changed' || event.type === 'ready') loadSoon()
      if (event.type !== 'workspace.changed') return
      const frozen = current.value.freezes.length > 0 && event.clientId === shell.currentId
      if (event.tables.some((table) => OURS.has(table) || (frozen && POSTS.has(table)))) loadSoon()
    })
    void loadOverview()
  }

  return { current, incident, overview, isFrozen, holderIn, ofClient, loadCurrent, follow }
})
