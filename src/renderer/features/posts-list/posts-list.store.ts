import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { usePostFilter } from '../calendar'
import { followTables, usePagedRows } from '../records'

export type PostSortKey = 'planned' | 'updated' | 'created' | 'title'
export interface PostOrder {
  sort: PostSortKey
  descending: boolean
}

const PAGE = 200
const OURS = /^(?:post|variant|campaign|channel|pillar|label)/

/** All posts of the client as the filter shows them. Pages are read when they come into view. */
export const usePostsList = defineStore('posts-list', () => {
  const api = useApi()
  const shell = useClientShell()
  const filter = usePostFilter()
  const order = useRemembered<PostOrder>('posts.order', { sort: 'planned', descending: true })
  const trashed = useRemembered('posts.trashed', false)
  const unplanned = useRemembered('posts.unplanned', false)
  const narrowed = computed(() => ({ ...filter.query, stage: 'post' as const, trashed: trashed.value, ...(unplanned.value && { unplanned: true }) }))
  const key = computed(() => JSON.stringify([shell.currentId, narrowed.value, order.value]))
  const paged = usePagedRows({ size: PAGE, read: (clientId, part) => api.posts.list({ clientId, ...narrowed.value, ...order.value, ...part }), rowsOf: ({ posts }) => posts })
  const { total, state, failure, places, rowAt: postAt, show, refresh, reset } = paged
  const known = computed(() => new Map([...paged.pages.values()].flat().map((post) => [post.id, post])))

  async function allIds(): Promise<string[]> {
    const clientId = shell.currentId
    return clientId === undefined ? [] : (await api.posts.listIds({ clientId, ...narrowed.value })).ids
  }

  followTables(OURS, refresh)
  watch(key, () => void reset(), { immediate: true })

  return { order, trashed, unplanned, total, state, failure, places, known, postAt, show, reset, allIds }
})
