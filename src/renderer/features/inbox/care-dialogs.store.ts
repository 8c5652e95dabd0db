import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export type CareQuestion = 'assign' | 'snooze' | 'label' | 'close' | 'hide' | 'post'

export interface AskedCare {
  question: CareQuestion
  conversationIds: readonly string[]
  /** Of them, how many are criticism without an answer; 0 where nobody knows yet. */
  criticism: number
  /** What goes on once it is answered, such as showing the next conversation. */
  then?: () => void
}

/** Which question about conversations is open: asked by keys, menus and buttons alike, answered in one place. */
export const useCareDialogs = defineStore('inbox-care-dialogs', () => {
  const asked = shallowRef<AskedCare>()

  function ask(question: CareQuestion, conversationIds: readonly string[], more: Partial<Pick<AskedCare, 'criticism' | 'then'>> = {}): void {
    if (conversationIds.length > 0) asked.value = { question, conversationIds, criticism: 0, ...more }
  }
  function done(): void {
    const then = asked.value?.then
    asked.value = undefined
    then?.()
  }

  return { asked, ask, done, dismiss: () => (asked.value = undefined) }
})
