import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { usePreferences } from './preferences.store'

/** What the frame needs to know about a client. */
export interface ShellClient {
  id: string
  name: string
  /** `#rrggbb` */
  color: string
  logoUrl: string | null
  /** IANA zone */
  zone: string
  languages: readonly string[]
  pinned: boolean
  archivedAt: string | null
}

/** Filled in by the clients feature; its members are reactive. */
export interface ClientSource {
  readonly clients: readonly ShellClient[]
  readonly loaded: boolean
  /** Opens the workspace; throws where it cannot be opened. */
  open(id: string): Promise<unknown>
  create(): unknown
  showAll(): unknown
}

const lastClientKey = 'client.last'

/** The clients as the switcher shows them, and the one that is open. */
export const useClientShell = defineStore('client-shell', () => {
  const preferences = usePreferences()
  const source = shallowRef<ClientSource>()
  const currentId = ref<string>()
  const openError = shallowRef<unknown>()
  const loaded = computed(() => source.value?.loaded ?? false)
  /** Pinned first, then by name; archived ones are left to the page of all clients. */
  const clients = computed(() =>
    (source.value?.clients ?? [])
      .filter((client) => client.archivedAt === null)
      .toSorted((left, right) => Number(right.pinned) - Number(left.pinned) || left.name.localeCompare(right.name))
  )
  const current = computed(() => source.value?.clients.find((client) => client.id === currentId.value))

  const provide = (from: ClientSource): void => {
    source.value = from
  }

  let asked = 0

  /**
   * Makes a client the open one; a failure is kept for the screen to show, and the old one stays. Of several asked for in
   * a row the last one counts, whichever takes longest.
   */
  async function open(id: string): Promise<boolean> {
    asked += 1
    const turn = asked
    openError.value = undefined
    if (id === currentId.value) return true
    try {
      await source.value?.open(id)
      if (turn !== asked) return false
      currentId.value = id
      preferences.set(lastClientKey, id)
      return true
    } catch (error) {
      if (turn === asked) openError.value = error
      return false
    }
  }

  /** Opens the client of last time, if it is still there and not archived. A failure is left for the next choice. */
  async function openLast(): Promise<void> {
    const last = preferences.get(lastClientKey, '')
    if (currentId.value !== undefined || openError.value !== undefined || !clients.value.some((client) => client.id === last)) return
    if (!(await open(last))) openError.value = undefined
  }

  /** Going elsewhere leaves what could not be opened behind. */
  function forgetError(): void {
    openError.value = undefined
  }

  function close(): void {
    currentId.value = undefined
    openError.value = undefined
  }

  return { source, clients, current, currentId, loaded, openError, provide, open, openLast, forgetError, close }
})
