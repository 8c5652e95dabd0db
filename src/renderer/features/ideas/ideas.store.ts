import type { PostSummary } from '@shared/features/posts/posts.schema'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'
import { useText } from '../../ui'
import { useWriting } from '../calendar'
import { rowsOfPages } from '../records'
import { mayGoOn, type IdeaLine } from './ideas-csv.rules'

export const COLUMNS = ['inbox', 'shaping', 'ready'] as const
export type IdeaColumn = (typeof COLUMNS)[number]

const MOST = 1000
const PAUSE = 120

/** The ideas of the client in their three columns. */
export const useIdeas = defineStore('ideas', () => {
  const api = useApi()
  const { t } = useText()
  const shell = useClientShell()
  const { say, attempt } = useWriting()
  const ideas = shallowRef<PostSummary[]>([])
  const search = ref('')
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  const failure = shallowRef<unknown>()
  let soon: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  const columns = computed(() => COLUMNS.map((id) => ({ id, ideas: ideas.value.filter((idea) => idea.ideaColumn === id) })))
  const byId = computed(() => new Map(ideas.value.map((idea) => [idea.id, idea])))
  const readOnly = computed(() => (shell.current?.archivedAt ?? null) !== null)

  const ask = (clientId: string, words: string, part: { offset?: number; limit: number }) =>
    api.posts.list({ clientId, stage: 'idea', sort: 'position', descending: false, ...part, ...(words && { search: words }) })

  async function load(): Promise<void> {
    const clientId = shell.currentId
    if (clientId === undefined) return
    turn += 1
    const asked = turn
    try {
      const answer = await ask(clientId, search.value.trim(), { limit: MOST })
      if (asked !== turn) return
      ideas.value = answer.posts
      state.value = 'ready'
    } catch (error) {
      if (asked !== turn) return
      failure.value = error
      state.value = 'failed'
    }
  }

  /** All ideas that the search finds, with all of their words, column by column as on the board. */
  async function readAll(clientId: string): Promise<IdeaLine[]> {
    const words = search.value.trim()
    const rows = await rowsOfPages((part) => ask(clientId, words, part).then(({ total, posts }) => ({ total, rows: posts })))
    const lines: IdeaLine[] = []
    for (const { excerpt, ...idea } of COLUMNS.flatMap((column) => rows.filter(({ ideaColumn }) => ideaColumn === column))) {
      const text = mayGoOn({ excerpt }) ? (await api.posts.get({ clientId, postId: idea.id })).text : excerpt
      lines.push({ ...idea, text })
    }
    return lines
  }

  /** Puts an idea before another, or last in a column; shown at once. */
  async function move(id: string, column: IdeaColumn, beforeId: string | null): Promise<void> {
    const idea = byId.value.get(id)
    if (!idea || beforeId === id) return
    const rest = ideas.value.filter((one) => one.id !== id)
    const found = beforeId === null ? -1 : rest.findIndex((one) => one.id === beforeId)
    const at = found === -1 ? rest.length : found
    turn += 1
    ideas.value = [...rest.slice(0, at), { ...idea, ideaColumn: column }, ...rest.slice(at)]
    if (await attempt(() => api.posts.reorder({ clientId: shell.currentId ?? '', postId: id, ideaColumn: column, beforeId }))) {
      if (idea.ideaColumn !== column) say(t('ideas.done.moved', { column: t(`ideas.column.${column}`) }))
    }
    await load()
  }

  subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => /^(?:post|label|asset)/.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      void load()
    }, PAUSE)
  })
  watch(
    () => shell.currentId,
    () => {
      ideas.value = []
      state.value = 'loading'
    }
  )
  watch([() => shell.currentId, search], () => void load(), { immediate: true })

  return { ideas, columns, byId, search, state, failure, readOnly, load, readAll, move }
})
