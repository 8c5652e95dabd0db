import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** Tells the truth about saving: nothing is saved by hand, so the bar says whether all of it is. */
export const useSaveState = defineStore('save-state', () => {
  const pending = ref(0)
  const failure = shallowRef<unknown>()
  /** False while the host does not answer. */
  const connected = ref(true)
  const state = computed(() => (!connected.value ? 'lost' : pending.value > 0 ? 'saving' : failure.value === undefined ? 'saved' : 'failed'))

  /** Counts a write from its start to its end; the last failure stays until a write succeeds again. */
  async function track<T>(write: Promise<T>): Promise<T> {
    pending.value += 1
    try {
      const result = await write
      failure.value = undefined
      return result
    } catch (error) {
      failure.value = error
      throw error
    } finally {
      pending.value -= 1
    }
  }

  /** Counts what waits to be written; whether that succeeds is for `track` to say. */
  async function hold(work: Promise<unknown>): Promise<void> {
    pending.value += 1
    await work.finally(() => (pending.value -= 1))
  }

  return { state, failure, connected, track, hold }
})
