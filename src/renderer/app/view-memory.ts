import { computed, onScopeDispose, watch, type ShallowRef, type WritableComputedRef } from 'vue'
import { useClientShell } from './client-shell.store'
import { usePreferences } from './preferences.store'

/** The key of a remembered thing: of the open client, or of the app where no client is open. */
export const memoryKey = (clientId: string | undefined, name: string): string => `view.${clientId ?? 'app'}.${name}`

/**
 * A value that is still there when the screen comes back, also after a restart; each client has its own.
 * `name` is the screen and the thing: `assets.filters`.
 */
export function useRemembered<T>(name: string, initial: T): WritableComputedRef<T> {
  const preferences = usePreferences()
  const clients = useClientShell()
  return computed({
    get: () => preferences.get(memoryKey(clients.currentId, name), initial),
    set: (next) => preferences.set(memoryKey(clients.currentId, name), next)
  })
}

/**
 * Brings a scrolling element back to where it was, once it is filled, and remembers where it goes. On the page of one `record` the
 * place is that of the record looked at last; another one begins at its top.
 */
export function useRememberedScroll(element: Readonly<ShallowRef<HTMLElement | null | undefined>>, name: string, record: () => string = () => ''): void {
  const top = useRemembered(`${name}.scroll`, 0)
  const scrolled = useRemembered(`${name}.scrolled`, '')
  let stop = (): void => undefined

  watch(
    element,
    (now) => {
      stop()
      if (!now) return
      const remember = (): void => {
        top.value = Math.round(now.scrollTop)
        if (scrolled.value !== record()) scrolled.value = record()
      }
      restore(now, scrolled.value === record() ? top.value : 0)
      now.addEventListener('scrollend', remember, { passive: true })
      stop = () => now.removeEventListener('scrollend', remember)
    },
    { immediate: true, flush: 'post' }
  )
  onScopeDispose(() => stop())
}

/** Content may still be on its way: tries again for a few frames until the place exists. */
function restore(element: HTMLElement, top: number, tries = 30): void {
  if (top === 0) return
  element.scrollTop = top
  if (Math.abs(element.scrollTop - top) > 1 && tries > 0) requestAnimationFrame(() => restore(element, top, tries - 1))
}
