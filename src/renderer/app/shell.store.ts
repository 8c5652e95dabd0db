import { defineStore } from 'pinia'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { usePreferences } from './preferences.store'

/** Below this the sidebar's words would leave the screen too little: a small window, or a zoom of 200 %. */
const NARROW = '(max-width: 56rem)'

function useNarrow(): Ref<boolean> {
  const media = 'matchMedia' in window ? window.matchMedia(NARROW) : undefined
  const isNarrow = ref(media?.matches ?? false)
  media?.addEventListener('change', ({ matches }) => (isNarrow.value = matches))
  return isNarrow
}

/** State of the frame itself. */
export const useShell = defineStore('shell', () => {
  const preferences = usePreferences()
  const isNarrow = useNarrow()
  const unfoldedWhileNarrow = ref(false)
  /** In a narrow window it begins folded, and what is chosen there is not remembered for the wide one. */
  const folded = computed({
    get: () => (isNarrow.value ? !unfoldedWhileNarrow.value : preferences.get('sidebar.folded', false)),
    set: (next: boolean) => {
      if (isNarrow.value) unfoldedWhileNarrow.value = !next
      else preferences.set('sidebar.folded', next)
    }
  })
  const paletteOpen = ref(false)
  const sheetOpen = ref(false)
  /** The element that the open page's inspector is shown in. */
  const inspectorHost = shallowRef<HTMLElement | null>(null)
  return { folded, paletteOpen, sheetOpen, inspectorHost }
})
