import type { PeopleFilters } from '@shared/features/people/people.schema'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { followTables, usePagedRows } from '../records'
import { addressOf, refOf } from './people-words'

export type PeopleNarrowing = Pick<PeopleFilters, 'label' | 'network' | 'due' | 'unanswered' | 'card'>

const PAGE = 200
export const PEOPLE_TABLES = /^(?:person|message|conversation|reply|outreach|handle_|erasure|care)/

/** Everybody the client knows, as the filters show them. Pages are read when they come into view. */
export const usePeopleList = defineStore('people-list', () => {
  const api = useApi()
  const shell = useClientShell()
  const sort = useRemembered<PeopleFilters['sort']>('people.sort', 'last')
  const narrowing = useRemembered<PeopleNarrowing>('people.narrowing', {})
  const search = ref('')
  const query = computed(() => ({ ...narrowing.value, search: search.value, sort: sort.value }))
  const key = computed(() => JSON.stringify([shell.currentId, query.value]))
  const isNarrowed = computed(() => search.value.trim() !== '' || Object.values(narrowing.value).some((value) => value !== undefined))
  const paged = usePagedRows({ size: PAGE, read: (clientId, part) => api.people.list({ clientId, ...query.value, ...part }), rowsOf: ({ people }) => people })
  const { total, state, failure, places, rowAt, show, refresh, reset } = paged
  const known = computed(() => new Map([...paged.pages.values()].flat().map((row) => [addressOf(refOf(row)), row])))

  const read = (clientId: string, part: { offset: number; limit: number }) => api.people.list({ clientId, ...query.value, ...part }).then(({ total: all, people }) => ({ total: all, rows: people }))

  function narrow(change: PeopleNarrowing): void {
    narrowing.value = Object.fromEntries(Object.entries({ ...narrowing.value, ...change }).filter(([, value]) => value !== undefined))
  }
  function clear(): void {
    narrowing.value = {}
    search.value = ''
  }

  followTables(PEOPLE_TABLES, refresh)
  watch(key, () => void reset(), { immediate: true })

  return { sort, narrowing, search, total, state, failure, places, known, isNarrowed, rowAt, show, read, reset, narrow, clear }
})
