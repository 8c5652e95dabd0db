import type { AppOutputs } from '@shared/contract'
import type { InboxRow, InboxView } from '@shared/features/inbox/inbox.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { usePreferences } from '../../app'
import { INBOX_TABLES } from './inbox-counts.store'
import { useMe } from './use-me'

type Answer = AppOutputs['inbox']['listAll']
export type AllInboxClient = Answer['clients'][number]

const MINUTE = 60_000
const PAUSE = 300
const MOST = 500
const TYPING = 200

/** Conversations over all clients. It is only read while somebody looks at it or at Today. */
export const useAllInbox = defineStore('inbox-all', () => {
  const api = useApi()
  const preferences = usePreferences()
  const me = useMe()
  const view = computed({ get: () => preferences.get<InboxView>('inbox.all.view', 'unanswered'), set: (next) => preferences.set('inbox.all.view', next) })
  const search = ref('')
  const clientId = ref<string>()
  const answer = shallowRef<Answer>()
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const readAt = ref('')
  const rows = computed<readonly InboxRow[]>(() => answer.value?.rows ?? [])
  const clients = computed(() => answer.value?.clients ?? [])
  let newest = 0
  let soon: ReturnType<typeof setTimeout> | undefined
  let isFollowing = false

  async function read(): Promise<void> {
    newest += 1
    const asked = newest
    try {
      const found = await api.inbox.listAll({ view: view.value, search: search.value, me: me.value, limit: MOST })
      if (asked !== newest) return
      answer.value = found
      readAt.value = new Date().toISOString()
      state.value = 'ready'
    } catch (error) {
      if (asked !== newest) return
      failure.value = error
      state.value = 'failed'
    }
  }
  function later(wait: number): void {
    clearTimeout(soon)
    soon = setTimeout(() => void read(), wait)
  }
  /** Reads, and from then on follows what happens. */
  function load(): void {
    void read()
    if (isFollowing) return
    isFollowing = true
    subscribeEvents((event) => {
      const ours = event.type === 'workspace.changed' && event.tables.some((table) => INBOX_TABLES.test(table))
      if (ours || event.type === 'clients.changed' || event.type === 'ready') later(PAUSE)
    })
    setInterval(() => void read(), MINUTE)
    watch([view, me], () => void read())
    watch(search, () => later(TYPING))
  }

  return { view, search, clientId, rows, clients, total: computed(() => answer.value?.total ?? 0), failed: computed(() => answer.value?.failed ?? []), state, failure, readAt, load }
})
