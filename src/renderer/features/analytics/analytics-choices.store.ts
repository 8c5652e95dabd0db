import type { AppOutputs } from '@shared/contract'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

type Choices = AppOutputs['analytics']['choices']

const none: Choices = { formats: [], hashtags: [], first: null, last: null }
const FIGURES = /^figure/

/** What the client's figures can be narrowed by, and which days they are of. */
export const useAnalyticsChoices = defineStore('analytics-choices', () => {
  const api = useApi()
  const shell = useClientShell()
  const choices = shallowRef<Choices>()
  const formats = computed(() => choices.value?.formats ?? [])
  const hashtags = computed(() => choices.value?.hashtags ?? [])
  /** First and last day that any figure is of; undefined until known, null where nothing was imported. */
  const days = computed(() => {
    if (!choices.value) return undefined
    const { first, last } = choices.value
    return first !== null && last !== null ? { first, last } : null
  })

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const found = await api.analytics.choices({ clientId }).catch(() => none)
    if (clientId === shell.currentId) choices.value = found
  }
  subscribeEvents((event) => {
    if (event.type === 'ready' || (event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => FIGURES.test(table)))) void load()
  })
  watch(
    () => shell.currentId,
    () => {
      choices.value = undefined
      void load()
    },
    { immediate: true }
  )

  return { formats, hashtags, days }
})
