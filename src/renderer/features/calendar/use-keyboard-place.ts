import { watch, type ShallowRef, type WatchSource } from 'vue'
import { useCalendarSelection } from './calendar-selection.store'

/**
 * Keeps the focus on the post that the keyboard is on. Cells and tiles stay where they are while another month or week is
 * written into them: the focus goes with its post where that is drawn, else to the day that has come under it, so that no key
 * acts on a post nobody has gone to.
 */
export function useKeyboardPlace(root: Readonly<ShallowRef<HTMLElement | null>>, drawn: WatchSource): void {
  const selection = useCalendarSelection()

  function follow(): void {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !root.value?.contains(focused)) return
    const { tile, cell } = focused.dataset
    if (tile === undefined && cell === undefined) return
    const { activeId, activeDay } = selection
    if (tile === activeId && (tile !== undefined || cell === activeDay)) return
    const day = focused.closest<HTMLElement>('[data-within]')?.dataset.within ?? activeDay
    const own = activeId === undefined ? null : root.value.querySelector<HTMLElement>(`[data-tile="${CSS.escape(activeId)}"]`)
    const kept = own ?? root.value.querySelector<HTMLElement>(`[data-cell="${CSS.escape(day)}"]`)
    kept?.focus({ preventScroll: true })
    if (kept === focused) selection.focusOn(day)
  }

  watch(drawn, follow, { flush: 'post' })
}
