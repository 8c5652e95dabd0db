import { defineStore } from 'pinia'
import { reactive } from 'vue'

/** What was begun in a conversation and is not kept anywhere else: a note that is half written, a reply that was copied. */
export const useInboxDesk = defineStore('inbox-desk', () => {
  const notes = reactive(new Map<string, string>())
  const copied = reactive(new Set<string>())
  return { notes, copied }
})
