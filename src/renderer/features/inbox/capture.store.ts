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
  /** The conversation that was captured last, for the screen that wants to show it. */
  const captured = shallowRef<{ clientId: string; conversationId: string }>()

  function begin(into?: CaptureTarget): void {
    target.value = into
    open.value = true
  }

  return { open, target, captured, begin }
})
