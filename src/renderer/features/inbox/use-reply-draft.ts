import type { ConversationThread } from '@shared/features/inbox/inbox.schema'
import { computed, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { useApi } from '../../api'
import { useNotices, useSaveState } from '../../app'
import { useUnsavedWords } from '../posts'

type Draft = ConversationThread['draft']
const FIELD = 'text'
const keyOf = ({ row }: ConversationThread): string => `reply.${row.clientId}.${row.id}`

/**
 * The reply to one conversation as it is written: stored at every pause, kept through a reload, and there when the person comes
 * back. A component that uses it belongs to one conversation for all its life.
 */
export function useReplyDraft(thread: () => ConversationThread, reload: () => Promise<void>) {
  const api = useApi()
  const notices = useNotices()
  const save = useSaveState()
  const unsaved = useUnsavedWords()
  const first = thread()
  const ids = { clientId: first.row.clientId, conversationId: first.row.id }
  /** What was stored last, as far as it is known here. */
  const stored = shallowRef<Draft>(first.draft)

  const saves = unsaved.of(keyOf(first), async (edits) => {
    const text = edits.get(FIELD)
    if (typeof text !== 'string') return
    stored.value = await save.track(api.inbox.saveDraft({ ...ids, text }))
    // A reading on its way may be older than this.
    await reload()
  })
  watch(() => thread().draft, (draft) => (stored.value = draft))

  const text = computed({
    get: () => {
      const typed = saves.edits.get(FIELD)
      return typeof typed === 'string' ? typed : (stored.value?.text ?? '')
    },
    set: (next) => saves.set(FIELD, next)
  })
  /** Needs an approval that exactly this text does not have. */
  const isHeldBack = computed(() => {
    const { row } = thread()
    if (saves.dirty.value) return row.sensitive && (stored.value?.state !== 'approved' || stored.value.text.trim() !== text.value.trim())
    return stored.value?.needsApproval ?? row.sensitive
  })
  const state = computed(() => (saves.dirty.value && stored.value?.text.trim() !== text.value.trim() ? 'draft' : (stored.value?.state ?? 'draft')))

  async function act(work: () => Promise<unknown>): Promise<boolean> {
    await saves.flush()
    try {
      await save.track(work())
      await reload()
      return true
    } catch (error) {
      notices.fail(error)
      return false
    }
  }
  const askApproval = (): Promise<boolean> => act(() => api.inbox.askApproval(ids))
  const approve = (by: string): Promise<boolean> => act(() => api.inbox.approveDraft({ ...ids, text: text.value, by }))
  /** After what was written went out: nothing of it waits to be stored any more. */
  function sent(): void {
    saves.drop(FIELD)
    stored.value = null
  }

  const hide = (): void => {
    if (document.visibilityState === 'hidden') saves.leave()
  }
  onMounted(() => {
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', saves.leave)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', saves.leave)
    void saves.flush().then(() => unsaved.release(keyOf(first)))
  })

  return { text, stored, state, isHeldBack, failure: saves.failure, flush: saves.flush, askApproval, approve, sent }
}
export type ReplyDraft = ReturnType<typeof useReplyDraft>
