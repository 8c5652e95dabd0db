import type { AnalyticsScope } from '@shared/features/analytics/analytics-scope'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { subscribeEvents } from '../../api'
import { useAnalyticsScope } from './analytics-scope.store'

const OURS = /^(?:figure|annotation|campaign|channel|pillar|post|variant|workspace_setting)/
const PAUSE = 150

/**
 * What a tab shows, read again when the scope or the client's figures change. What was there stays until the new is, so that
 * nothing jumps; of several asked for in a row the last one counts.
 */
export function useBoard<T>(read: (scope: AnalyticsScope) => Promise<T>) {
  const scope = useAnalyticsScope()
  const board = shallowRef<T>()
  const failure = shallowRef<unknown>()
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  let turn = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  async function load(): Promise<void> {
    if (scope.scope.clientId === '') return
    turn += 1
    const asked = turn
    try {
      const found = await read(scope.scope)
      if (asked !== turn) return
      board.value = found
      state.value = 'ready'
    } catch (error) {
      if (asked !== turn) return
      failure.value = error
      state.value = 'failed'
    }
  }
  const stop = subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === scope.scope.clientId && event.tables.some((table) => OURS.test(table))
    if (!ours && event.type !== 'ready') return
    soon ??= setTimeout(() => {
      soon = undefined
      void load()
    }, PAUSE)
  })
  watch(() => scope.key, () => void load(), { immediate: true })
  onScopeDispose(() => {
    turn += 1
    clearTimeout(soon)
    if (typeof stop === 'function') stop()
  })

  return { board, state, failure, load }
}
