import type { InboxFilters, InboxRow, InboxView } from '@shared/features/inbox/inbox.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
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
  const pages = shallowReactive(new Map<number, InboxRow[]>())
  const total = ref(0)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const readAt = ref(new Date().toISOString())
  const onTheirWay = new Set<number>()
  let inView: readonly number[] = [0]
  /** What is shown belongs to another question; it stays until the first answer to this one is there. */
  let isStale = false
  const later = createInboxFollower(PAUSE, () => void refresh())
  let turn = 0

  const query = computed(() => ({ ...narrowing.value, view: view.value, search: search.value, me: me.value }))
  const key = computed(() => JSON.stringify([shell.currentId, query.value]))
  const isNarrowed = computed(() => search.value.trim() !== '' || Object.values(narrowing.value).some((value) => value !== undefined))
  const rowAt = (index: number): InboxRow | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  const known = computed(() => new Map([...pages.values()].flat().map((row) => [row.id, row])))
  /** One place for each conversation; what is not read yet is undefined. */
  const places = computed(() => Array.from({ length: total.value }, (_, index) => rowAt(index)))

  async function fetchPage(page: number): Promise<void> {
    const clientId = shell.currentId
    const asked = turn
    if (clientId === undefined) return
    onTheirWay.add(page)
    try {
      const answer = await api.inbox.list({ clientId, ...query.value, offset: page * PAGE, limit: PAGE })
      if (asked !== turn) return
      if (isStale) pages.clear()
      isStale = false
      total.value = answer.total
      pages.set(page, answer.rows)
      readAt.value = new Date().toISOString()
      state.value = 'ready'
    } catch (error) {
      if (asked !== turn) return
      failure.value = error
      state.value = 'failed'
    } finally {
      if (asked === turn) onTheirWay.delete(page)
    }
  }

  async function show(first: number, last: number): Promise<void> {
    const [from, to] = [Math.floor(Math.max(0, first) / PAGE), Math.floor(Math.max(0, last) / PAGE)]
    inView = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    await Promise.all(inView.filter((page) => !pages.has(page) && !onTheirWay.has(page)).map(fetchPage))
  }

  /** Reads again what is in view and forgets the rest; what is shown stays until the new rows are there. */
  async function refresh(): Promise<void> {
    turn += 1
    onTheirWay.clear()
    if (!isStale) for (const page of pages.keys()) if (!inView.includes(page)) pages.delete(page)
    await Promise.all(inView.map(fetchPage))
  }

  /** Nothing of another client stays in sight. */
  function empty(): void {
    pages.clear()
    total.value = 0
    state.value = 'loading'
  }
  async function reset(): Promise<void> {
    isStale = true
    inView = [0]
    if (state.value === 'failed') state.value = 'loading'
    await refresh()
  }

  function narrow(change: Narrowing): void {
    narrowing.value = Object.fromEntries(Object.entries({ ...narrowing.value, ...change }).filter(([, value]) => value !== undefined))
  }
  function clear(): void {
    narrowing.value = {}
    search.value = ''
  }

  /** Conversations of a run of places, also of those that were never in view. */
  async function idsBetween(from: number, to: number): Promise<string[]> {
    const clientId = shell.currentId
    if (clientId === undefined) return []
    const { rows } = await api.inbox.list({ clientId, ...query.value, offset: from, limit: Math.min(1000, to - from + 1) })
    return rows.map(({ id }) => id)
  }

  subscribeEvents((event) => {
    if (event.type === 'ready') void refresh()
    else if (event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => INBOX_TABLES.test(table))) later(event.operation)
  })
  setInterval(() => void refresh(), MINUTE)
  watch(() => shell.currentId, empty, { flush: 'sync' })
  watch(key, () => void reset(), { immediate: true })

  return { view, narrowing, search, total, state, failure, readAt, places, known, isNarrowed, rowAt, show, reset, refresh, narrow, clear, idsBetween }
})
