import type { ConversationKind } from '@shared/features/inbox/inbox.schema'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

export interface CaptureTarget {
  conversationId: string
  network: string
  kind: ConversationKind
  name: string
}

/** The form that takes down what somebody wrote: open from anywhere, for a new conversation or one that is there. */
export const useCapture = defineStore('inbox-capture', () => {
  const open = ref(false)
  const target = shallowRef<CaptureTarget>()
  /** What was pasted before the form was there. */
  const pasted = shallowRef<{ text: string; files: readonly File[] }>()

  function begin(into?: CaptureTarget, given?: { text: string; files: readonly File[] }): void {
    target.value = into
    pasted.value = given
    open.value = true
  }

  return { open, target, pasted, begin }
})
