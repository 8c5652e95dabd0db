import type { ConversationThread } from '@shared/features/inbox/inbox.schema'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useClientShell } from '../../app'

const MINUTE = 60_000
/** What a thread shows: the conversation, who it is with, the post it began under, its pictures, and what asks for a second look. */
const SHOWN = /^(?:message|conversation|reply|internal_note|care|person|asset|post|variant|channel|workspace_setting|incident)/

/**
 * One conversation, kept current. The one before it stays in sight until the next is there, and never across clients.
 * @param id of the conversation; empty for none
 */
export function useThread(id: () => string) {
  const api = useApi()
  const shell = useClientShell()
  const thread = shallowRef<ConversationThread>()
  const failure = shallowRef<unknown>()
  let newest = 0

  async function load(): Promise<void> {
    const [clientId, conversationId] = [shell.currentId, id()]
    newest += 1
    const asked = newest
    if (clientId === undefined || conversationId === '') {
      thread.value = undefined
      failure.value = undefined
      return
    }
    try {
      const answer = await api.inbox.get({ clientId, conversationId })
      if (asked !== newest) return
      thread.value = answer
      failure.value = undefined
    } catch (error) {
      if (asked !== newest) return
      thread.value = undefined
      failure.value = error
    }
  }

  watch(
    [() => shell.currentId, id],
    ([client], [before]) => {
      if (client !== before) thread.value = undefined
      void load()
    },
    { immediate: true }
  )
  const stop = subscribeEvents((event) => {
    const ours = event.type === 'workspace.changed' && event.clientId === shell.currentId && event.tables.some((table) => SHOWN.test(table))
    if (ours || event.type === 'ready') void load()
  })
  const timer = setInterval(() => void load(), MINUTE)
  onScopeDispose(() => {
    stop()
    clearInterval(timer)
  })
  /** True while what is in sight is what was asked for. */
  const isCurrent = computed(() => thread.value?.row.id === id())
  return { thread, failure, isCurrent, load }
}
