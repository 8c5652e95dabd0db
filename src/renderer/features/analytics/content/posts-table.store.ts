import type { PublishedPost } from '@shared/features/analytics/content-analytics.contract'
import type { PostMetric } from '@shared/features/analytics/post-metrics'
import type { EngagementFormula } from '@shared/features/figures/formulas'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../../api'
import { useClientShell, useRemembered } from '../../../app'
import { useAnalyticsScope } from '../analytics-scope.store'

export type PostSort = 'published' | PostMetric
/** Columns that can be shown beside the post itself. */
export type PostColumn = PostMetric | 'format' | 'pillar' | 'campaign'

const PAGE = 200
const OURS = /^(?:figure|post|variant|pillar|campaign|channel|workspace_setting)/
const PAUSE = 150
const usual: PostColumn[] = ['format', 'pillar', 'seen', 'reach', 'interactions', 'engagement_rate']

/** Published posts as the scope, the search and the order show them. Pages are read when they come into view. */
export const usePostsTable = defineStore('analytics-posts-table', () => {
  const api = useApi()
  const shell = useClientShell()
  const scope = useAnalyticsScope()
  const order = useRemembered<{ sort: PostSort; descending: boolean }>('analytics.posts.order', { sort: 'published', descending: true })
  const columns = useRemembered<PostColumn[]>('analytics.posts.columns', usual)
  const search = ref('')
  const pages = shallowReactive(new Map<number, PublishedPost[]>())
  const total = ref(0)
  const formula = ref<EngagementFormula>('reach')
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  const onTheirWay = new Set<number>()
  let inView: readonly number[] = [0]
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const asked = computed(() => ({ ...scope.scope, ...order.value, search: search.value.trim() }))
  const key = computed(() => JSON.stringify(asked.value))
  const postAt = (index: number): PublishedPost | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE]
  const places = computed(() => Array.from({ length: total.value }, (_, index) => postAt(index)))

  async function fetchPage(page: number): Promise<void> {
    const mine = turn
    if (shell.currentId === undefined || asked.value.clientId === '') return
    onTheirWay.add(page)
    try {
      const answer = await api.contentAnalytics.posts({ ...asked.value, offset: page * PAGE, limit: PAGE })
      if (mine !== turn) return
      total.value = answer.total
      formula.value = answer.formula
      pages.set(page, answer.posts)
      state.value = 'ready'
    } catch (error) {
      if (mine !== turn) return
      failure.value = error
      state.value = 'failed'
    } finally {
      if (mine === turn) onTheirWay.delete(page)
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
    inView = [0]
    await refresh()
  }
  /** All of them in their order, for a file. */
  async function readAll(): Promise<PublishedPost[]> {
    const all: PublishedPost[] = []
    for (let offset = 0; offset < total.value; offset += 1000) all.push(...(await api.contentAnalytics.posts({ ...asked.value, offset, limit: 1000 })).posts)
    return all
  }
  function sortBy(sort: PostSort): void {
    order.value = { sort, descending: order.value.sort === sort ? !order.value.descending : true }
  }
  function toggleColumn(column: PostColumn): void {
    columns.value = columns.value.includes(column) ? columns.value.filter((one) => one !== column) : [...columns.value, column]
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
  watch(() => shell.currentId, () => {
    total.value = 0
    search.value = ''
    state.value = 'loading'
  })

  return { order, columns, search, total, formula, state, failure, places, postAt, show, reset, readAll, sortBy, toggleColumn }
})
