import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { usePreferences } from './preferences.store'

/** State of the frame itself. */
export const useShell = defineStore('shell', () => {
  const preferences = usePreferences()
  const folded = computed({
    get: () => preferences.get('sidebar.folded', false),
    set: (next: boolean) => preferences.set('sidebar.folded', next)
  })
  const paletteOpen = ref(false)
  const sheetOpen = ref(false)
  /** The element that the open page's inspector is shown in. */
  const inspectorHost = shallowRef<HTMLElement | null>(null)
  return { folded, paletteOpen, sheetOpen, inspectorHost }
})
