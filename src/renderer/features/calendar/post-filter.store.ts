import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useRemembered } from '../../app'
import { isFiltered, openPostFilter, queryOf, toggled, type PostFilterState } from './post-filter.rules'

/** One filter for the calendar and the list of posts, kept per client. */
export const usePostFilter = defineStore('post-filter', () => {
  const remembered = useRemembered<PostFilterState>('posts.filter', openPostFilter)
  const filter = computed<PostFilterState>(() => ({ ...openPostFilter, ...remembered.value }))
  const query = computed(() => queryOf(filter.value))
  /** Changes when what is asked for changes. */
  const key = computed(() => JSON.stringify(query.value))
  const active = computed(() => isFiltered(filter.value))

  function set(change: Partial<PostFilterState>): void {
    remembered.value = { ...filter.value, ...change }
  }
  function toggle(...change: [list: 'channelIds' | 'statuses' | 'pillarIds' | 'campaignIds' | 'labels', value: string]): void {
    remembered.value = toggled(filter.value, ...change)
  }
  function clear(): void {
    remembered.value = openPostFilter
  }

  return { filter, query, key, active, set, toggle, clear }
})
