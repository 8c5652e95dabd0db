import type { PublishedPost } from '@shared/features/analytics/content-analytics.contract'
import type { PostMetric } from '@shared/features/analytics/post-metrics'
import type { EngagementFormula } from '@shared/features/figures/formulas'
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useApi } from '../../../api'
import { useClientShell, useRemembered } from '../../../app'
import { followTables, usePagedRows } from '../../records'
import { useAnalyticsScope } from '../analytics-scope.store'

export type PostSort = 'published' | PostMetric
/** Columns that can be shown beside the post itself. */
export type PostColumn = PostMetric | 'format' | 'pillar' | 'campaign'

const PAGE = 200
const OURS = /^(?:figure|post|variant|pillar|campaign|channel|workspace_setting)/
const usual: PostColumn[] = ['format', 'pillar', 'seen', 'reach', 'interactions', 'engagement_rate']

/** Published posts as the scope, the search and the order show them. Pages are read when they come into view. */
export const usePostsTable = defineStore('analytics-posts-table', () => {
  const api = useApi()
  const shell = useClientShell()
  const scope = useAnalyticsScope()
  const order = useRemembered<{ sort: PostSort; descending: boolean }>('analytics.posts.order', { sort: 'published', descending: true })
  const columns = useRemembered<PostColumn[]>('analytics.posts.columns', usual)
  const search = ref('')
  const formula = ref<EngagementFormula>('reach')

  const asked = computed(() => ({ ...scope.scope, ...order.value, search: search.value.trim() }))
  const key = computed(() => JSON.stringify(asked.value))
  const { total, state, failure, places, rowAt: postAt, show, refresh, reset: begin } = usePagedRows({
    size: PAGE,
    read: (_, part) => (asked.value.clientId === '' ? undefined : api.contentAnalytics.posts({ ...asked.value, ...part })),
    rowsOf: ({ posts }) => posts,
    taken: (answer) => (formula.value = answer.formula)
  })
  const reset = (): Promise<void> => begin('total')
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

  followTables(OURS, refresh)
  watch(key, () => void reset(), { immediate: true })
  watch(() => shell.currentId, () => {
    total.value = 0
    search.value = ''
    state.value = 'loading'
  })

  return { order, columns, search, total, formula, state, failure, places, postAt, show, reset, readAll, sortBy, toggleColumn }
})
