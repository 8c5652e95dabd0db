import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether to lead back to the post that was written before the app was left: once after a start, and not on every page since. */
export const useContinueOffer = defineStore('continue-offer', () => {
  const startedAt = new Date().toISOString()
  const over = ref(false)
  const isFrom = (at: string): boolean => !over.value && at < startedAt
  return { over, isFrom }
})
