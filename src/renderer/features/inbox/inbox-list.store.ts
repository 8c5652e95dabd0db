import type { InboxFilters, InboxView } from '@shared/features/inbox/inbox.schema'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { usePagedRows } from '../records'
import { createInboxFollower, INBOX_TABLES } from './inbox-counts.store'
import { useMe } from './use-me'

/** What narrows a view; what is not named does not. */
export type Narrowing = Omit<InboxFilters, 'view' | 'search' | 'me' | 'personId'>

const PAGE = 100
const PAUSE = 150
const MINUTE = 60_000

/** The conversations of the client in one view. Pages are read when they come into view, and again when something changes. */
export const useInboxList = defineStore('inbox-list', () => {
  const api = useApi()
  const shell = useClientShell()
  const me = useMe()
  const view = useRemembered<InboxView>('inbox.view', 'unanswered')
  const narrowing = useRemembered<Narrowing>('inbox.narrowing', {})
  const search = useRemembered('inbox.search', '')
  const readAt = ref(new Date().toISOString())

  const query = computed(() => ({ ...narrowing.value, view: view.value, search: search.value, me: me.value }))
  const key = computed(() => JSON.stringify([shell.currentId, query.value]))
  const isNarrowed = computed(() => search.value.trim() !== '' || Object.values(narrowing.value).some((value) => value !== undefined))
  const paged = usePagedRows({
    size: PAGE,
    read: (clientId, part) => api.inbox.list({ clientId, ...query.value, ...part }),
    rowsOf: ({ rows }) => rows,
    taken: () => (readAt.value = new Date().toISOString())
  })
  const { total, state, failure, places, rowAt, show, refresh } = paged
  const known = computed(() => new Map([...paged.pages.values()].flat().map((row) => [row.id, row])))
  const reset = (): Promise<void> => paged.reset('rows')
  const later = createInboxFollower(PAUSE, () => void refresh())

  function narrow(change: Narrowing): void {
    narrowing.value = Object.fromEntries(Object.entries({ ...narrowing.value, ...change }).filter(([, value]) => value !== undefined))
  }
  function clear(): void {
    narrowing.value = {}
    search.value = ''
  }

  /** A part of the list as it is narrowed now, whatever is in sight. */
  const read = (clientId: string, part: { offset: number; limit: number }) => api.inbox.list({ clientId, ...query.value, ...part })

  /** Conversations of a run of places, also of those that were never in view. */
  async function idsBetween(from: number, to: number): Promise<string[]> {
    const clientId = shell.currentId
    if (clientId === undefined) return []
    const { rows } = await read(clientId, { offset: from, limit: Math.min(1000, to - from + 1) })
    return rows.map(({ id }) => id)
  }

  subscribeEvents((event) => {
    if (event.type === 'ready') void refresh()
    else if (event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => INBOX_TABLES.test(table))) later(event.operation)
  })
  setInterval(() => void refresh(), MINUTE)
  // Nothing of another client stays in sight.
  watch(() => shell.currentId, paged.empty, { flush: 'sync' })
  watch(key, () => void reset(), { immediate: true })

  return { view, narrowing, search, total, state, failure, readAt, places, known, isNarrowed, rowAt, show, read, reset, refresh, narrow, clear, idsBetween }
})
