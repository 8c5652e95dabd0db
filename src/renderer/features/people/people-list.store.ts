import type { PeopleFilters, PersonRow } from '@shared/features/people/people.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { addressOf, refOf } from './people-words'

export type PeopleNarrowing = Pick<PeopleFilters, 'label' | 'network' | 'due' | 'unanswered' | 'card'>

const PAGE = 200
const PAUSE = 150
export const PEOPLE_TABLES = /^(?:person|message|conversation|reply|outreach|handle_|erasure|care)/

/** Everybody the client knows, as the filters show them. Pages are read when they come into view. */
export const usePeopleList = defineStore('people-list', () => {
  const api = useApi()
  const shell = useClientShell()
  const sort = useRemembered<PeopleFilters['sort']>('people.sort', 'last')
  const narrowing = useRemembered<PeopleNarrowing>('people.narrowing', {})
  const search = ref('')
  const pages = shallowReactive(new Map<number, PersonRow[]>())
  const total = ref(0)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const onTheirWay = new Set<number>()
  let inView: readonly number[] = [0]
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const query = computed(() => ({ ...narrowing.value, search: search.value, sort: sort.value }))
  const key = computed(() => JSON.stringify([shell.currentId, query.value]))
  const isNarrowed = computed(() => search.value.trim() !== '' || Object.values(narrowing.value).some((value) => value !== undefined))
  const rowAt = (index: number): PersonRow | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  const places = computed(() => Array.from({ length: total.value }, (_, index) => rowAt(index)))
  const known = computed(() => new Map([...pages.values()].flat().map((row) => [addressOf(refOf(row)), row])))

  async function fetchPage(page: number): Promise<void> {
    const clientId = shell.currentId
    const asked = turn
    if (clientId === undefined) return
    onTheirWay.add(page)
    try {
      const answer = await api.people.list({ clientId, ...query.value, offset: page * PAGE, limit: PAGE })
      if (asked !== turn) return
      total.value = answer.total
      pages.set(page, answer.people)
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
    for (const page of pages.keys()) if (!inView.includes(page)) pages.delete(page)
    await Promise.all(inView.map(fetchPage))
  }

  async function reset(): Promise<void> {
    pages.clear()
    total.value = 0
    state.value = 'loading'
    inView = [0]
    await refresh()
  }

  function narrow(change: PeopleNarrowing): void {
    narrowing.value = Object.fromEntries(Object.entries({ ...narrowing.value, ...change }).filter(([, value]) => value !== undefined))
  }
  function clear(): void {
    narrowing.value = {}
    search.value = ''
  }

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => PEOPLE_TABLES.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      void refresh()
    }, PAUSE)
  })
  watch(key, () => void reset(), { immediate: true })

  return { sort, narrowing, search, total, state, failure, places, known, isNarrowed, rowAt, show, reset, narrow, clear }
})
