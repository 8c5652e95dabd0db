import type { AppOutputs } from '@shared/contract'
import { variantStatus } from '@shared/features/posts/post-states'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { subscribeEvents, useApi } from '../../api'

type Today = AppOutputs['today']['list']

const MINUTE = 60_000
const PAUSE = 300
const OURS = /^(?:post|variant|channel|client)/
const nothing: Today = { now: '', overdue: [], today: [], review: [], tomorrow: [], unread: [] }

/** What waits for a hand over all clients. Read when something changes, and once a minute. */
export const useToday = defineStore('today', () => {
  const api = useApi()
  const today = shallowRef<Today>(nothing)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  let soon: ReturnType<typeof setTimeout> | undefined
  let reading: Promise<void> | undefined

  const due = computed(() => today.value.today.filter((item) => variantStatus(item.entry, today.value.now) === 'due'))
  const later = computed(() => today.value.today.filter((item) => variantStatus(item.entry, today.value.now) !== 'due'))
  /** Overdue and due: what the badge counts. */
  const pressing = computed(() => today.value.overdue.length + due.value.length)

  async function read(): Promise<void> {
    try {
      today.value = await api.today.list({})
      state.value = 'ready'
    } catch (error) {
      failure.value = error
      state.value = 'failed'
    }
  }

  function load(): Promise<void> {
    reading ??= read().finally(() => (reading = undefined))
    return reading
  }

  function loadSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      void load()
    }, PAUSE)
  }

  /** Begins to follow what happens; called once, when the app starts. */
  function follow(): void {
    subscribeEvents((event) => {
      const ours = event.type === 'workspace.changed' && event.tables.some((table) => OURS.test(table))
      if (ours || event.type === 'clients.changed' || event.type === 'ready' || event.type === 'posts.due') loadSoon()
    })
    setInterval(() => void load(), MINUTE)
    void load()
  }

  return { today, due, later, pressing, state, failure, load, follow }
})
