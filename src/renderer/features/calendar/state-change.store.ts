import { needsNote } from '@shared/features/posts/post-states'
import type { VariantState } from '@shared/features/posts/posts.schema'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { usePostActions } from './use-post-actions'

/** Gives posts a state; asks first for the sentence that some states come with. */
export const useStateChange = defineStore('state-change', () => {
  const actions = usePostActions()
  /** What waits for its sentence. */
  const asked = shallowRef<{ variantIds: string[]; state: VariantState }>()

  async function set(variantIds: string[], state: VariantState): Promise<void> {
    if (needsNote(state)) asked.value = { variantIds, state }
    else await actions.setState(variantIds, state)
  }

  async function answer(note: string): Promise<void> {
    const waiting = asked.value
    asked.value = undefined
    if (waiting) await actions.setState(waiting.variantIds, waiting.state, note)
  }

  return { asked, set, answer }
})
