import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Filled in by the history feature. Each answers with what was undone, as a sentence, or nothing. */
export interface HistorySource {
  undo(): Promise<string | undefined>
  redo(): Promise<string | undefined>
}

export const useHistory = defineStore('history-shell', () => {
  const source = shallowRef<HistorySource>()
  const provide = (from: HistorySource): void => {
    source.value = from
  }
  return { source, provide }
})
