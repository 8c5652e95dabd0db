import type { OutgoingField, OutgoingPost, SnoozeFor } from '@shared/features/hand-off/hand-off.contract'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { subscribeEvents, useApi } from '../../api'
import { useNotices } from '../../app'
import type { MessageKey } from '../../ui'
import { useUndoLine } from './use-undo-line'

interface Address {
  clientId: string
  variantId: string
}

/** Fields that were copied since the page was opened, and which one comes next. */
function useCopying(fields: () => readonly OutgoingField[]) {
  const notices = useNotices()
  const copied = ref<string[]>([])
  const next = computed(() => fields().find(({ key }) => !copied.value.includes(key)))

  async function copy(field: OutgoingField | undefined, said: (field: OutgoingField) => string): Promise<void> {
    if (!field) return
    try {
      await navigator.clipboard.writeText(field.value)
      copied.value = [...copied.value.filter((key) => key !== field.key), field.key]
      notices.announce(said(field))
    } catch (error) {
      notices.fail(error)
    }
  }

  return { copied, next, copy, forget: () => (copied.value = []) }
}

/** One variant on its way out, kept current, and the steps a person takes with it. */
export function useHandOff(address: () => Address) {
  const api = useApi()
  const notices = useNotices()
  const post = shallowRef<OutgoingPost>()
  const failure = shallowRef<unknown>()
  const done = useUndoLine()
  const copying = useCopying(() => post.value?.fields ?? [])

  async function load(): Promise<void> {
    const asked = address()
    try {
      const answer = await api.handOff.get(asked)
      if (asked.variantId !== address().variantId) return
      post.value = answer
      failure.value = undefined
    } catch (error) {
      if (asked.variantId === address().variantId) failure.value = error
    }
  }

  /** The line at the bottom offers the undo; an error stays until it is put away. */
  async function act(work: () => Promise<unknown>, said?: MessageKey): Promise<boolean> {
    try {
      await work()
      if (said) done(said)
      await load()
      return true
    } catch (error) {
      notices.fail(error)
      return false
    }
  }

  const ids = () => ({ clientId: address().clientId, variantIds: [address().variantId] })
  const handOver = () => act(() => api.posts.setState({ ...ids(), state: 'handed-over' }), 'handOff.did.handedOver')
  const takeBack = () => act(() => api.posts.setState({ ...ids(), state: 'scheduled' }), 'handOff.did.takenBack')
  const miss = (note: string) => act(() => api.posts.setState({ ...ids(), state: 'missed', note }), 'handOff.did.missed')
  const snooze = (length: SnoozeFor | null) => act(() => api.handOff.snooze({ ...ids(), for: length }), length === null ? 'handOff.did.unsnoozed' : 'handOff.did.snoozed')
  async function confirmed(): Promise<void> {
    done('handOff.did.published')
    await load()
  }
  const openNetwork = () => act(() => api.handOff.openComposer(address()))

  watch(
    () => address().variantId,
    () => {
      copying.forget()
      void load()
    },
    { immediate: true }
  )
  onScopeDispose(
    subscribeEvents((event) => {
      if (event.type === 'ready' || (event.type === 'workspace.changed' && event.clientId === address().clientId)) void load()
    })
  )
  return { post, failure, load, ...copying, handOver, confirmed, takeBack, miss, snooze, openNetwork }
}
