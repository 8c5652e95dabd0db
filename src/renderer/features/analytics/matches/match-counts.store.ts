import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { subscribeEvents, useApi } from '../../../api'
import { useClientShell } from '../../../app'

/** How many posts wait for a person to say which post of the plan they are: the badge on the tab. */
export const useMatchCounts = defineStore('match-counts', () => {
  const api = useApi()
  const shell = useClientShell()
  const doubtful = ref(0)

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    const counts = await api.matches.counts({ clientId }).catch(() => undefined)
    if (counts && clientId === shell.currentId) doubtful.value = counts.doubtful
  }
  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => table.startsWith('figure_'))
    if (ours || event.type === 'ready') void load()
  })
  watch(() => shell.currentId, () => {
    doubtful.value = 0
    void load()
  }, { immediate: true })

  return { doubtful }
})
