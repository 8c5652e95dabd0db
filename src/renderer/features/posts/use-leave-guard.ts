import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import type { Autosave } from './autosave'

/** Whatever way a person leaves, what is typed is on its way before they are gone. */
export function useLeaveGuard(saves: Autosave): void {
  const hide = (): void => {
    if (document.visibilityState === 'hidden') saves.leave()
  }
  /** Words that cannot be stored hold the page back once: the browser asks. */
  const ask = (event: BeforeUnloadEvent): void => {
    if (saves.dirty.value && saves.failure.value !== undefined) event.preventDefault()
    saves.leave()
  }
  onMounted(() => {
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', saves.leave)
    window.addEventListener('beforeunload', ask)
  })
  onBeforeRouteLeave(async () => {
    await saves.flush()
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', saves.leave)
    window.removeEventListener('beforeunload', ask)
    void saves.flush()
  })
}
