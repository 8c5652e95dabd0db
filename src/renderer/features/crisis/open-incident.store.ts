import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

interface Beginning {
  conversationId?: string
  title?: string
  freeze?: boolean
}

/** The dialog that opens an incident, and the one that freezes what is planned, asked for from anywhere. */
export const useOpenIncident = defineStore('open-incident', () => {
  const isOpen = ref(false)
  const beginning = shallowRef<Beginning>({})
  /** The incident that a freeze is to begin in. */
  const freezing = ref<string>()

  function begin(from: Beginning = {}): void {
    beginning.value = from
    isOpen.value = true
  }

  return { isOpen, beginning, freezing, begin }
})
