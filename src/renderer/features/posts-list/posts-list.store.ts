import type { PostSummary } from '@shared/features/posts/posts.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell, useRemembered } from '../../app'
import { usePostFilter } from '../calendar'

export type PostSortKey = 'planned' | 'updated' | 'created' | 'title'
export interface PostOrder {
  sort: PostSortKey
  descending: boolean
}

const PAGE = 200
const PAUSE = 150
const OURS = /^(?:post|variant|campaign|channel|pillar|label)/

/** All posts of the client as the filter shows them. Pages are read when they come into view. */
export const usePostsList = defineStore('posts-list', () => {
  const api = useApi()
  const shell = useClientShell()
  const filter = usePostFilter()
  const order = useRemembered<PostOrder>('posts.order', { sort: 'planned', descending: true })
  const trashed = useRemembered('posts.trashed', false)
  const unplanned = useRemembered('posts.unplanned', false)
  const pages = shallowReactive(new Map<number, PostSummary[]>())
  const total = ref(0)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const onTheirWay = new Set<number>()
  let inView: readonly number[] = [0]
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const narrowed = computed(() => ({ ...filter.query, stage: 'post' as const, trashed: trashed.value, ...(unplanned.value && { unplanned: true }) }))
  const key = computed(() => JSON.stringify([shell.currentId, narrowed.value, order.value]))
  const postAt = (index: number): PostSummary | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  const known = computed(() => new Map([...pages.values()].flat().map((post) => [post.id, post])))
  /** One place for each post; what is not read yet is undefined. */
  const places = computed(() => Array.from({ length: total.value }, (_, index) => postAt(index)))

  async function fetchPage(page: number): Promise<void> {
    const clientId = shell.currentId
    const asked = turn
    if (clientId === undefined) return
    onTheirWay.add(page)
    try {
      const answer = await api.posts.list({ clientId, ...narrowed.value, ...order.value, offset: page * PAGE, limit: PAGE })
      if (asked !== turn) return
      total.value = answer.total
      pages.set(page, answer.posts)
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

  async function allIds(): Promise<string[]> {
    const clientId = shell.currentId
    return clientId === undefined ? [] : (await api.posts.listIds({ clientId, ...narrowed.value })).ids
  }

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => OURS.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      void refresh()
    }, PAUSE)
  })
  watch(key, () => void reset(), { immediate: true })

  return { order, trashed, unplanned, total, state, failure, places, known, postAt, show, reset, allIds }
})
